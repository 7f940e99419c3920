import type { FrameWindow } from '../../sdk/loading/source.ts';
import type { SimulatedParticipant } from '../service/participant.ts';

const WIDTH = 320;
const HEIGHT = 180;
const FRAMES_PER_SECOND = 8;

/**
 * Gives the SDK's video tiles something to show: a drawn person for each participant whose camera is on. The SDK
 * leaves a tile (`<video-player id="…-<userId>">`) empty, because there is no media.
 */
export function paintFaces(
  frame: FrameWindow,
  participant: (userId: number) => SimulatedParticipant | undefined,
): void {
  const canvases = new Map<number, HTMLCanvasElement>();
  const still = frame.matchMedia('(prefers-reduced-motion: reduce)').matches;

  const streamFor = (userId: number): MediaStream => {
    let canvas = canvases.get(userId);
    if (canvas === undefined) {
      canvas = frame.document.createElement('canvas');
      canvas.width = WIDTH;
      canvas.height = HEIGHT;
      canvases.set(userId, canvas);
    }
    const context = canvas.getContext('2d');
    if (context !== null) drawPerson(context, userId, 0);
    return canvas.captureStream(FRAMES_PER_SECOND);
  };

  const fillTiles = () => {
    for (const player of frame.document.querySelectorAll('video-player')) {
      const userId = Number(/\d+$/.exec(player.id)?.[0]);
      if (participant(userId)?.video !== true) continue;
      const video = player.querySelector('video') ?? addVideo(player);
      if (video.srcObject !== null) continue;
      video.muted = true;
      video.srcObject = streamFor(userId);
      void video.play().catch(() => {});
    }
  };

  // The observer and the timer belong to the frame, so they end with it.
  new frame.MutationObserver(fillTiles).observe(frame.document, { childList: true, subtree: true });
  // A still face is drawn again for videos that come later: they show what is drawn from then on.
  const pace = still ? 1 : FRAMES_PER_SECOND;
  frame.setInterval(() => {
    for (const [userId, canvas] of canvases) {
      const context = canvas.getContext('2d');
      if (context !== null) drawPerson(context, userId, still ? 0 : frame.performance.now() / 1000);
    }
  }, 1000 / pace);
}

/** Adds a video element for the legacy layout, in which the SDK would paint on a canvas. */
function addVideo(player: Element): HTMLVideoElement {
  const video = player.ownerDocument.createElement('video');
  Object.assign(video.style, { width: '100%', height: '100%', position: 'absolute', inset: '0' });
  video.playsInline = true;
  (player.firstElementChild ?? player).append(video);
  return video;
}

const SKIN = ['#f2c9a5', '#d9a074', '#a86f48', '#7c4a2d', '#ffd9bd'];
const HAIR = ['#2c1b12', '#5b3a1e', '#9a9aa2', '#0f0f12', '#b5651d'];

const pick = (colours: readonly string[], seed: number): string => colours[seed % colours.length] ?? '#888';

/** Draws somebody in front of a plain wall, who breathes, sways and blinks. `time` is in s. */
function drawPerson(context: CanvasRenderingContext2D, userId: number, time: number): void {
  const seed = Math.floor(userId / 1024);
  const hue = (seed * 67) % 360;
  const phase = time + seed * 1.7;
  const wall = context.createLinearGradient(0, 0, WIDTH, HEIGHT);
  wall.addColorStop(0, `hsl(${hue} 45% 62%)`);
  wall.addColorStop(1, `hsl(${(hue + 40) % 360} 40% 34%)`);
  context.fillStyle = wall;
  context.fillRect(0, 0, WIDTH, HEIGHT);

  const x = WIDTH / 2 + Math.sin(phase * 0.7) * 3;
  const y = 88 + Math.sin(phase * 1.3) * 1.5;
  const skin = pick(SKIN, seed);
  const ellipse = (
    colour: string,
    cx: number,
    cy: number,
    rx: number,
    ry: number,
    from = 0,
    to = Math.PI * 2,
  ) => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(cx, cy, rx, ry, 0, from, to);
    context.fill();
  };

  ellipse(pick(HAIR, seed * 3 + 1), x, y - 6, 37, 44);
  ellipse(`hsl(${(hue + 180) % 360} 35% 38%)`, x, 200, 82, 62);
  ellipse(skin, x, y + 44, 15, 22);
  ellipse(skin, x, y, 31, 39);
  ellipse(pick(HAIR, seed * 3 + 1), x, y - 16, 33, 26, Math.PI, Math.PI * 2);

  const open = phase % 4 < 0.18 ? 0.4 : 4;
  for (const side of [-12, 12]) ellipse('#241c1c', x + side, y - 1, 3.4, open);
  context.strokeStyle = '#7a3b3b';
  context.lineWidth = 2.5;
  context.lineCap = 'round';
  context.beginPath();
  context.arc(x, y + 12, 10, Math.PI * 0.18, Math.PI * 0.82);
  context.stroke();
}
