export { failureCodes, type SimulatedFailureCode } from './failures.ts';
export { createFakeSdk } from './fake-sdk.ts';
export type { SimulatedParticipant, SimulatedPerson } from './service/participant.ts';
export { createMeetingSimulator, type MeetingSimulator, type MeetingSimulatorOptions } from './simulator.ts';
