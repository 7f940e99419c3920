/** What is of use only in a meeting: a chunk of its own, which loads once there is one. */
export { keepPanelsInside } from '../sdk/keep-panels-inside.ts';
export { shareKeys } from '../sdk/share-keys.ts';
export { sharePointer } from '../sdk/share-pointer.ts';
export { Statistics } from '../sdk/statistics.ts';
export { Views } from '../sdk/views.ts';
export { watchSize } from './watch-size.ts';
