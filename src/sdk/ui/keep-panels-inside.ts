import type { MeetingFrame } from '../frame/frame.ts';
import { PROFILE } from '../profile/profile.ts';

const { overlay, placement, draggable } = PROFILE.markup;

/** Panels beside the widget, and panels that can be dragged. The confirmation to leave is neither. */
const PANEL = `body>[role=dialog]:is([${placement}|=left],[${placement}|=right],:has(${draggable}))`;
/**
 * In a frame that is smaller than a panel, the panel shrinks and scrolls, and cannot be dragged. Nothing is over its close
 * button: the panel has no scrollbar, and is 400 px wide before it shrinks to 20 px less than the frame, which may have one.
 */
const SMALL_FRAME = `
@media (max-width:399px),(max-height:499px){
  body>[role=dialog],body>[${placement}]:has(>*>[role=menu]){max-width:100%;max-height:100%;overflow:auto;scrollbar-width:none}
  body>[role=dialog] ${draggable}{transform:none!important}}
@media (max-width:399px){${PANEL}>*{zoom:.75}}
@media (max-width:319px){${PANEL}>*{zoom:.55}}`;

/** A widget whose size the SDK decides can be larger than the frame. The user then scrolls to reach its toolbar. */
const SCROLLING = 'html{overflow:auto!important}body{overflow:visible!important}';

/**
 * Keeps the SDK's panels, menus and dialogs (participants, chat, settings, consent to a recording) inside the
 * frame. The SDK opens them beside its widget, or where `init.customize` says, and the user may drag them.
 *
 * @param fits Whether the widget is kept inside as well. If not, the frame scrolls.
 */
export function keepPanelsInside({ window, addStyle }: MeetingFrame, fits: boolean): void {
  addStyle(fits ? SMALL_FRAME : SMALL_FRAME + SCROLLING);
  const { body, documentElement } = window.document;
  const keep = () => {
    for (const panel of body.querySelectorAll<HTMLElement>(`:scope>:is(${overlay})`)) {
      const dragged = panel.querySelector(draggable);
      const { e, f } = new window.DOMMatrix(dragged ? window.getComputedStyle(dragged).transform : 'none');
      // Don't use `transform`, which the SDK sets.
      const [x = 0, y = 0] = (panel.style.translate || '0').split(' ').map(parseFloat);
      const { left, top, width, height } = panel.getBoundingClientRect();
      // Whole px: a value that differs slightly each time would cause an endless series of changes.
      const inside = (start: number, size: number, room: number) =>
        Math.round(Math.max(0, Math.min(start, room - size)) - start);
      const across = inside(left - x + e, width, documentElement.clientWidth);
      const down = inside(top - y + f, height, documentElement.clientHeight);
      if (across !== x || down !== y) panel.style.translate = `${across}px ${down}px`;
    }
  };
  new window.MutationObserver(keep).observe(body, {
    childList: true,
    subtree: true,
    attributeFilter: ['style', placement],
  });
  window.addEventListener('resize', keep);
}
