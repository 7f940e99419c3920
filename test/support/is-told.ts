// The function in this file is evaluated in a page with the fixture app.

/** Whether `onError` has been called for the last failure. It waits for the error's messages to load. */
export const isTold = (): boolean => {
  const { log } = window.app;
  return log.slice(log.lastIndexOf('failed')).some((entry) => entry.startsWith('onError'));
};
