import type { CSSProperties, HTMLAttributes } from 'react';
import type { ControllerOptions } from '../session/api/options.ts';
import type { Preload } from './screens/hooks/use-preload.ts';
import type { AppUrl } from './screens/other-ways/app-url.ts';
import type { Screens } from './screens/types.ts';
import type { LabelOverrides } from './texts/labels.ts';

export type UseZoomJoinOptions = ControllerOptions;

export interface ZoomJoinProps
  extends UseZoomJoinOptions,
    Omit<HTMLAttributes<HTMLDivElement>, keyof UseZoomJoinOptions | 'dangerouslySetInnerHTML'> {
  /**
   * With `autoJoin={false}`, when to load and initialise the SDK, so that a click only has to join. `'none'`: after
   * the click. `'intent'`: when the pointer or the focus reaches a button or link of the idle screen. `'mount'`: at
   * once. Default: `'none'`, so that no request goes to Zoom before the user wants to join.
   */
  preload?: Preload | undefined;
  /**
   * Replaces individual screens, each with a component, an element or a function. If one suspends or throws, the
   * default screen is shown instead, and the meeting goes on. Only `idle` has no such fallback, because it may ask
   * for consent.
   */
  screens?: Partial<Screens> | undefined;
  /**
   * Replaces individual texts of the default screens. If they are in a language that you can't set with `language`,
   * set `lang` on an element around the component.
   */
  labels?: LabelOverrides | undefined;
  /**
   * Another way into the meeting, for phones, for unsupported browsers, and for pages that can't use the camera or
   * the microphone. Usually this is the join URL that your server gives to this user, which opens the Zoom app, or
   * a path of your site that redirects there. Pass an `http(s):` or `zoommtg:` URL, or a function that returns it
   * or a promise of it.
   *
   * When the user clicks, the function is called and the URL is opened in a new tab. Until then, the URL is nowhere
   * in the page. Whoever has a join URL can pass it on.
   */
  appUrl?: AppUrl | undefined;
  className?: string | undefined;
  /**
   * The style of the outer element. Without a height from you or from its parent, its aspect ratio is 16:9. Without
   * a width, it is 640 px wide.
   */
  style?: CSSProperties | undefined;
}
