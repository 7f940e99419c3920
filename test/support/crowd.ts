import { setTimeout as after } from 'node:timers/promises';
import type { MeetingService } from '../../src/testing/service/meeting-service.ts';
import type { SimulatedPerson } from '../../src/testing/service/participant.ts';

/** Creates this many people, every other one with the camera on. */
export const crowd = (size: number): SimulatedPerson[] =>
  Array.from({ length: size }, (_, index) => ({ name: `Person ${index + 1}`, video: index % 2 === 0 }));

/** The number of Zoom's message about who is talking, as read in SDK 6.2.0. */
const TALKING = 12_033;
/** What happens, in turn. As many people leave as join. */
const TURNS = ['talk', 'change', 'come', 'talk', 'change', 'go'] as const;

/** How often each has happened. */
export type Stir = Record<(typeof TURNS)[number], number>;

/** Makes people talk, change, join and leave `perSecond` times per second, each in a message of its own. */
export async function stir(service: MeetingService, perSecond: number, ms: number): Promise<Stir> {
  const selves = new Set([...service.seats].map(({ self }) => self?.userId));
  const people = [...service.people.values()].filter(({ userId }) => !selves.has(userId));
  const done: Stir = { talk: 0, change: 0, come: 0, go: 0 };
  const happen = (turn: (typeof TURNS)[number], count: number): void => {
    const person = people[count % people.length];
    if (person === undefined) throw new RangeError('Nobody is there to do anything.');
    done[turn] += 1;
    if (turn === 'talk') for (const seat of service.seats) seat.send(TALKING, { asn1: person.userId });
    else if (turn === 'change') service.updatePerson(person.userId, { muted: !person.muted });
    else if (turn === 'come') people.push(service.addPerson(`Visitor ${count}`));
    else {
      people.splice(people.indexOf(person), 1);
      service.removePerson(person.userId);
    }
  };
  const start = Date.now();
  const total = Math.round((perSecond * ms) / 1000);
  for (let count = 0; count < total; ) {
    const due = Math.min(total, Math.ceil(((Date.now() - start) * perSecond) / 1000));
    for (; count < due; count += 1) happen(TURNS[count % TURNS.length] ?? 'talk', count);
    await after(10);
  }
  return done;
}
