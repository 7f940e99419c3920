import { copyDeep } from '../../utils/copy-deep.ts';

/** The fields of the SDK's that hold what opens the meeting, also in forms that only Zoom knows. */
const SECRET_FIELDS =
  /^(meetingNumber|mn|pass(word|code)|pwd|telPwd|h323Password|signature|inviteEmail|invite(Url|Link)|joinUrl|z[ats]k|ztk|tk|obfToken|recordingToken)$/i;

/** The app's own name for a person: nothing of Zoom's can be in it, and it must stay what it is. */
const OWN_FIELD = 'customerKey';

export const REDACTED = '•••';

/**
 * A copy of what the SDK says, without secrets: neither in a field made for them nor anywhere within a text. A
 * copy also outlives the frame. What is no plain data is passed on as it is.
 */
export const redactDeep = <T>(value: T, redact: (text: string) => string): T =>
  copyDeep(value, (one, path) => {
    const key = path.at(-1) ?? '';
    if (key === OWN_FIELD) return one;
    if (SECRET_FIELDS.test(key) && one !== '' && one !== null) return REDACTED;
    if (typeof one === 'string') return redact(one);
    // Not shorter ones, such as codes: only a meeting number comes as a number.
    return typeof one === 'number' && one > 1e8 && redact(String(one)) === REDACTED ? REDACTED : one;
  });
