import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SDK_EVENTS } from '../../src/sdk/client/events.ts';
import { MEDIA_FOLDER, SDK_SCRIPT } from '../../src/sdk/profile/file-names.ts';
import { PROFILE } from '../../src/sdk/profile/profile.ts';

/** What an SDK has of what this package relies on, and what is new in it. */
export interface SdkFacts {
  /** The names of the client's methods and of its events. */
  readonly methods: readonly string[];
  readonly events: readonly string[];
  /** What this package relies on and the file does not contain. */
  readonly missing: readonly string[];
  /** Of the SDK's script, compressed with gzip, and of the media files as they are. In bytes. */
  readonly sizes: { readonly script: number; readonly media: number };
}

/** What the SDK's file contains of each part of the profile, as it is written there. */
const WRITTEN: readonly string[] = [
  ...PROFILE.globals.slice(0, 1),
  ...Object.values(PROFILE.words),
  ...Object.values(PROFILE.languageNames),
  ...PROFILE.ownWords,
  'evt:8197',
  'bCallme:',
  `${PROFILE.versionField}:`,
  'role:"tabpanel"',
  'suspension-view-tabpanel-',
  `${PROFILE.markup.stacked} multiple`,
  PROFILE.markup.placement,
  PROFILE.markup.draggable.slice(1),
  'invitee-name',
  // Options and fields.
  'meetingInfo',
  'isShowJoiningErrorDialog',
  'viewSizes',
  'isResizable',
  'disableDraggable',
  'defaultViewType',
  'isEnableAllowThirdPartyCCToken',
  'RECONNECTING_MEETING',
];

/** Reads an SDK's `dist` folder. @throws {Error} if the component view's script is not there */
export function readSdk(folder: string): SdkFacts {
  const text = readFileSync(join(folder, SDK_SCRIPT), 'utf8');
  // The client is a class whose methods are set in its constructor, one after another.
  const at = text.indexOf('this.getCurrentUser=');
  const client = at < 0 ? '' : text.slice(at - 8_000, at + 40_000);
  const methods = [...client.matchAll(/\bthis\.(\w{2,})=(?:async ?)?(?:\w+|\([^)]*\))=>/g)].map(
    ([, name = '']) => name,
  );
  const names = [...text.matchAll(/\bEVENT_[A-Z_]+="([a-z-]+)"/g)].map(([, name = '']) => name);
  return {
    methods: [...new Set(methods)].sort(),
    events: [...new Set([...names, ...SDK_EVENTS.filter((name) => text.includes(`"${name}"`))])].sort(),
    missing: WRITTEN.filter((part) => !text.includes(part)),
    sizes: { script: gzipSync(text).length, media: sizeOf(join(folder, MEDIA_FOLDER)) },
  };
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, String(name))))
    .reduce((total, stat) => total + (stat.isFile() ? stat.size : 0), 0);

/** Returns in lines what has changed from one SDK to another, for people. */
export function compareSdks(before: SdkFacts, after: SdkFacts): string[] {
  const changes = (what: string, one: readonly string[], other: readonly string[]): string[] => {
    const names = other.filter((name) => !one.includes(name));
    return names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
  };
  const size = (what: keyof SdkFacts['sizes']): string =>
    `${what}: ${kB(before.sizes[what])} → ${kB(after.sizes[what])}`;
  return [
    ...changes('new methods', before.methods, after.methods),
    ...changes('lost methods', after.methods, before.methods),
    ...changes('new events', before.events, after.events),
    ...changes('lost events', after.events, before.events),
    ...changes('not found any more', before.missing, after.missing),
    size('script'),
    size('media'),
  ];
}

const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
