import type { SignatureFinding } from '../meeting/signature-check.ts';
import { explainSignature } from '../meeting/signature-problems.ts';
import { call } from './handlers.ts';
import { isDevelopment } from './is-development.ts';
import type { MeetingOptions } from './options.ts';
import type { ZoomJoinWarning } from './warning.ts';

/** What there is to warn of. The words for it load when there is something. */
export type WarningFacts =
  | { readonly code: 'media-forbidden'; readonly media: readonly string[] }
  | { readonly code: 'signature-doubtful'; readonly problem: SignatureFinding }
  | { readonly code: 'screen-failed'; readonly name: string; readonly cause: unknown }
  | { readonly code: 'remounted' }
  | { readonly code: 'shortcut-unknown'; readonly shortcut: unknown }
  /** In px. */
  | { readonly code: 'too-small'; readonly width: number; readonly height: number };

/** Tells `onWarning`, or else the console, in development. */
export function warn(options: MeetingOptions, facts: WarningFacts): void {
  const warning: ZoomJoinWarning = {
    code: facts.code,
    message: messageOf(facts),
    ...('cause' in facts && { cause: facts.cause }),
  };
  if (options.onWarning !== undefined) call(options, 'onWarning', warning);
  else if (isDevelopment()) console.warn(`react-zoom-join: ${warning.message}`);
}

function messageOf(facts: WarningFacts): string {
  switch (facts.code) {
    case 'media-forbidden':
      return `This page forbids Zoom to use: ${facts.media.join(', ')}. Its Permissions-Policy header, or the \`allow\` of the frame that the page is in, must allow them to itself.`;
    case 'signature-doubtful': {
      const { message, hint } = explainSignature(facts.problem);
      return `\`getSignature\` returned a signature that may not work. ${message} ${hint}`;
    }
    case 'screen-failed':
      return `\`screens.${facts.name}\` threw an error: the default screen is shown in its place, and the meeting goes on. See \`cause\`.`;
    case 'shortcut-unknown':
      return `\`shortcuts\` has an entry that is no shortcut: ${JSON.stringify(facts.shortcut)}. Write it as in aria-keyshortcuts, with the modifiers Control, Alt, Shift and Meta: "Control+K", "Meta+Shift+P", "?".`;
    case 'remounted':
      return 'The meeting was left and joined again, because React unmounted <ZoomJoin> and mounted another one for the same meeting. Keep it at one place in the tree, with the same `key`: change its style or its parent’s class at a breakpoint, not the elements around it.';
    case 'too-small':
      return `The meeting is in a box of ${facts.width}×${facts.height} px, in which nobody can see it. It fills its container: give that a width and a height, or <ZoomJoin> itself by \`style\` or \`className\`.`;
  }
}
