/** What may be a signature, part of one, or another token. */
const TOKEN = /\beyJ[\w-]*(\.[\w-]*)*|\b[\w-]{32,}\b/g;
/** What may be a meeting number, however it is grouped. */
const NUMBER = /\b\d(?:[ -]?\d){8,}\b/g;

/** Replaces what may be a signature or a meeting number, for messages that quote what the user has typed. */
export const redact = (text: string): string => text.replace(TOKEN, '…').replace(NUMBER, '…');
