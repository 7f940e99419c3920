import {
  type CSSProperties,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { ZoomJoinHandle } from '../session/api/handle.ts';
import type { ZoomJoinProps } from './props.ts';
import { rootAttributes } from './root-attributes.ts';
import { IdleScreen } from './screens/idle-screen.tsx';
import type { LoadedScreens } from './screens/overlay.tsx';
import { ScreenContent } from './screens/screen-content.tsx';
import { scriptLinks } from './script-links.tsx';
import type { Labels } from './texts/labels.ts';
import { useZoomJoin } from './use-zoom-join.ts';

const rootStyle: CSSProperties = {
  position: 'relative',
  // The text and the spacing of the screens depend on the size of this element (cqmin). Its content doesn't affect
  // its size.
  containerType: 'size',
  // Makes the element 640 px wide if its container takes its width from the content, as a dialog does. It is one
  // column of that width, or else of the container's width. Don't use `display`, which a class or `hidden` may set.
  columns: '640px 1',
  // Not `hidden`, with which Firefox gives the column no width.
  overflow: 'clip',
  width: '100%',
  height: '100%',
  aspectRatio: '16/9',
  background: 'var(--zoom-join-background, light-dark(#f6f7f9, #1c1d21))',
};

const fill: CSSProperties = { position: 'absolute', inset: 0 };

/** The labels that a custom screen gets until the texts have loaded. */
const NO_TEXTS = { join: 'Join meeting', left: {}, errors: {} } as Labels;

/**
 * Renders a Zoom meeting. Its `children` are rendered on top of the meeting. Other attributes are passed to its
 * outer element.
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
    const { userName, language, title, autoJoin = true, screens, labels, style, children, ...rest } = props;
    const { state, attempt, next, isRendered, handle, containerRef } = useZoomJoin(props);
    const root = useRef<HTMLDivElement>(null);
    // This render may remove a button that was pressed before the screens had loaded, which follow the focus.
    const focused = useRef<Element | null>(null);
    focused.current = root.current?.querySelector(':focus') ?? focused.current;
    useImperativeHandle(ref, () => handle, [handle]);
    const { status } = state;
    const loaded = useScreens(props, attempt);
    const texts = loaded ? loaded.withTexts(labels) : ({ ...NO_TEXTS, ...labels } as Labels);

    const isIdle = status === 'idle' && !autoJoin;
    const isSeen = /joined|reconnecting|admission/.test(status + (state as { readonly for?: string }).for);
    // Until the texts have loaded, show the English text only if no other language is expected.
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
        ref={root}
        {...rootAttributes(rest)}
        lang={loaded?.lang}
        style={{ ...rootStyle, ...style }}
        data-zoom-join=""
        data-status={status}
      >
        {scriptLinks(props)}
        {/* Hide it instead of removing it, because the SDK measures itself while it joins. A hidden element
            can't take the focus. */}
        <div
          ref={containerRef}
          style={{ ...fill, visibility: isSeen ? undefined : 'hidden' }}
          {...(status === 'reconnecting' && INERT)}
        />
        {children}
        {isIdle && screens?.idle ? (
          // Render it at once, and never replace it with the default screen, because it may ask for consent.
          <div style={fill}>
            <ScreenContent
              screen={screens.idle}
              props={{ ...handle, state, attempt, userName, labels: texts, retryAt: null }}
            />
          </div>
        ) : (
          // Without the other screens (on the server, or if they didn't load), this one has what the user needs to
          // go on.
          (isIdle || !(loaded || isSeen)) && idle
        )}
        {loaded && (
          <loaded.Overlay
            {...{ props, handle, state, attempt, next, isRendered, focused }}
            labels={texts}
            OwnScreen={loaded.OwnScreen}
          />
        )}
      </div>
    );
  },
);

/** React 19 treats `inert` as a boolean, and React 18 passes unknown attributes on. Both accept a string. */
const INERT: object = { inert: 'inert' };

/**
 * Loads the screens and what they need after the component has mounted. Returns `undefined` while they load, and
 * `null` if they could not be loaded. In that case, each attempt to join requests them again.
 */
function useScreens(
  { language, labels, screens }: ZoomJoinProps,
  attempt: number,
): LoadedScreens | null | undefined {
  const [loaded, setLoaded] = useState<LoadedScreens | null>();
  const asked = loaded === null ? attempt : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` triggers another request.
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
