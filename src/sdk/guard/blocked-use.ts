/**
 * What something in the frame wanted to do with what lets somebody join: open a tab with it in its address, write it
 * into the clipboard, show it in a dialog of the browser, send it in the address of a request, or phone somebody, who
 * would join without it.
 */
export type BlockedUse = 'tab' | 'clipboard' | 'dialog' | 'request' | 'call';
