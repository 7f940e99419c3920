import type { ComponentProps } from 'react';
import { AppUrlGiven } from './app-url-given.tsx';
import { Branches } from './branches.tsx';
import { Consent } from './consent.tsx';
import { Contained } from './contained.tsx';
import { Early } from './early.tsx';
import { FullScreen } from './full-screen.tsx';
import { Hidden } from './hidden.tsx';
import { InModal } from './in-modal.tsx';
import { Inline } from './inline.tsx';
import { List } from './list.tsx';
import { Listening } from './listening.tsx';
import { Measured } from './measured.tsx';
import { NewSimulator } from './new-simulator.tsx';
import { OwnReconnecting } from './own-reconnecting.tsx';
import { Plain } from './plain.tsx';
import { Popover } from './popover.tsx';
import { Several } from './several.tsx';
import { Shadow } from './shadow.tsx';
import { Sibling } from './sibling.tsx';

/**
 * Trees such as real apps render the component in. Each gets the component's props as `meeting`, and its own
 * options.
 */
export const SCENES = {
  plain: Plain,
  'app-url-given': AppUrlGiven,
  branches: Branches,
  consent: Consent,
  contained: Contained,
  early: Early,
  'full-screen': FullScreen,
  hidden: Hidden,
  'in-modal': InModal,
  inline: Inline,
  list: List,
  listening: Listening,
  measured: Measured,
  'new-simulator': NewSimulator,
  'own-reconnecting': OwnReconnecting,
  popover: Popover,
  several: Several,
  shadow: Shadow,
  sibling: Sibling,
};

type Scenes = typeof SCENES;

/** The name of a scene, and its options. Other options for the same scene rerender it. */
export type SceneOptions = {
  [Name in keyof Scenes]: { readonly scene: Name } & Omit<ComponentProps<Scenes[Name]>, 'meeting'>;
}[keyof Scenes];
