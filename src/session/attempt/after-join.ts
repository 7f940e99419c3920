/** What is of use only in a meeting: a chunk of its own, which loads once there is one. */
export { keepPanelsInside } from '../../sdk/ui/keep-panels-inside.ts';
export { shareKeys } from '../../sdk/input/share-keys.ts';
export { sharePointer } from '../../sdk/input/share-pointer.ts';
export { Statistics } from '../../sdk/client/statistics.ts';
export { Views } from '../../sdk/ui/views.ts';
export { watchSize } from './watch-size.ts';
