import { isPlainObject } from '../../utils/copy-deep.ts';
import { forgetMatch } from '../../utils/forget-match.ts';
import { patternsOf } from './patterns.ts';

export const REDACTED = '•••';

/**
 * Returns a copy without secrets. They are replaced in texts, whole fields, keys, numbers, arrays, plain objects,
 * maps, sets and errors. A copy also remains usable after the frame is removed. Other values, such as elements and
 * class instances, are passed on unchanged.
 *
 * @param areWords Whether the texts are people's own words, such as a chat message. Then only what can't be an
 *   ordinary word is replaced: tokens and meeting numbers. This always holds for names, topics and ids.
 */
export type Redact = <T>(value: T, areWords?: boolean) => T;

/** Fields whose values let somebody into the meeting, including encoded forms that only Zoom knows. */
const SECRET_FIELD =
  /^(meetingNumber|mn|pass(word|code)|pwd|telPwd|h323Password|signature|inviteEmail|invite(Url|Link)|joinUrl|z[ats]k|ztk|tk|obfToken|recordingToken)$/i;
/** Fields with what people have written or chosen themselves, and ids. */
const WORDS_FIELD = /^((display|user)?name|(meeting)?topic|\w*id)$/i;
/** The app's own identifier of a participant. It contains nothing of Zoom's, and must stay unchanged. */
const OWN_FIELD = 'customerKey';

/** What is deeper, or comes after so many characters and fields, is replaced as a whole, so that the time is limited. */
const DEEPEST = 30;
const MOST = 1e7;

/** Creates a {@link Redact} for these secrets. A meeting number must consist of digits only. */
export function createRedact(secrets: readonly string[]): Redact {
  const { sure, short } = patternsOf(secrets);
  const clean = (text: string, areWords: boolean): string => {
    const cleaned = text.replace(sure, REDACTED);
    if (areWords) return cleaned;
    // A short passcode may also be a part of an ordinary word or number.
    return cleaned.replace(short, (found: string, at: number) =>
      isWord(cleaned.charAt(at - 1) + found.charAt(0)) ||
      isWord(found.slice(-1) + cleaned.charAt(at + found.length))
        ? found
        : REDACTED,
    );
  };

  return (given, areWords = false) => {
    let left = MOST;
    const copies = new Map<unknown, object>();
    const copy = (value: unknown, key: unknown, depth: number): unknown => {
      // The key of a map may be anything.
      const name = typeof key === 'string' ? key : '';
      if (name === OWN_FIELD || value === '' || value == null) return value;
      if (SECRET_FIELD.test(name)) return REDACTED;
      // Keep smaller numbers, such as codes: of all secrets, only a meeting number is passed as a number.
      if (typeof value === 'number')
        return value > 1e8 && clean(`${value}`, true) === REDACTED ? REDACTED : value;
      const isText = typeof value === 'string';
      if (!isText && typeof value !== 'object') return value;
      left -= isText ? value.length : 1;
      if (left < 0 || depth > DEEPEST) return REDACTED;
      if (isText) return clean(value, areWords || WORDS_FIELD.test(name));
      return copies.get(value) ?? copyObject(value, depth + 1);
    };
    // A key that looks like the name of a field is kept, although a passcode may be such a word.
    const copyKey = (key: unknown) =>
      typeof key === 'string' ? clean(key, /^[a-z_$][\w$]*$/i.test(key)) : copy(key, '', 0);
    const copyObject = (value: object, depth: number): object => {
      const made = emptyLike(value);
      copies.set(value, made);
      if (made === value) return value;
      if (made instanceof Set) for (const one of value as Set<unknown>) made.add(copy(one, '', depth));
      else if (made instanceof Map) {
        for (const [key, one] of value as Map<unknown, unknown>)
          made.set(copyKey(key), copy(one, key, depth));
      } else {
        const keys = made instanceof Error ? ['name', 'message', 'stack', 'cause'] : [];
        for (const key of new Set([...keys, ...Object.keys(value)])) {
          const field = (value as Record<string, unknown>)[key];
          if (field === undefined && !Array.isArray(made)) continue;
          Object.defineProperty(made, copyKey(key) as string, {
            value: copy(field, key, depth),
            enumerable: Object.prototype.propertyIsEnumerable.call(value, key),
            configurable: true,
            writable: true,
          });
        }
      }
      return made;
    };
    const copied = copy(given, '', 0);
    forgetMatch();
    return copied as typeof given;
  };
}

/** Returns a new object of the same kind, also for an object of another window, or the object itself. */
function emptyLike(value: object): object {
  switch (Object.prototype.toString.call(value).slice(8, -1)) {
    case 'Array':
      return [];
    case 'Map':
      return new Map();
    case 'Set':
      return new Set();
    case 'Error':
    case 'DOMException':
      return new Error();
    default:
      return isPlainObject(value) ? {} : value;
  }
}

const isWord = (pair: string): boolean => /^[\p{L}\p{N}]{2}$/u.test(pair);
