import { type CSSProperties, type ReactElement, useEffect, useRef, useState } from 'react';
import type { ZoomJoinError } from '../../../failures/zoom-join-error.ts';
import { forbiddenMedia, type Media } from '../../../sdk/frame/forbidden-media.ts';
import type { MeetingState } from '../../../session/api/status.ts';
import type { ZoomJoinProps } from '../../zoom-join.tsx';
import { openAppUrl, problemOf } from './app-url.ts';
import { soft } from '../badge.tsx';
import type { Warn } from '../overlay.tsx';
import { overlay, primary } from '../idle-screen.tsx';
import type { Labels, OtherWayLabel } from '../../texts/labels.ts';
import { otherWaysInEnglish } from './english.ts';

const secondary: CSSProperties = { ...primary, ...soft };
/** A link that looks like a button. */
const linked: CSSProperties = {
  ...primary,
  display: 'inline-grid',
  alignContent: 'center',
  boxSizing: 'border-box',
  textDecoration: 'none',
};
/** On a line of its own, among buttons. While there is nothing to say it takes no room. */
const line: CSSProperties = { margin: 0, flexBasis: '100%' };
const address: CSSProperties = { ...line, font: 'inherit', minWidth: 0, padding: '.45em', direction: 'ltr' };

interface OtherWaysProps {
  props: ZoomJoinProps;
  labels: Labels;
  warn: Warn;
}

const textsOf = ({ otherWays }: Labels): Record<OtherWayLabel, string> => ({
  ...otherWaysInEnglish,
  ...otherWays,
});

const pageOf = (element: Element | null): Window => element?.ownerDocument.defaultView ?? window;

/** With an error: what the failed screen offers beside another try. With a state: the {@link MediaNotice}, while it is of use. */
export function OtherWays({
  error,
  state,
  ...rest
}: OtherWaysProps & { error?: ZoomJoinError; state?: MeetingState }): ReactElement | null {
  if (error) return <Remedies {...rest} error={error} />;
  return state && /left|failed/.test(state.status) ? null : <MediaNotice {...rest} />;
}

/** A page of Zoom's, the Zoom app, or a link to take along to another browser. */
function Remedies({
  props,
  labels,
  warn,
  error,
}: OtherWaysProps & { error: ZoomJoinError }): ReactElement | null {
  const { remedies = [], url } = error;
  const texts = textsOf(labels);
  const app = useAppUrl(props, texts, warn);
  const [copied, setCopied] = useState('');
  const [link, setLink] = useState('');
  const look = remedies.includes('retry') ? secondary : primary;

  const copy = async (page: Window) => {
    const { href } = page.location;
    try {
      await page.navigator.clipboard.writeText(href);
      setCopied(texts.copied);
    } catch {
      // Not in this browser, this frame, or not without https: then by hand.
      setLink(href);
    }
  };

  if (url?.startsWith('https://'))
    return (
      <a href={url} target="_blank" rel="noopener noreferrer" style={linked}>
        {labels.openZoom}
      </a>
    );
  if (remedies.includes('app') && app.open)
    return (
      <>
        <button type="button" style={look} onClick={app.open}>
          {texts.openApp}
        </button>
        <Said text={app.said} />
      </>
    );
  if (!remedies.includes('other-browser')) return null;
  return (
    <>
      <button type="button" style={look} onClick={({ currentTarget }) => void copy(pageOf(currentTarget))}>
        {texts.copyLink}
      </button>
      {link && <input ref={select} style={address} aria-label={texts.copyLink} value={link} readOnly />}
      <Said text={copied} />
    </>
  );
}

/** A page in a frame may be kept from camera and microphone by the page around it: says so, before and in the meeting. */
function MediaNotice({ props, labels, warn }: OtherWaysProps): ReactElement {
  const texts = textsOf(labels);
  const app = useAppUrl(props, texts, warn);
  const inside = useRef<HTMLDivElement>(null);
  const [media, setMedia] = useState<readonly Media[]>([]);
  useEffect(() => {
    const page = pageOf(inside.current);
    // By its own policy a page that is in no frame has chosen so.
    if (page.parent !== page) void forbiddenMedia(page).then(setMedia);
  }, []);
  const text = noticeOf(media, texts);
  return (
    <div ref={inside}>
      {text && (
        <div className="zoom-join-notice" style={notice}>
          <p style={{ margin: 0, flex: '1 1 12em' }} role="alert" dir="auto">
            {text}
          </p>
          {app.open && (
            <button type="button" style={compact} onClick={app.open}>
              {texts.openTab}
            </button>
          )}
          <button type="button" style={compact} aria-label={texts.dismiss} onClick={() => setMedia([])}>
            ✕
          </button>
          <Said text={app.said} />
        </div>
      )}
    </div>
  );
}

function noticeOf(media: readonly Media[], texts: Record<OtherWayLabel, string>): string {
  const hasCamera = !media.includes('camera');
  if (media.includes('microphone')) return hasCamera ? texts.noMicrophone : texts.noCameraNorMicrophone;
  return hasCamera ? '' : texts.noCamera;
}

const notice: CSSProperties = {
  ...overlay,
  inset: '8px 8px auto',
  flexFlow: 'row wrap',
  gap: '4px 8px',
  margin: 'auto',
  padding: '4px 6px 4px 10px',
  fontSize: '.9em',
  lineHeight: 1.3,
  maxWidth: '50em',
  maxHeight: 'calc(100% - 16px)',
  boxSizing: 'border-box',
  overflow: 'auto',
  textAlign: 'start',
  border: '1px solid color-mix(in srgb, currentColor 25%, transparent)',
  borderRadius: 'var(--zoom-join-radius, 8px)',
  boxShadow: '0 2px 12px rgb(0 0 0 / .3)',
};
const compact: CSSProperties = { ...secondary, minHeight: 28, padding: '.1em .8em' };

/** Read aloud when it gets its text. */
const Said = ({ text }: { text: string }): ReactElement => (
  <p role="status" style={text ? line : { ...line, position: 'absolute' }} dir="auto">
    {text}
  </p>
);

function select(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

/** Opens `appUrl` on a click. `open` is absent where there is none, or none that may be opened. */
function useAppUrl(props: ZoomJoinProps, texts: Record<OtherWayLabel, string>, warn: Warn) {
  const { appUrl } = props;
  const [said, setSaid] = useState('');
  /** What the browser did not open after it had been waited for. */
  const known = useRef<string>(undefined);
  const problem = typeof appUrl === 'string' && appUrl !== '' ? problemOf(appUrl, window) : undefined;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (problem) warn(latest.current, { code: 'app-url-failed', problem });
  }, [problem, warn]);
  if (!appUrl || problem) return { open: undefined, said };
  const open = async ({ currentTarget }: { currentTarget: Element }) => {
    const page = pageOf(currentTarget);
    setSaid('');
    const notOpened = await openAppUrl(known.current ?? appUrl, page);
    known.current = notOpened?.address;
    if (!notOpened) return;
    setSaid(texts.notOpened);
    // Never its address.
    const { problem: why, cause } = notOpened;
    warn(latest.current, { code: 'app-url-failed', problem: why, ...(cause !== undefined && { cause }) });
  };
  return { open: (event: { currentTarget: Element }) => void open(event), said };
}
