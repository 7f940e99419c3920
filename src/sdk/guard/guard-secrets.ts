import type { MeetingReference } from '../../meeting-reference/meeting-reference.ts';
import type { RawClient } from '../client/raw-client.ts';
import type { JoinArguments } from '../client/sdk-client.ts';
import type { SdkPart } from '../client/sdk-part.ts';
import type { MeetingFrame } from '../frame/frame.ts';
import { type HideMeetingInfo, hides } from '../init/init-options.ts';
import { PROFILE } from '../profile/profile.ts';
import { createFinder, type SecretFinder } from '../secrets/finder.ts';
import type { BlockedUse } from './blocked-use.ts';
import { guardCopies } from './guard-copies.ts';
import { guardRequests } from './guard-requests.ts';
import { guardScreen, HIDDEN_STYLE } from './guard-screen.ts';

type Words = Readonly<Record<string, unknown>>;

export interface SecretsGuardOptions {
  /** What the SDK joins with. */
  readonly joinArguments: JoinArguments;
  /** The app's own reference to the meeting, which may be a join URL. */
  readonly meeting: MeetingReference;
  readonly hide: HideMeetingInfo | undefined;
  /** The language of the SDK's words. */
  readonly language: string;
  /** Called with the part of the SDK that is not as expected. */
  readonly onChanged: (what: SdkPart) => void;
  /** Called when something was prevented. */
  readonly onBlocked: (what: BlockedUse) => void;
}

/**
 * Guards the secrets of a meeting in its frame, behind what the SDK's own options hide. Call this before the join.
 *
 * @returns A function to call after the join, when the SDK knows more.
 */
export function guardSecrets(
  { window, root, addStyle }: MeetingFrame,
  client: RawClient,
  { joinArguments, meeting, hide, language, onChanged, onBlocked }: SecretsGuardOptions,
): () => void {
  const { signature, meetingNumber, password = '', tk, zak, obfToken, recordingToken } = joinArguments;
  /** Finds what must not be seen or copied. If the invite link is shown, so is the number in it. */
  const findShown = (telPwd = ''): SecretFinder => {
    const hidden = [hides(hide, 'pwd') ? password : '', hides(hide, 'telPwd') ? telPwd : ''];
    if (!hides(hide, 'invite')) return createFinder(hidden);
    hidden.push(typeof meeting === 'string' && meeting.includes('/') ? meeting : '');
    return hides(hide, 'mn') ? createFinder([...hidden, meetingNumber]) : createFinder(hidden, meetingNumber);
  };
  let finder = findShown();
  // A page of Zoom's with the number in its address shows it, also if the invite link is shown.
  const inTabs = createFinder(hides(hide, 'mn') ? [meetingNumber] : []);

  const keys = [
    ...(hide === true ? [PROFILE.words.info] : []),
    ...(hides(hide, 'invite') ? [PROFILE.words.invite] : []),
  ];
  /** The SDK's own object, so that it contains words that the app has changed. */
  let words: Words = {};
  const getNames = (): string[] => keys.map((key) => words[key]).filter((word) => typeof word === 'string');
  void findWords(client, language).then((found) => {
    words = found;
    if (getNames().length < keys.length) onChanged('words');
  });

  /** What people have written or said that contains a secret. */
  const said = new Set<string>();
  for (const event of PROFILE.ownWords) {
    client.on(event, (payload) => {
      for (const text of Object.values(payload ?? {})) {
        if (typeof text === 'string' && finder.isIn(text)) said.add(text.trim());
      }
    });
  }
  const areOwnWords = (given: string): boolean => {
    const text = given.trim();
    // A part of a message, or a message with more beside it. A passcode, which may be a word, must be all of both.
    const isSaid = (one: string): boolean =>
      one === text || (finder.isSurelyIn(text) && (one.includes(text) || text.includes(one)));
    return (
      [...said].some(isSaid) || client.getAttendeeslist().some(({ displayName }) => displayName === text)
    );
  };

  addStyle(HIDDEN_STYLE);
  guardScreen(window, root, {
    getFinder: () => finder,
    getNames,
    areOwnWords,
    onFound: () => onChanged('meeting-info'),
  });
  const isSecret = (text: string, use: BlockedUse): boolean =>
    (finder.isIn(text) || (use === 'tab' && inTabs.isIn(text))) && !areOwnWords(text);
  guardCopies(window, isSecret, onBlocked);
  // A passcode of letters alone may be the value of a parameter by chance, and a join must not fail for that. Where the
  // SDK sends the passcode, it sends the signature.
  const code = /[^a-z]/i.test(password) ? password : '';
  guardRequests(window, {
    finder: createFinder(
      [code, signature, tk, zak, obfToken, recordingToken].filter((secret) => secret !== undefined),
    ),
    maysCall: !hides(hide, 'invite'),
    onBlocked,
  });
  return () => {
    const { telPwd } = client.getCurrentMeetingInfo();
    if (typeof telPwd === 'string') finder = findShown(telPwd);
  };
}

/** Returns the SDK's words in a language, or nothing if it has none. */
async function findWords(client: RawClient, language: string): Promise<Words> {
  for (const name of [language, PROFILE.languageNames[language] ?? language]) {
    try {
      const words = await client.getLanguageTranslation?.(name);
      if (words) return words;
    } catch {
      // The SDK rejects a name that it doesn't know.
    }
  }
  return {};
}
