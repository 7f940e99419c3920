import { expect, it } from 'vitest';
import type { UseZoomJoinOptions, ZoomJoinProps } from '../../src/react/props.ts';
import { rootAttributes } from '../../src/react/root-attributes.ts';
import { propOf, SDK_EVENTS } from '../../src/sdk/client/events.ts';
import type { EventProp } from '../../src/session/api/handlers.ts';

/** The props that `rootAttributes` must remove. `<ZoomJoin>` removes the others itself. */
type Own =
  | Exclude<keyof UseZoomJoinOptions, 'userName' | 'language' | 'title' | 'autoJoin'>
  | Extract<keyof ZoomJoinProps, 'appUrl' | 'preload'>;
/** Does not compile if one is missing. */
const OWN: Record<Exclude<Own, EventProp>, true> = {
  meeting: true,
  getSignature: true,
  userEmail: true,
  customerKey: true,
  role: true,
  hideMeetingInfo: true,
  exposeMeetingInfo: true,
  view: true,
  fit: true,
  sdk: true,
  init: true,
  nonce: true,
  debug: true,
  shortcuts: true,
  timeouts: true,
  whenHidden: true,
  phones: true,
  preload: true,
  appUrl: true,
  onStatusChange: true,
  onJoined: true,
  onWaiting: true,
  onReconnecting: true,
  onLeft: true,
  onError: true,
  onWarning: true,
  onFullscreenChange: true,
};

it('none of the component’s own props becomes an attribute', () => {
  const names = [...Object.keys(OWN), ...SDK_EVENTS.map(propOf), 'onViewChange'];
  expect(rootAttributes(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual({});
});

it('everything else does', () => {
  const given = {
    id: 'meeting',
    className: 'box',
    'data-testid': 'zoom',
    'aria-label': 'Standup',
    tabIndex: -1,
    dir: 'rtl',
    hidden: true,
    draggable: true,
    about: 'x',
    placeholder: 'x',
    popover: 'auto',
    onClick() {},
    onPointerDown() {},
    onErrorCapture() {},
    onWaitingCapture() {},
    onVolumeChange() {},
    onFocus() {},
    onFormData() {},
    onLoad() {},
  };
  expect(rootAttributes({ ...given, meeting: '123456789', onJoined() {} })).toEqual(given);
});
