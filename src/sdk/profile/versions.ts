/** The SDK version that this package is tested with, and that `zoomCdn()` loads. */
export const SDK_VERSION = '6.2.0';
