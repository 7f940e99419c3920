import { useLayoutEffect } from 'react';
import { ACCENT } from './idle.tsx';

/** What inline styles cannot say. */
const CSS = `
.zoom-join-screen{overflow:auto;overflow-wrap:anywhere;text-wrap:balance}
.zoom-join-screen :is(button,a):hover{filter:brightness(1.12)}
.zoom-join-screen :focus-visible{outline:3px solid ${ACCENT};outline-offset:2px}
.zoom-join-screen [aria-disabled=true]{opacity:.6;cursor:default;filter:none}
.zoom-join-row{display:flex;flex-wrap:wrap;justify-content:center;gap:8px}
.zoom-join-busy::after{content:"";position:absolute;inset:-.14em;border-radius:50%;border:.07em solid transparent;border-top-color:${ACCENT}}
@container (max-height:260px){
.zoom-join-badge{display:none!important}
.zoom-join-actions{position:sticky;bottom:0;align-self:stretch;background:inherit}
}
@media (prefers-reduced-motion:no-preference){
.zoom-join-busy::after{animation:zoom-join-turn 1s linear infinite}
@keyframes zoom-join-turn{to{rotate:1turn}}
}`;

/** By window: each makes its own. */
const made = new WeakMap<Window, CSSStyleSheet>();

function sheetOf(window: Window & typeof globalThis): CSSStyleSheet {
  let sheet = made.get(window);
  if (!sheet) {
    sheet = new window.CSSStyleSheet();
    sheet.replaceSync(CSS);
    made.set(window, sheet);
  }
  return sheet;
}

/**
 * Gives the document (or shadow root) of an element these styles while it is there. Adopted sheets are outside of any
 * style-src, and are shared: each user adds and takes away the same one.
 */
export function useStyles(ref: { readonly current: Element | null }): void {
  useLayoutEffect(() => {
    const element = ref.current;
    const window = element?.ownerDocument.defaultView;
    const sheets = (element?.getRootNode() as Document | ShadowRoot | undefined)?.adoptedStyleSheets;
    // jsdom has none.
    if (!window || !sheets) return;
    const sheet = sheetOf(window);
    sheets.push(sheet);
    return () => void sheets.splice(sheets.indexOf(sheet), 1);
  }, [ref]);
}
