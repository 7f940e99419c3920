/**
 * What can happen to the component in real apps. A row is done when a test has shown that the user stays in the
 * meeting, or gets what they would want instead. `npm test` counts the rows that are done.
 */
export const LIVES = {
  // The component in React.
  'sibling-suspends': 'A sibling inside the same Suspense boundary suspends',
  'own-screen-suspends': 'A screen of the app’s own suspends or throws',
  activity: 'The tree is hidden by <Activity mode="hidden">',
  'inline-screen': 'A screen is written inline, as a new function at each render',
  'early-call': 'join(), preload() or retry() is called in an effect',
  'moved-element': 'The element is moved within the page, or into another window',
  'changed-tree': 'The tree changes at a breakpoint',
  'same-meeting': 'The meeting is the same one, written in another way',
  'odd-values': 'The meeting is a BigInt; `init` has an element, a cycle, a function that changes',
  'another-meeting-by-hand': 'Another meeting, role or SDK with autoJoin={false} after a click',
  'handlers-of-each': 'The meeting changes from A to B, each with its own handlers',
  'late-props': 'autoJoin, userName or getSignature come later',
  'prerendered-page': 'The page is prerendered, or restored from the back/forward cache',
  'closed-tab': 'The tab is closed, reloaded, navigated away',
  'other-attributes': 'data-testid, id, aria-* and other attributes are given',
  'own-idle-screen': 'An idle screen of the app’s own is a consent gate',
  'screens-missing': 'The chunk with the screens does not load',
  'unit-tests': 'An app’s unit tests render the component',
  'preload-nonce': 'preloadZoom() is called under a policy with nonces',
  'new-sdk': 'A simulator, or another SDK source, is created at each render',
  'kept-client': 'A client is kept after the end of its meeting',

  // The page around the component.
  'intent-to-leave': 'A click on a download, a mailto: or an app link, a cancelled “leave?” question',
  'no-size': 'The container takes its width from its content',
  'chat-steals-focus': 'Somebody writes in Zoom’s chat while the person types in the page',
  'background-click': 'A click on the page’s background, then a screen changes by itself',
  'dragged-splitter': 'A splitter is dragged across the meeting',
  'open-popover': 'A click into the meeting, with a popover of the page open',
  'app-shortcuts': 'Keyboard shortcuts of the app, with the focus in the frame',
  'modal-dialog': 'A modal with a focus trap; the tab order in and out',
  'adopted-sheets': 'Another library assigns document.adoptedStyleSheets',
  'page-in-frame': 'The app’s page is itself an iframe without `allow`',
  phone: 'The page is opened on a phone',
  poppers: 'Panels are placed by init.customize.*.popper; fit="none" in a small box',
  'full-screen': 'The meeting goes full screen',

  // Network, clock and time.
  'waiting-room': 'The host lets them wait in the waiting room for as long as they like',
  'refused-socket': 'Zoom’s socket is refused for 5, 20 or 60 s while the page is online',
  'hold-at-reconnect': 'Put on hold in the moment of a reconnect',
  'no-network': '8 s without a network in a meeting',
  'kept-state': 'Any state is kept for minutes',
  'long-wait-for-host': 'Waiting for the host for hours, with blips of the network and a lid that closes',
  'late-words': 'The reconnect limit runs out while the words for the failure load',
  'words-missing': 'The chunk with the words does not load',
  'fail-while-words-hang': 'The meeting fails while the chunk with the words hangs',
  'wrong-clock': 'The clock of the device is 31 minutes fast, or slow',
  'expired-at-reconnect': 'A reconnect after the 30 minutes of the signature',
  'slow-line': '400 to 550 kbit/s',
  'laptop-asleep': 'The laptop sleeps, the tab is frozen, for hours',
  'busy-ribbon': 'A background tab in the ribbon with 300 events (2,000 in `npm run test:all`)',
  'no-limits': '`timeouts` of Infinity',
  'reload-loop': 'The frame reloads itself again and again',

  // Data.
  'null-in-grant': '`null` in a grant',
  'refused-end': 'end() when Zoom refuses, or without a meeting',
  'connection-closed': 'onConnectionChange when the meeting closes',
  statistics: 'The statistics props',
} as const;

export type Life = keyof typeof LIVES;
