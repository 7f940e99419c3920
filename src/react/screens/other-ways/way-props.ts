import type { ZoomJoinProps } from '../../props.ts';
import type { Labels } from '../../texts/labels.ts';

export interface WayProps {
  readonly props: ZoomJoinProps;
  readonly labels: Labels;
}
