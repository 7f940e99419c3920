/** No Zoom credentials are set: the demo plays a practice meeting. */
declare const __PRACTICE__: boolean;
