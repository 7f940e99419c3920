import type { ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';

const SLICE = 4_096;

/** A slow line, which all that is sent on it has to share. */
export class Line {
  readonly #bytesPerMs: number;
  /** When it has sent what it was given. */
  #free = 0;

  constructor(kbitPerSecond: number) {
    this.#bytesPerMs = kbitPerSecond / 8;
  }

  /** Sends the body in slices: others have their turn between them. */
  async send(response: ServerResponse, body: Uint8Array): Promise<void> {
    response.flushHeaders();
    for (let sent = 0; sent < body.length && !response.destroyed; sent += SLICE) {
      const slice = body.subarray(sent, sent + SLICE);
      this.#free = Math.max(this.#free, performance.now()) + slice.length / this.#bytesPerMs;
      await after(this.#free - performance.now());
      response.write(slice);
    }
    response.end();
  }
}
