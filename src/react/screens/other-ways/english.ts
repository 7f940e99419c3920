import type { OtherWayLabel } from '../../texts/labels.ts';

/** These are separate from the other texts, which are loaded for every user. */
export const otherWaysInEnglish: Readonly<Record<OtherWayLabel, string>> = {
  openApp: 'Open in the Zoom app',
  openTab: 'Open in a new tab',
  copyLink: 'Copy the link to this page',
  copied: 'Copied',
  notOpened: 'That didn’t work. Please try again.',
  noCamera: 'The camera isn’t available on this page.',
  noMicrophone: 'The microphone isn’t available on this page.',
  noCameraNorMicrophone: 'Camera and microphone aren’t available on this page.',
  dismiss: 'Close',
};
