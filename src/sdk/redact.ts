import { isPlainObject } from './client.ts';

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
export function redactDeep<T>(value: T, redact: (text: string) => string): T {
  const copies = new Map<unknown, unknown>();
  const copy = (one: unknown): unknown => {
    if (typeof one === 'string') return redact(one);
    // Not shorter ones, such as codes: only a meeting number comes as a number.
    if (typeof one === 'number') return one > 1e8 && redact(String(one)) === REDACTED ? REDACTED : one;
    if (!Array.isArray(one) && !isPlainObject(one)) return one;
    const known = copies.get(one);
    if (known !== undefined) return known;
    const made: Record<string, unknown> | unknown[] = Array.isArray(one) ? [] : {};
    copies.set(one, made);
    for (const [key, entry] of Object.entries(one)) {
      const isSecret = SECRET_FIELDS.test(key) && entry !== '' && entry != null;
      Object.assign(made, { [key]: isSecret ? REDACTED : key === OWN_FIELD ? entry : copy(entry) });
    }
    return made;
  };
  return copy(value) as T;
}
