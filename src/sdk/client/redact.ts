import { copyDeep } from '../../utils/copy-deep.ts';

/**
 * Fields of the SDK's objects whose values let somebody into the meeting, including encoded forms that only Zoom
 * knows.
 */
const SECRET_FIELDS =
  /^(meetingNumber|mn|pass(word|code)|pwd|telPwd|h323Password|signature|inviteEmail|invite(Url|Link)|joinUrl|z[ats]k|ztk|tk|obfToken|recordingToken)$/i;

/** The app's own identifier of a participant. It contains nothing of Zoom's, and must stay unchanged. */
const OWN_FIELD = 'customerKey';

export const REDACTED = '•••';

/**
 * Returns a copy of an SDK payload without secrets, whether they are in a field of their own or inside a text. A
 * copy also remains usable after the frame is removed. Values that are not plain data are passed on unchanged.
 */
export const redactDeep = <T>(value: T, redact: (text: string) => string): T =>
  copyDeep(value, (one, path) => {
    const key = path.at(-1) ?? '';
    if (key === OWN_FIELD) return one;
    if (SECRET_FIELDS.test(key) && one !== '' && one !== null) return REDACTED;
    if (typeof one === 'string') return redact(one);
    // Keep smaller numbers, such as codes: of all secrets, only a meeting number is passed as a number.
    return typeof one === 'number' && one > 1e8 && redact(String(one)) === REDACTED ? REDACTED : one;
  });
