const TICK_MS = 100;

/**
 * Resolves after `ms` in which the page was responsive. A script that keeps the page busy makes it wait longer, so
 * that what has arrived meanwhile is not too late.
 */
export async function responsiveTime(ms: number): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  return ms > TICK_MS ? responsiveTime(ms - TICK_MS) : undefined;
}
