import { type CSSProperties, type ReactElement, useState } from 'react';
import type { ZoomJoinError } from '../../../failures/zoom-join-error.ts';
import { secondary } from '../soft-styles.ts';
import { primary } from '../styles.ts';
import { line, Said } from './said.tsx';
import { textsOf } from './texts.ts';
import { pageOf, useAppUrl } from './use-app-url.ts';
import type { WayProps } from './way-props.ts';

/** A link that looks like a button. */
const linked: CSSProperties = {
  ...primary,
  display: 'inline-grid',
  alignContent: 'center',
  boxSizing: 'border-box',
  textDecoration: 'none',
};
const address: CSSProperties = { ...line, font: 'inherit', minWidth: 0, padding: '.45em', direction: 'ltr' };

/** Offers Zoom's own page, or else the Zoom app, or else a link to this page for another browser. */
export function Remedies({ props, labels, error }: WayProps & { error: ZoomJoinError }): ReactElement | null {
  const { remedies = [], url } = error;
  const texts = textsOf(labels);
  const app = useAppUrl(props, texts);
  const [copied, setCopied] = useState('');
  const [link, setLink] = useState('');
  const look = remedies.includes('retry') ? secondary : primary;

  const copy = async (page: Window) => {
    const { href } = page.location;
    try {
      await page.navigator.clipboard.writeText(href);
      setCopied(texts.copied);
    } catch {
      // The clipboard is not available in this browser, in this frame, or without https. The user can copy the link
      // by hand.
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

function select(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
