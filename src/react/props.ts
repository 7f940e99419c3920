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
   * With `autoJoin={false}`: when the SDK is loaded and initialised, so that a click only has to join. `'none'`: after the
   * click. `'intent'`: when the pointer or the focus comes to a button of the idle screen. `'mount'`: at once.
   * Default: `'none'`: until somebody asks for it, Zoom hears nothing of them.
   */
  preload?: Preload | undefined;
  /**
   * Replaces single screens, each by a component, an element or a function. One that suspends or throws has the default
   * screen in its place, and the meeting goes on.
   */
  screens?: Partial<Screens> | undefined;
  /**
   * Replaces single texts of the default screens. If they are in a language that `language` does not name, put `lang` on an
   * element around the component.
   */
  labels?: LabelOverrides | undefined;
  /**
   * Another way into the meeting, for phones, other browsers, and pages that may use neither camera nor microphone: usually the
   * join URL that your server gives to this person, which opens the Zoom app; or a path of yours that redirects there. An
   * `http(s):` or `zoommtg:` address, or a function that returns (a promise of) it.
   *
   * Called and opened on a click, in a new tab; until then it stands nowhere in the page. Whoever has a join URL can pass it on.
   */
  appUrl?: AppUrl | undefined;
  className?: string | undefined;
  /** Of the outer element. Without a height from you or its parent it is 16:9, without a width 640 px wide. */
  style?: CSSProperties | undefined;
}
