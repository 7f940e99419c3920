/**
 * What is newer than the lowest versions, by its path in MDN's browser-compat-data, and what happens without it. The
 * tests fail if one of these is no longer used, or no longer newer.
 */
export const FALLBACKS: Readonly<Record<string, string>> = {
  'api.AbortSignal.timeout_static': 'Before 124, Chrome and Edge give another reason, which nothing reads.',
  'api.Clipboard.write': 'Zoom’s SDK cannot call it either, so there is nothing to guard.',
  'api.ClipboardItem.getType': 'As above.',
  'api.ClipboardItem.types': 'As above.',
  'api.Element.moveBefore': 'A meeting whose element is moved in the page loads anew, and reconnects.',
  'api.HTMLDialogElement.requestClose':
    'Escape in the meeting fires `cancel` at the `<dialog>` around it, and then closes it with `close()`.',
  'api.HTMLLinkElement.fetchPriority': 'Zoom’s files are fetched ahead with the browser’s own priority.',
  'css.properties.justify-content.safe': 'What a screen says begins at its top, and is not centred.',
  'css.properties.scrollbar-width': 'A panel of Zoom’s in a small frame shows a scrollbar.',
  'css.properties.scrollbar-width.none': 'As above.',
  'css.properties.zoom': 'A panel of Zoom’s in a small frame does not shrink, and scrolls further.',
};
