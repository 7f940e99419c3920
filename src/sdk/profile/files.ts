/** The names of the SDK's files, relative to its folder. */
export interface SdkFileNames {
  /** React 18.2 and ReactDOM 18.2, which define globals. */
  readonly react: readonly [react: string, reactDom: string];
  /** The SDK itself in the npm package. Not the ES5 build beside it: this one is 0.6 MB smaller and does the same. */
  readonly script: string;
  /** The SDK itself on Zoom's CDN. `#` is the version. */
  readonly cdnScript: string;
  /** The folder of the audio and video files. */
  readonly assets: string;
  /** In that folder, the script that the SDK requests when it joins. */
  readonly mediaScript: string;
  /** Everything else that the component view requests: images, sounds, texts. */
  readonly others: readonly string[];
}

/** By the first version that has them, the newest first. */
const FILE_NAMES: readonly (SdkFileNames & { readonly since: string })[] = [
  {
    since: '6.0.0',
    react: ['lib/vendor/react.min.js', 'lib/vendor/react-dom.min.js'],
    script: 'zoomus-websdk-embedded.umd.min.js',
    cdnScript: 'zoom-meeting-embedded-#.min.js',
    assets: 'lib/av',
    mediaScript: 'js_media.min.js',
    others: ['lib/audio', 'lib/image', 'lib/lang'],
  },
];

/** The names in the newest version. Older ones have had no others. */
export const SDK_FILE_NAMES: SdkFileNames = FILE_NAMES[0] as SdkFileNames;
