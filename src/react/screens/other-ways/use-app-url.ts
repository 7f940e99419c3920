import { useEffect, useRef, useState } from 'react';
import type { ZoomJoinProps } from '../../props.ts';
import { warn } from '../warn.ts';
import { openAppUrl, problemOf } from './app-url.ts';
import type { OtherWayTexts } from './texts.ts';

export const pageOf = (element: Element | null): Window => element?.ownerDocument.defaultView ?? window;

/**
 * Returns a click handler that opens `appUrl`. `open` is `undefined` if there is no `appUrl`, or if it must not be
 * opened.
 */
export function useAppUrl(props: ZoomJoinProps, texts: OtherWayTexts) {
  const { appUrl } = props;
  const [said, setSaid] = useState('');
  /** The URL that the browser didn't open because it was only known after the click. */
  const known = useRef<string>(undefined);
  const problem = typeof appUrl === 'string' && appUrl !== '' ? problemOf(appUrl, window) : undefined;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (problem) warn(latest.current, { code: 'app-url-failed', problem });
  }, [problem]);
  if (!appUrl || problem) return { open: undefined, said };
  const open = async ({ currentTarget }: { currentTarget: Element }) => {
    const page = pageOf(currentTarget);
    setSaid('');
    const notOpened = await openAppUrl(known.current ?? appUrl, page);
    known.current = notOpened?.address;
    if (!notOpened) return;
    setSaid(texts.notOpened);
    // Don't pass the URL to the warning.
    const { problem: why, cause } = notOpened;
    warn(latest.current, { code: 'app-url-failed', problem: why, ...(cause !== undefined && { cause }) });
  };
  return { open: (event: { currentTarget: Element }) => void open(event), said };
}
