import { Evt } from '../../../src/testing/service/messages.ts';

/** Whether an event number is one of the SDK's two leave messages. */
export const isGoodbye = (evt: number): boolean => evt === Evt.leave || evt === Evt.leaveWithPage;
