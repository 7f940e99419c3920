import type { ReactElement } from 'react';
import type { LogEntry } from './use-log.ts';

export function EventLog({ entries }: { entries: readonly LogEntry[] }): ReactElement {
  return (
    <section className="card log" aria-label="Events">
      <h2>Events</h2>
      <ol>
        {entries.map(({ id, time, kind, name, detail }) => (
          <li key={id} data-kind={kind}>
            <time>{(time / 1000).toFixed(1)} s</time>
            <b>{name}</b> {detail}
          </li>
        ))}
      </ol>
    </section>
  );
}
