import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ZoomView } from '../../../src/index.ts';
import type { ZoomJoinProps } from '../../../src/react/props.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import { createMeetingSimulator } from '../../../src/testing/index.ts';
import { fakeSignature } from '../../support/fake-signature.ts';
import { joinPractice } from '../../support/practice.tsx';

afterEach(cleanup);

const LANGUAGES = ['en-US', 'de-DE', 'es-ES', 'fr-FR', 'id-ID', 'it-IT', 'ja-JP', 'ko-KR', 'nl-NL'] as const;
const MORE_LANGUAGES = ['pl-PL', 'pt-PT', 'ru-RU', 'sv-SE', 'tr-TR', 'vi-VN', 'zh-CN', 'zh-TW'] as const;
const VIEWS: readonly ZoomView[] = ['speaker', 'active', 'ribbon', 'minimized', 'gallery'];

/** The SDK's own names for a control, in all its languages, from its own bundle. */
let infoTitles: Set<string>;
let inviteTitles: Set<string>;
beforeAll(async () => {
  const bundle = await (await fetch('/zoom-sdk/zoomus-websdk-embedded.umd.min.js')).text();
  const wordsFor = (key: string) =>
    new Set(
      [...bundle.matchAll(new RegExp(`\\b${key}"?:"((?:[^"\\\\]|\\\\.)*)"`, 'g'))].map(([, text]) =>
        JSON.parse(`"${text}"`),
      ),
    );
  infoTitles = wordsFor('meeting_info');
  inviteTitles = wordsFor('toolbar_invite');
  expect(infoTitles.size).toBeGreaterThan(10);
  expect(inviteTitles.size).toBeGreaterThan(10);
});

const nameOf = (element: Element): string =>
  element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent ?? '';

/**
 * Returns the elements with one of these names that a user can see, reach by keyboard, or find with a screen
 * reader.
 */
function reachable(frame: Document | null | undefined, names: ReadonlySet<string>): Element[] {
  return [...(frame?.querySelectorAll('button,[role],[tabindex],[aria-label],[title]') ?? [])].filter(
    (element) => names.has(nameOf(element)) && element.checkVisibility({ visibilityProperty: true }),
  );
}

const infoControls = (frame: Document | null | undefined) => reachable(frame, infoTitles).length;

/** Changes Zoom's answer to that for an account that can call somebody by phone into a meeting. */
function allowPhone(frame: FrameWindow): void {
  const { prototype } = frame.XMLHttpRequest;
  const response = Object.getOwnPropertyDescriptor(prototype, 'response');
  Object.defineProperty(prototype, 'response', {
    get(this: XMLHttpRequest) {
      const answer = response?.get?.call(this);
      if (answer?.result) {
        answer.result.support_call_out = '1';
        answer.result.call_out_country_json = JSON.stringify([{ id: 'US', name: 'USA', code: '+1' }]);
      }
      return answer;
    },
  });
}

function joinWithPhone(props: Partial<ZoomJoinProps>) {
  const simulator = createMeetingSimulator({ people: ['Grace Hopper'] });
  const prepare = (frame: FrameWindow) => {
    allowPhone(frame);
    simulator.sdk.prepare?.(frame);
  };
  const practice = joinPractice({ props: { sdk: { ...simulator.sdk, prepare }, ...props } });
  return { ...practice, simulator };
}

describe('with hideMeetingInfo, neither the info panel nor its button is there', () => {
  it.each([...LANGUAGES, ...MORE_LANGUAGES])('in %s, for a guest and for a host', async (language) => {
    const { until, frameDocument, simulator } = joinPractice({ props: { hideMeetingInfo: true, language } });
    await until('joined');
    await expect.poll(() => frameDocument()?.querySelectorAll('[role=tab]').length).toBeGreaterThan(1);
    expect(infoControls(frameDocument())).toBe(0);
    await simulator.host.promote();
    expect(infoControls(frameDocument())).toBe(0);
  });

  it.each(['webrtc', 'legacy'] as const)(
    'in every view and state of the %s layout, for a co-host too',
    async (layout) => {
      const { until, frameDocument, simulator, ref } = joinPractice({
        layout,
        props: { hideMeetingInfo: true },
      });
      await until('joined');
      const everywhere = async () => {
        for (const view of VIEWS) {
          await ref.current?.client?.setViewType(view);
          expect(infoControls(frameDocument()), view).toBe(0);
        }
      };
      await everywhere();
      const self = ref.current?.client?.getCurrentUser()?.userId ?? 0;
      // The SDK reports the user's own changes differently, so ignore this result and wait for `isCoHost()`
      // instead.
      void simulator.participants.update(self, { coHost: true }).catch(() => {});
      await vi.waitUntil(() => ref.current?.client?.isCoHost());
      await everywhere();
      await simulator.host.promote();
      await everywhere();
      const seen: number[] = [];
      const watch = setInterval(() => seen.push(infoControls(frameDocument())), 20);
      await simulator.network.failover();
      await simulator.host.putOnHold();
      await until('waiting');
      await simulator.host.admit();
      await until('joined');
      clearInterval(watch);
      expect(seen.length).toBeGreaterThan(5);
      expect(Math.max(...seen)).toBe(0);
    },
  );

  it('and without it, both are found', async () => {
    const { until, frameDocument } = joinPractice({ props: { hideMeetingInfo: false, language: 'de-DE' } });
    await until('joined');
    await expect.poll(() => infoControls(frameDocument())).toBeGreaterThan(0);
  });
});

