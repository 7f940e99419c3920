import { Evt } from '../../../src/testing/service/messages.ts';

/** Whether an event number is one of those with which the SDK leaves. */
export const isGoodbye = (evt: number): boolean => evt === Evt.leave || evt === Evt.leaveWithPage;
