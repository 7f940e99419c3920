/** What the tests use of it. */
declare module 'jsdom' {
  export class ResourceLoader {
    /** `null`: nothing is loaded. */
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
