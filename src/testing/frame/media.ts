import type { FrameWindow } from '../../sdk/loading/source.ts';
import type { ServerEnd, ServiceSocket } from '../service/meeting-service.ts';
import { decodeBytes, Evt, type Frame, parseFrame } from '../service/messages.ts';

/** After its first message from the media server, the SDK expects one every 30 s, or it reconnects. */
const ALIVE_MS = 10_000;

/** The types of negotiation messages. */
const OFFER = 1;
const ANSWER = 2;
/** The encodings of the SDP. */
const PLAIN = 0;
const GZIP_BASE64 = 1;

/**
 * Simulates a media server that sends no media, but answers the SDK's offers for WebRTC video. Without an answer,
 * the SDK sends three more offers and then makes the whole meeting reconnect, every 37 s.
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
        // An offer that the browser does not accept gets no answer.
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
 * Makes the peer connections of `frame` count as connected as soon as they are answered. There is no peer at the
 * other end, and without a network none could be reached.
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
