import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ZoomView } from '../../../src/index.ts';
import type { ZoomJoinProps } from '../../../src/react/props.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import { createMeetingSimulator } from '../../../src/testing/index.ts';
import { fakeSignature } from '../../support/fake-signature.ts';
import { firstOf } from '../../support/is-all.ts';
import { joinPractice } from '../../support/practice.tsx';

afterEach(cleanup);

const LANGUAGES = ['en-US', 'de-DE', 'ja-JP', 'ru-RU', 'zh-TW', 'es-ES', 'fr-FR', 'id-ID', 'it-IT'] as const;
const MORE_LANGUAGES = ['ko-KR', 'nl-NL', 'pl-PL', 'pt-PT', 'sv-SE', 'tr-TR', 'vi-VN', 'zh-CN'] as const;
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

type Answer = Record<string, unknown>;

/** Changes Zoom's answer to the SDK's first request. */
function changeAnswer(frame: FrameWindow, change: (result: Answer) => void): void {
  const { prototype } = frame.XMLHttpRequest;
  const response = Object.getOwnPropertyDescriptor(prototype, 'response');
  Object.defineProperty(prototype, 'response', {
    get(this: XMLHttpRequest) {
      const answer = response?.get?.call(this);
      if (answer?.result) change(answer.result as Answer);
      return answer;
    },
  });
}

/** An account that can call somebody by phone into a meeting. */
const PHONE: Answer = {
  support_call_out: '1',
  call_out_country_json: JSON.stringify([{ id: 'US', name: 'USA', code: '+1' }]),
};

function joinWithAnswer(answer: Answer, props: Partial<ZoomJoinProps>) {
  const simulator = createMeetingSimulator({ people: ['Grace Hopper'] });
  const prepare = (frame: FrameWindow) => {
    changeAnswer(frame, (result) => Object.assign(result, answer));
    simulator.sdk.prepare?.(frame);
  };
  const practice = joinPractice({ props: { sdk: { ...simulator.sdk, prepare }, ...props } });
  return { ...practice, simulator };
}

describe('with hideMeetingInfo, neither the info panel nor its button is there', () => {
  it.each(firstOf(5, [...LANGUAGES, ...MORE_LANGUAGES]))(
    'in %s, for a guest and for a host',
    async (language) => {
      const { until, frameDocument, simulator } = joinPractice({
        props: { hideMeetingInfo: true, language },
      });
      await until('joined');
      await expect.poll(() => frameDocument()?.querySelectorAll('[role=tab]').length).toBeGreaterThan(1);
      expect(infoControls(frameDocument())).toBe(0);
      await simulator.host.promote();
      expect(infoControls(frameDocument())).toBe(0);
    },
  );

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
      expect(seen.length).toBeGreaterThan(2);
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
    [...(frame?.querySelectorAll<HTMLElement>('[role=dialog]') ?? [])]
      .find((one) => infoTitles.has(nameOf(one)))
      ?.innerText.trim() ?? '';

  it('by default: topic, host, participant ID, encryption and data centre, and nothing else', async () => {
    const text = await panelText(undefined);
    expect(text).toMatch(
      /^Practice meeting\nHost\nParticipant ID\n\d\nEncryption\nNo\nYou are connected .* data centers in$/,
    );
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
    const { until, frameDocument } = joinWithAnswer(PHONE, { language });
    await until('joined');
    await openParticipants(frameDocument());
    expect(reachable(frameDocument(), inviteTitles)).toEqual([]);
  });

  it('is offered when invite is not hidden', async () => {
    const { until, frameDocument } = joinWithAnswer(PHONE, { hideMeetingInfo: ['mn', 'pwd'] });
    await until('joined');
    await openParticipants(frameDocument());
    await expect.poll(() => reachable(frameDocument(), inviteTitles).length).toBe(1);
  });
});

it.each([
  [undefined, false],
  [['mn'] as const, false],
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
    frame?.open('https://zoom.us/broadcast/12345678901?c=youtube&token=x', '_blank');
    expect(open).toHaveBeenCalledTimes(opens ? 1 : 0);
    frame?.open('https://zoom.us/privacy', '_blank');
    expect(open).toHaveBeenLastCalledWith('https://zoom.us/privacy', '_blank');
  },
);

interface CaptionClient {
  getManualCaptionUrl(): string;
}

/** Returns the object in the SDK's React tree from which its caption menus take the token. */
function findCaptionClient(frame: Document | null | undefined): CaptionClient | undefined {
  const seen = new Set<unknown>();
  const open: unknown[] = [...(frame?.querySelectorAll('#zoom *') ?? [])].flatMap((element) =>
    Object.entries(element).flatMap(([key, value]) => (/^__react(Container|Fiber)/.test(key) ? [value] : [])),
  );
  while (open.length > 0 && seen.size < 100_000) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null || seen.has(one) || 'nodeType' in one) continue;
    seen.add(one);
    if ('getManualCaptionUrl' in one) return one as CaptionClient;
    for (const key of ['return', 'child', 'sibling', 'memoizedProps', 'value', 'captionClient']) {
      open.push((one as Record<string, unknown>)[key]);
    }
  }
  return undefined;
}

it.each([
  [undefined, ''],
  [true, ''],
  [['pwd', 'invite'] as const, 'https://wmcc.zoom.us/closedcaption?id=98765432109'],
])(
  'the host gets the token for an external caption service, which contains the number, only when the number is shown (%o)',
  async (hideMeetingInfo, ccUrl) => {
    const answer: Answer = {
      ccUrl: 'https://wmcc.zoom.us/closedcaption?id=98765432109',
      meetingOptions: JSON.stringify({ isEnableManualCaptions: true, isEnableAllowThirdPartyCCToken: true }),
    };
    const { until, frameDocument } = joinWithAnswer(answer, { hideMeetingInfo });
    await until('joined');
    const client = await vi.waitUntil(() => findCaptionClient(frameDocument()));
    expect(client.getManualCaptionUrl()).toBe(ccUrl);
  },
);
