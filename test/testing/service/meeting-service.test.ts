import { describe, expect, it } from 'vitest';
import { failureCodes, failureFor } from '../../../src/testing/failures.ts';
import { MeetingService, type MeetingServiceOptions } from '../../../src/testing/service/meeting-service.ts';
import { decodeText, Evt, encodeText, type Frame } from '../../../src/testing/service/messages.ts';

/** Joins a service as a browser does, as far as the socket is concerned. */
function connect(options: MeetingServiceOptions = {}) {
  const service = new MeetingService(options);
  const sent: Frame[] = [];
  const url = new URL(`wss://${service.rwgHost}/wc/api/1?dn2=${encodeText('Ada')}`);
  const { receive, closed } = service.connect(url, {
    send: (text) => sent.push(JSON.parse(text) as Frame),
    close: () => {},
  });
  const say = (evt: number, body: Record<string, unknown> = {}) => receive(JSON.stringify({ evt, body }));
  return { service, sent, say, closed, events: () => sent.map(({ evt }) => evt) };
}

describe('the simulated service', () => {
  it('greets, lets in, and tells who is there', () => {
    const { sent, say, events } = connect({ people: ['Grace'] });
    expect(sent[0]).toMatchObject({ evt: Evt.alive, body: { status: 'READY' } });
    say(Evt.hello);
    expect(events()).toEqual([Evt.alive, Evt.joined, Evt.attributes, Evt.roster]);
    const added = (sent[3]?.body['add'] ?? []) as { dn2: string }[];
    expect(added.map(({ dn2 }) => decodeText(dn2))).toEqual(['Ada', 'Grace']);
  });

  it('refuses while the meeting has not started, and with what it was told to', () => {
    const { service, sent, say } = connect({ started: false });
    say(Evt.hello);
    expect(sent.at(-1)?.body).toMatchObject({ res: 3008 });
    service.started = true;
    service.fail(4006);
    say(Evt.hello);
    expect(sent.at(-1)?.body).toMatchObject({ res: 12 });
    service.fail(undefined);
    say(Evt.hello);
    expect(sent.at(-1)?.evt).toBe(Evt.roster);
  });

  it('keeps the others out of sight in the waiting room', () => {
    const { service, sent, say } = connect({ people: ['Grace'], waitingRoom: true });
    say(Evt.hello);
    service.addPerson('Alan');
    const names = sent.flatMap(({ body }) =>
      ((body['add'] ?? []) as { dn2: string }[]).map(({ dn2 }) => decodeText(dn2)),
    );
    expect(names).toEqual(['Ada']);
    service.setHold(false);
    expect(JSON.stringify(sent.at(-1)?.body)).toContain(encodeText('Alan'));
  });

  it('answers the heartbeat, and forgets who has left', () => {
    const { service, sent, say, closed } = connect();
    say(Evt.hello);
    say(Evt.alive);
    expect(sent.at(-1)).toMatchObject({ evt: Evt.alive, body: {} });
    expect(service.people.size).toBe(1);
    say(Evt.leave);
    expect(service.people.size).toBe(0);
    expect(() => closed()).not.toThrow();
  });

  it('checks the passcode where Zoom does', async () => {
    const { service } = connect({ passcode: 'right' });
    const ask = (passWord: string) =>
      service.answer({
        url: new URL('https://zoom.us/api/v1/wc/info'),
        body: String(new URLSearchParams({ passWord })),
      });
    expect((await ask('wrong'))?.body).toMatchObject({ status: false, errorCode: 3004 });
    expect((await ask('right'))?.body).toMatchObject({ status: true });
  });

  it('is silent when the network is down', async () => {
    const { service } = connect();
    service.online = false;
    expect(
      await service.answer({ url: new URL('https://zoom.us/api/v1/wc/info'), body: '' }),
    ).toBeUndefined();
  });

  it('is not thrown off by what is no message', () => {
    const { say, service } = connect();
    const url = new URL('wss://x.example/wc/api/1');
    const { receive } = service.connect(url, { send: () => {}, close: () => {} });
    for (const garbage of ['', '{', '[]', 'null', '{"evt":"x"}', '{"evt":4301,"body":7}']) {
      expect(() => receive(garbage)).not.toThrow();
    }
    expect(() => say(Evt.rename, { id: 99, dn2: '' })).not.toThrow();
  });
});

describe('failures', () => {
  it('names the codes it knows when it is asked for another', () => {
    expect(() => failureFor(1)).toThrow(/fail\(1\).*3004/s);
    expect(failureCodes.length).toBeGreaterThan(60);
  });
});

it('encodes and decodes any name', () => {
  for (const name of ['Ada', 'Åsa Öberg', '山田太郎', '👩‍🚀', ''])
    expect(decodeText(encodeText(name))).toBe(name);
});
