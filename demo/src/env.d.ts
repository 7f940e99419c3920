/** Whether there are no Zoom credentials. The demo then uses a simulated meeting. */
declare const __PRACTICE__: boolean;
