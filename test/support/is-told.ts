// To be evaluated in a page with the fixture app.

/** Whether `onError` has been called for the last failure: it waits for the words, which load. */
export const isTold = (): boolean => {
  const { log } = window.app;
  return log.slice(log.lastIndexOf('failed')).some((entry) => entry.startsWith('onError'));
};
