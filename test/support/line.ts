import type { ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';

const SLICE = 4_096;

/** A slow connection that all responses share. */
export class Line {
  readonly #bytesPerMs: number;
  /** When it will have sent everything that it was given. */
  #free = 0;

  constructor(kbitPerSecond: number) {
    this.#bytesPerMs = kbitPerSecond / 8;
  }

  /** Sends the body in slices, so that other responses can be sent in between. */
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