describe('what the info panel shows', () => {
  const panelText = async (hideMeetingInfo: ZoomJoinProps['hideMeetingInfo']) => {
    const { until, frameDocument } = joinPractice({
      props: {
        hideMeetingInfo,
        meeting: { meetingNumber: '98765432109', password: 'open-sesame' },
        getSignature: () => fakeSignature({ mn: '98765432109' }),
      },
    });
    await until('joined');
    await expect.poll(() => infoControls(frameDocument())).toBeGreaterThan(0);
    const [button] = reachable(frameDocument(), infoTitles);
    (button?.closest('button') as HTMLElement | null)?.click();
    await expect.poll(() => panel(frameDocument())).toContain('Practice meeting');
    return panel(frameDocument());
  };
  const panel = (frame: Document | null | undefined) =>
    [...(frame?.querySelectorAll<HTMLElement>('[role=dialog]') ?? [])].find((one) =>
      infoTitles.has(nameOf(one)),
    )?.innerText ?? '';

  it('by default: topic, host and encryption, and nothing that lets somebody in', async () => {
    const text = await panelText(undefined);
    expect(text).toMatch(/Host[\s\S]*Encryption/);
    expect(text).not.toMatch(/98765432109|open-sesame|\/j\/|Passcode|Meeting ID|Invite|Copy/);
  });

  it('with a list: exactly the rest', async () => {
    const text = await panelText(['host', 'enctype', 'pwd', 'dc', 'participant', 'telPwd']);
    expect(text).toMatch(/Meeting ID\s+98765432109/);
    expect(text).toMatch(/\/j\/98765432109/);
    expect(text).not.toMatch(/open-sesame|Passcode|Host|Encryption/);
  });

  it('with false: everything', async () => {
    expect(await panelText(false)).toMatch(/98765432109[\s\S]*open-sesame[\s\S]*Copy/);
  });
});

describe('phoning somebody into the meeting', () => {
  const openParticipants = async (frame: Document | null | undefined) => {
    const icon = await vi.waitUntil(() => frame?.querySelector('i[aria-label="Participants"]'));
    icon.closest('button')?.click();
    await vi.waitUntil(() => frame?.querySelector('[aria-label="participants list footer"]'));
  };

  it.each(['en-US', 'ja-JP'] as const)('is not offered to a guest (%s)', async (language) => {
    const { until, frameDocument } = joinWithPhone({ language });
    await until('joined');
    await openParticipants(frameDocument());
    expect(reachable(frameDocument(), inviteTitles)).toEqual([]);
  });

  it('is offered when invite is not hidden', async () => {
    const { until, frameDocument } = joinWithPhone({ hideMeetingInfo: ['mn', 'pwd'] });
    await until('joined');
    await openParticipants(frameDocument());
    await expect.poll(() => reachable(frameDocument(), inviteTitles).length).toBe(1);
  });
});

it.each([
  [undefined, false],
  [['pwd', 'invite'] as const, true],
])(
  'the live-stream page, with the number in its address, opens only when the number is shown (%o)',
  async (hideMeetingInfo, opens) => {
    const open = vi.fn();
    const simulator = createMeetingSimulator();
    const prepare = (frame: FrameWindow) => {
      frame.open = open;
      simulator.sdk.prepare?.(frame);
    };
    const { until, frameDocument } = joinPractice({
      props: { hideMeetingInfo, sdk: { ...simulator.sdk, prepare } },
    });
    await until('joined');
    const frame = frameDocument()?.defaultView;
    frame?.open('https://zoom.us/broadcast/98765432109?c=youtube&token=x', '_blank');
    expect(open).toHaveBeenCalledTimes(opens ? 1 : 0);
    frame?.open('https://zoom.us/privacy', '_blank');
    expect(open).toHaveBeenLastCalledWith('https://zoom.us/privacy', '_blank');
  },
);
