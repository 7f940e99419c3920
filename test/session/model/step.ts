import type { World } from './world.ts';

/** Something that happens to a meeting, whoever causes it. */
export interface Step {
  readonly name: string;
  /** Whether it can happen now. */
  readonly can: (world: World) => boolean;
  readonly act: (world: World) => void | Promise<void>;
}

/** A step, and how often it is chosen compared with others. */
export interface Weighted {
  readonly step: Step;
  readonly weight: number;
}

export const weighted = (weight: number, ...steps: readonly Step[]): readonly Weighted[] =>
  steps.map((step) => ({ step, weight }));

export const step = (name: string, can: Step['can'], act: Step['act']): Step => ({ name, can, act });

export const isOpen = ({ page }: World) => !page.isClosed;
