// The names of the SDK's files in each version since 6.0.0, relative to the `dist` folder of the npm package or to the
// version's folder on Zoom's CDN. Separate constants, because bundlers drop the names of these, unlike those of fields.

/** React 18.2 and ReactDOM 18.2, which define globals. */
export const REACT_SCRIPT = 'lib/vendor/react.min.js';
export const REACT_DOM_SCRIPT = 'lib/vendor/react-dom.min.js';
/** The SDK itself. Not the ES5 build beside it: this one is 0.6 MB smaller and does the same. */
export const SDK_SCRIPT = 'zoomus-websdk-embedded.umd.min.js';
/** The SDK itself on the CDN, where it is the ES5 build. */
export const cdnScript = (version: string): string => `zoom-meeting-embedded-${version}.min.js`;
/** The audio and video files. */
export const MEDIA_FOLDER = 'lib/av';
/** Among these, the script that the SDK requests when it joins. */
export const MEDIA_SCRIPT = 'js_media.min.js';
