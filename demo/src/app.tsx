import { type ReactElement, useCallback, useRef, useState } from 'react';
import { selfHosted, ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { EventLog } from './event-log.tsx';
import { fetchSignature } from './fetch-signature.ts';
import { HostPanel } from './host-panel.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { practice } from './practice.ts';
import { defaults, hideMeetingInfo, type Settings } from './settings.ts';
import { useLog } from './use-log.ts';

/** A small app around one meeting: a form, the component, and a log of what happens. */
export function App(): ReactElement {
  // The simulated meeting needs no input first, so the component is mounted at once.
  const [settings, setSettings] = useState<Settings | null>(practice ? defaults : null);
  const [draft, setDraft] = useState(defaults);
  const handle = useRef<ZoomJoinHandle>(null);
  const { entries, add, clear } = useLog();
  const end = useCallback(() => setSettings(null), []);

  const change = (next: Settings) => {
    setDraft(next);
    // The view changes live. The other settings apply to the next join.
    setSettings((current) => current && { ...current, view: next.view });
  };

  return (
    <div className="page">
      <header>
        <h1>react-zoom-join</h1>
        <span className="badge">{practice ? 'Practice meeting' : 'Live on Zoom'}</span>
        <p>
          {practice
            ? 'The real Zoom SDK in a make-believe meeting: no account, no network. Set ZOOM_SDK_KEY and ZOOM_SDK_SECRET in .env to join real ones.'
            : 'Joins real meetings with the credentials in .env.'}
        </p>
      </header>

      <main>
        <section className="meeting-area" aria-label="Meeting">
          {settings === null ? (
            <p className="empty">Fill in the form and join: the meeting will stand here.</p>
          ) : (
            <ZoomJoin
              ref={handle}
              className="meeting"
              meeting={
                settings.passcode === ''
                  ? settings.meeting
                  : { meetingNumber: settings.meeting, password: settings.passcode }
              }
              userName={settings.userName}
              role={settings.role}
              view={settings.view}
              language={settings.language}
              hideMeetingInfo={hideMeetingInfo[settings.hide]}
              sdk={practice?.sdk ?? selfHosted()}
              getSignature={fetchSignature}
              onStatusChange={(state) => {
                const detail =
                  state.status === 'left' ? state.reason : state.status === 'waiting' ? state.for : '';
                add('status', state.status, detail);
              }}
              onError={(error) => add('error', error.code, `${error.message} ${error.hint ?? ''}`)}
              onUserAdded={(users) => add('event', 'user-added', names(users))}
              onUserRemoved={(users) => add('event', 'user-removed', `${users.length}`)}
              onUserUpdated={(users) => add('event', 'user-updated', names(users))}
              onActiveSpeaker={(users) => add('event', 'active-speaker', names(users))}
              onChatMessage={(message) => add('event', 'chat', message.sender.name)}
            />
          )}
        </section>

        <aside>
          <MeetingForm
            settings={draft}
            inMeeting={settings !== null}
            onChange={change}
            onJoin={() => {
              clear();
              // Joining the same meeting again is a retry. With another meeting, the component rejoins by itself.
              if (settings !== null) setTimeout(() => handle.current?.retry());
              setSettings(draft);
            }}
            onLeave={() => handle.current?.leave()}
            onRemove={end}
          />
          {practice && <HostPanel simulator={practice} />}
          <EventLog entries={entries} />
        </aside>
      </main>
    </div>
  );
}

const names = (users: readonly { displayName?: string }[]): string =>
  users.map((user) => user.displayName ?? '').join(', ');
