import { type CSSProperties, type ReactElement, useEffect, useRef, useState } from 'react';
import { forbiddenMedia, type Media } from '../../../sdk/frame/forbidden-media.ts';
import { secondary } from '../soft-styles.ts';
import { overlay } from '../styles.ts';
import { Said } from './said.tsx';
import { type OtherWayTexts, textsOf } from './texts.ts';
import { pageOf, useAppUrl } from './use-app-url.ts';
import type { WayProps } from './way-props.ts';

/**
 * Shown before and in the meeting if the page is in a frame and can't use the camera or the microphone, for example
 * because the page around it forbids that.
 */
export function MediaNotice({ props, labels }: WayProps): ReactElement {
  const texts = textsOf(labels);
  const app = useAppUrl(props, texts);
  const inside = useRef<HTMLDivElement>(null);
  const [media, setMedia] = useState<readonly Media[]>([]);
  useEffect(() => {
    const page = pageOf(inside.current);
    // A page that is not in a frame has set this policy itself, so it needs no notice.
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

function noticeOf(media: readonly Media[], texts: OtherWayTexts): string {
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
