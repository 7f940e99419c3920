/**
 * The names of the props that are not for the root element, apart from those that `<ZoomJoin>` takes out itself; shortened to
 * what tells them from attributes and from events of elements.
 */
const OWN =
  /^(mee|ge|us|cu|role|hideM|expose|view|fit|sdk|init|nonce|tim|sh|when|app|ph|on(Stat|J|Waiting$|Rec|Lef|Error$|War|Vi|Conn|U|Ac|Chat|Loc|Me|Cap|Pe|Ro|Ma|Br|N|Aud|Sh|F[au]|Bo))/;

/** All that is to be an attribute or a handler of the root element: `id`, `data-*`, `aria-*`, `onClick`, … */
export const rootAttributes = (props: object): object =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !OWN.test(name)));
