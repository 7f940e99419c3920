import {
  type CSSProperties,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useImperativeHandle,
  useState,
} from 'react';
import type { ZoomJoinHandle } from '../session/api/handle.ts';
import type { ZoomJoinProps } from './props.ts';
import { rootAttributes } from './root-attributes.ts';
import { IdleScreen } from './screens/idle-screen.tsx';
import type { LoadedScreens } from './screens/overlay.tsx';
import { ScreenContent } from './screens/screen-content.tsx';
import type { Labels } from './texts/labels.ts';
import { useZoomJoin } from './use-zoom-join.ts';

const rootStyle: CSSProperties = {
  position: 'relative',
  // Makes its size the measure of the screens' type and spacing (cqmin), and keeps its content from giving it one.
  containerType: 'size',
  // Its width where its container asks for one, such as a dialog: one column of that width, or else of any. Not `display`,
  // which a class or `hidden` may want to set.
  columns: '640px 1',
  overflow: 'hidden',
  width: '100%',
  height: '100%',
  aspectRatio: '16 / 9',
  background: 'var(--zoom-join-background, light-dark(#f6f7f9, #1c1d21))',
};

const fill: CSSProperties = { position: 'absolute', inset: 0 };

/** What a screen of the app's own gets until the texts are there. */
const NO_TEXTS = { join: 'Join meeting', left: {}, errors: {} } as Labels;

/**
 * A Zoom meeting, where it stands. Its `children` are drawn over the meeting; other attributes go to its outer element.
 *
 * @example
 * ```tsx
 * <ZoomJoin
 *   meeting="123 4567 8901"
 *   userName="Ada"
 *   getSignature={(request, { signal }) => {
 *     const headers = { 'content-type': 'application/json' };
 *     return fetch('/api/zoom', { method: 'POST', headers, body: JSON.stringify(request), signal });
 *   }}
 * />
 * ```
 */
export const ZoomJoin: ForwardRefExoticComponent<ZoomJoinProps & RefAttributes<ZoomJoinHandle>> = forwardRef(
  function ZoomJoin(props: ZoomJoinProps, ref) {
    const {
      userName,
      language,
      title,
      autoJoin = true,
      preload: _,
      screens,
      labels,
      style,
      children,
      ...rest
    } = props;
    const { state, attempt, next, isRendered, handle, containerRef } = useZoomJoin(props);
    useImperativeHandle(ref, () => handle, [handle]);
    const { status } = state;
    const loaded = useScreens(props, attempt);
    const texts = loaded ? loaded.withTexts(labels) : ({ ...NO_TEXTS, ...labels } as Labels);

    const isIdle = status === 'idle' && !autoJoin;
    const isSeen =
      /joined|reconnecting/.test(status) || (state as { readonly for?: string }).for === 'admission';
    // Before the texts are there, English only where no other language may come.
    const button = (loaded !== undefined || labels?.join || !language) && texts.join;
    const idle = (
      <IdleScreen
        name={userName}
        badge={loaded && <loaded.Badge name={userName} />}
        text={isIdle ? title : handle.error?.userMessage}
        button={(isIdle || /left|failed/.test(status)) && button}
        onClick={isIdle ? handle.join : handle.retry}
      />
    );
    return (
      <div
        {...rootAttributes(rest)}
        lang={loaded?.lang}
        style={{ ...rootStyle, ...style }}
        data-zoom-join=""
        data-status={status}
      >
        {/* Hidden, not removed: the SDK measures itself while it joins, and nothing in it takes the focus. */}
        <div
          ref={containerRef}
          style={{ ...fill, visibility: isSeen ? 'visible' : 'hidden' }}
          {...(status === 'reconnecting' && INERT)}
        />
        {children}
        {isIdle && screens?.idle ? (
          // At once, and never ours in its place: it may ask for consent.
          <div style={fill}>
            <ScreenContent
              screen={screens.idle}
              props={{ ...handle, state, attempt, userName, labels: texts, retryAt: null }}
            />
          </div>
        ) : (
          // Without the other screens (on the server, or because they did not load) it has what is needed to go on.
          (isIdle || !(loaded || isSeen)) && idle
        )}
        {loaded && (
          <loaded.Overlay
            {...{ props, handle, state, attempt, next, isRendered }}
            labels={texts}
            OwnScreen={loaded.OwnScreen}
          />
        )}
      </div>
    );
  },
);

/** React 19 knows it as a boolean, React 18 hands on what it does not know: both take a string. */
const INERT: object = { inert: 'inert' };

/**
 * The screens and what they need, which load when the component is mounted. `undefined`: not yet. `null`: they could not;
 * they are asked for again with each try.
 */
function useScreens(
  { language, labels, screens }: ZoomJoinProps,
  attempt: number,
): LoadedScreens | null | undefined {
  const [loaded, setLoaded] = useState<LoadedScreens | null>();
  const asked = loaded === null ? attempt : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what asks again.
  useEffect(() => {
    let isWanted = true;
    import('./screens/overlay.tsx')
      .then(({ loadScreens }) => loadScreens(language, !labels, !!screens))
      .catch(() => null)
      .then((found) => isWanted && setLoaded(found));
    return () => {
      isWanted = false;
    };
  }, [language, !labels, !screens, asked]);
  return loaded;
}
