import type { ReactElement } from 'react';
import { hideChoices, languages, type Settings, views } from './settings.ts';

export interface MeetingFormProps {
  settings: Settings;
  inMeeting: boolean;
  onChange: (settings: Settings) => void;
  onJoin: () => void;
  onLeave: () => void;
  onRemove: () => void;
}

export function MeetingForm(props: MeetingFormProps): ReactElement {
  const { settings, inMeeting, onChange, onJoin, onLeave, onRemove } = props;
  const set = (change: Partial<Settings>) => onChange({ ...settings, ...change });
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        onJoin();
      }}
    >
      <h2>Meeting</h2>
      <Text label="Meeting" value={settings.meeting} onChange={(meeting) => set({ meeting })} />
      <Text label="Passcode" value={settings.passcode} onChange={(passcode) => set({ passcode })} hidden />
      <Text label="Your name" value={settings.userName} onChange={(userName) => set({ userName })} />
      <Choice
        label="Role"
        value={settings.role}
        options={[
          ['participant', 'Participant'],
          ['host', 'Host'],
        ]}
        onChange={(role) => set({ role })}
      />
      <Choice label="Hide" value={settings.hide} options={hideChoices} onChange={(hide) => set({ hide })} />
      <Choice label="View" value={settings.view} options={views} onChange={(view) => set({ view })} />
      <Choice
        label="Language"
        value={settings.language}
        options={languages}
        onChange={(language) => set({ language })}
      />
      <div className="buttons">
        <button type="submit" className="primary">
          {inMeeting ? 'Rejoin' : 'Join'}
        </button>
        <button type="button" onClick={onLeave} disabled={!inMeeting}>
          Leave
        </button>
        <button type="button" onClick={onRemove} disabled={!inMeeting}>
          Unmount
        </button>
      </div>
    </form>
  );
}

interface TextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hidden?: boolean;
}

function Text({ label, value, onChange, hidden }: TextProps): ReactElement {
  return (
    <label>
      {label}
      <input
        type={hidden ? 'password' : 'text'}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>): ReactElement {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
