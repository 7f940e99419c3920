import type { FrameWindow } from '../../sdk/loading/source.ts';
import type { ServerEnd, ServiceSocket } from '../service/meeting-service.ts';
import { decodeBytes, Evt, type Frame, parseFrame } from '../service/messages.ts';

/** Once it has heard from the media server the SDK wants to hear from it each 30 s, or it reconnects. */
const ALIVE_MS = 10_000;

/** The kinds of a negotiation's messages. */
const OFFER = 1;
const ANSWER = 2;
/** How their SDP is written. */
const PLAIN = 0;
const GZIP_BASE64 = 1;

/**
 * A media server that lets no media flow, but answers what the SDK offers for WebRTC video: left without an answer it
 * offers three times more, and then has the whole meeting reconnect, every 37 s.
 */
export function connectMedia(socket: ServiceSocket): ServerEnd {
  let isOpen = true;
  let alive: ReturnType<typeof setInterval> | undefined;
  const send = (evt: number, body: Record<string, unknown>): void =>
    socket.send(JSON.stringify({ evt, body } satisfies Frame));
  return {
    receive: (text) => {
      const frame = parseFrame(text);
      if (frame?.evt !== Evt.negotiation) return;
      const { type, sdp, sdpEncoding, ...rest } = frame.body;
      if (type !== OFFER || typeof sdp !== 'string') return;
      answerTo(sdp, sdpEncoding === GZIP_BASE64).then(
        (answer) => {
          if (!isOpen) return;
          alive ??= setInterval(() => send(Evt.alive, {}), ALIVE_MS);
          send(Evt.negotiation, { ...rest, type: ANSWER, sdp: answer, sdpEncoding: PLAIN });
        },
        // What no browser takes for an offer stays without an answer.
        () => {},
      );
    },
    closed: () => {
      isOpen = false;
      clearInterval(alive);
    },
  };
}

async function answerTo(sdp: string, isPacked: boolean): Promise<string | undefined> {
  const peer = new RTCPeerConnection();
  try {
    await peer.setRemoteDescription({ type: 'offer', sdp: isPacked ? await unpack(sdp) : sdp });
    return (await peer.createAnswer()).sdp;
  } finally {
    peer.close();
  }
}

function unpack(packed: string): Promise<string> {
  const gunzip = new DecompressionStream('gzip');
  return new Response(new Blob([decodeBytes(packed)]).stream().pipeThrough(gunzip)).text();
}

/**
 * Makes the connections of `frame` count as there as soon as they are answered: nobody is at their other end, and a
 * machine without a network could connect to nobody.
 */
export function installPeerConnection(frame: FrameWindow): void {
  const { RTCPeerConnection: Real, Event } = frame;
  if (typeof Real !== 'function') return;
  class SimulatedPeerConnection extends Real {
    override get connectionState(): RTCPeerConnectionState {
      return this.#isAnswered ? 'connected' : super.connectionState;
    }

    override get iceConnectionState(): RTCIceConnectionState {
      return this.#isAnswered ? 'connected' : super.iceConnectionState;
    }

    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      await super.setRemoteDescription(description);
      this.dispatchEvent(new Event('iceconnectionstatechange'));
      this.dispatchEvent(new Event('connectionstatechange'));
    }

    get #isAnswered(): boolean {
      return this.remoteDescription !== null && this.signalingState !== 'closed';
    }
  }
  frame.RTCPeerConnection = SimulatedPeerConnection;
}
