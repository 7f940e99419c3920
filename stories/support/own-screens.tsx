import type { CSSProperties, ReactElement } from 'react';
import type { ScreenProps, Screens } from 'react-zoom-join';

const screen: CSSProperties = {
  position: 'absolute',
  inset: 0,
  display: 'grid',
  placeContent: 'center',
  justifyItems: 'center',
  gap: 20,
  padding: 24,
  textAlign: 'center',
  font: '400 clamp(15px, 3cqmin, 22px)/1.4 Georgia, serif',
  color: '#fff7ea',
  background: 'radial-gradient(120% 90% at 50% 110%, #b4471e, #4a1531 60%, #1d0f26)',
};
const title: CSSProperties = { margin: 0, fontSize: '1.6em', fontWeight: 400 };
const button: CSSProperties = {
  padding: '10px 26px',
  font: 'inherit',
  fontSize: '0.9em',
  color: '#3a1220',
  background: '#ffd9a0',
  border: 0,
  borderRadius: 99,
  cursor: 'pointer',
};

const Ready = ({ userName, join }: ScreenProps): ReactElement => (
  <div style={screen}>
    <p style={title}>Ready when you are, {userName}</p>
    <button type="button" style={button} onClick={join}>
      Take a seat
    </button>
  </div>
);

const Coming = ({ labels, status }: ScreenProps): ReactElement => (
  <div style={screen}>
    <p style={title}>The curtain rises…</p>
    <p style={{ margin: 0 }}>{status === 'authorizing' ? labels.authorizing : labels.joining}</p>
  </div>
);

const Over = ({ retry }: ScreenProps): ReactElement => (
  <div style={screen}>
    <p style={title}>That was it for today.</p>
    <button type="button" style={button} onClick={retry}>
      Encore
    </button>
  </div>
);

/** The screens of a theatre. The other three are the default ones. */
export const ownScreens: Partial<Screens> = { idle: Ready, connecting: Coming, left: Over };
