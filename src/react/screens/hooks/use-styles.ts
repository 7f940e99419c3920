import { useLayoutEffect, useRef } from 'react';
import { ACCENT } from '../styles.ts';

/** The styles that can't be written inline. */
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

/**
 * Adds these styles to the document or shadow root of an element while the element is mounted. They are an adopted
 * style sheet, to which no `style-src` applies. Each element has its own sheet. Each commit checks that it is still
 * there, because another library may have replaced the list, or the element may have been moved.
 */
export function useStyles(ref: { readonly current: Element | null }): void {
  const adopted = useRef<{ readonly sheet?: CSSStyleSheet; readonly remove?: () => void }>({});
  useLayoutEffect(() => {
    const root = ref.current?.getRootNode() as Document | ShadowRoot | undefined;
    const window = ref.current?.ownerDocument.defaultView;
    // There is no such list in jsdom, or for an element outside of any document.
    if (!window || !root?.adoptedStyleSheets) return;
    const before = adopted.current;
    if (before.sheet && root.adoptedStyleSheets.includes(before.sheet)) return;
    before.remove?.();
    // A sheet can only be used in documents of the window that created it.
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets.push(sheet);
    const remove = () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    };
    adopted.current = { sheet, remove };
  });
  useLayoutEffect(() => () => adopted.current.remove?.(), []);
}
