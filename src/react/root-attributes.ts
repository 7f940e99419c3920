/**
 * Matches the props that the root element must not get, except those that `<ZoomJoin>` removes itself. The names
 * are shortened to what distinguishes them from attributes and DOM events.
 */
const OWN =
  /^(mee|ge|us|cu|role|hideM|expos|vi|fi|sd|ini|non|deb|tim|prel|sh|when|app|ph|on(Stat|J|Waiting$|Rec|Lef|Error$|War|Vi|Conn|U|Ac|Chat|Loc|Me|Cap|Pe|Ro|Ma|Br|N|Aud|Sh|F[au]|Bo))/;

/** Returns the attributes and event handlers of the root element: `id`, `data-*`, `aria-*`, `onClick`, … */
export const rootAttributes = (props: object): object =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !OWN.test(name)));
