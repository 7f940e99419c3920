import { type ReactElement, useState } from 'react';
import type { MeetingSimulator } from 'react-zoom-join/testing';

const GUESTS = [
  'Katherine Johnson',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Radia Perlman',
  'Tim Berners-Lee',
  'Margaret Hamilton',
  'Linus Torvalds',
];

/** Controls that act as the host, the other participants and the network of the simulated meeting. */
export function HostPanel({ simulator }: { simulator: MeetingSimulator }): ReactElement {
  const { host, participants, network } = simulator;
  const [problem, setProblem] = useState('');
  const [waitingRoom, setWaitingRoom] = useState(false);
  const [offline, setOffline] = useState(false);

  const act = (action: () => unknown) => async () => {
    setProblem('');
    try {
      await action();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const others = () => participants.list().filter(({ name }) => GUESTS.includes(name));

  return (
    <section className="card" aria-label="Play the host">
      <h2>Play the host</h2>
      <div className="buttons">
        <button
          type="button"
          onClick={act(() => participants.add(GUESTS[others().length % GUESTS.length] ?? 'Guest'))}
        >
          Add somebody
        </button>
        <button
          type="button"
          onClick={act(async () => {
            const last = others().at(-1);
            if (last !== undefined) await participants.remove(last.userId);
          })}
        >
          Somebody leaves
        </button>
        <button type="button" onClick={act(() => host.putOnHold())}>
          To the waiting room
        </button>
        <button type="button" onClick={act(() => host.admit())}>
          Admit
        </button>
        <button type="button" onClick={act(() => host.promote())}>
          Make host
        </button>
        <button type="button" onClick={act(() => host.remove())}>
          Remove
        </button>
        <button type="button" onClick={act(() => host.end())}>
          End for all
        </button>
        <button
          type="button"
          aria-pressed={offline}
          onClick={act(() => {
            setOffline(!offline);
            return offline ? network.restore() : network.drop();
          })}
        >
          {offline ? 'Restore network' : 'Drop network'}
        </button>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={waitingRoom}
          onChange={(event) => {
            setWaitingRoom(event.target.checked);
            host.setWaitingRoom(event.target.checked);
          }}
        />
        Waiting room for the next join
      </label>
      <p className="problem" role="status">
        {problem}
      </p>
    </section>
  );
}
