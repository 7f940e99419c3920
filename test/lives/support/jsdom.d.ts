/** The part of jsdom that the tests use. */
declare module 'jsdom' {
  export class ResourceLoader {
    /** If it returns `null`, nothing is loaded. */
    fetch(url: string, options: object): null;
  }

  export class JSDOM {
    constructor(
      html: string,
      options: {
        url: string;
        pretendToBeVisual: boolean;
        runScripts: 'dangerously';
        resources: ResourceLoader;
      },
    );
    readonly window: Window & typeof globalThis;
  }
}
