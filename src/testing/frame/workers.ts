import type { FrameWindow } from '../../sdk/loading/source.ts';

/**
 * Runs before a worker's own script, in front of its first line. A socket closes at once, as if its host were not
 * there.
 */
const WITHOUT_SOCKETS = `self.WebSocket = class extends EventTarget {
  readyState = 0;
  constructor(url) {
    super();
    this.url = String(url);
    setTimeout(() => this.#end());
  }
  #end() {
    this.readyState = 3;
    for (const event of [new Event('error'), new CloseEvent('close', { code: 1006 })]) {
      this['on' + event.type]?.(event);
      this.dispatchEvent(event);
    }
  }
  send() {}
  close() {}
};`.replaceAll('\n', ' ');

/**
 * Keeps the SDK's media workers from looking up the host of the simulated media server, which does not exist. They have
 * a network of their own, and are started from blobs, most of them without a type.
 */
export function keepWorkersOffline(frame: FrameWindow): void {
  const { Blob, URL, Worker: Real } = frame;
  const create = URL.createObjectURL.bind(URL);
  const scripts = new Map<string, Blob>();
  URL.createObjectURL = (object) => {
    const url = create(object);
    if (object instanceof Blob && /^$|javascript/.test(object.type)) scripts.set(url, object);
    return url;
  };
  frame.Worker = class extends Real {
    constructor(url: string | URL, options?: WorkerOptions) {
      const script = scripts.get(String(url));
      super(script === undefined ? url : create(new Blob([WITHOUT_SOCKETS, script])), options);
    }
  };
}
