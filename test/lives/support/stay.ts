/** How long a state must be kept to be proven: a minute, and 15 in `npm run test:all`. */
export const STAY_MS = Number(process.env['LIVES_STAY_SECONDS'] ?? 60) * 1_000;

export const stay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, STAY_MS));
