/** Whether the browser can move a frame without reloading it. Safari cannot: a meeting that is moved there reconnects. */
export const MOVES_FRAMES = 'moveBefore' in Element.prototype;
