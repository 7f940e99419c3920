import { type ComponentType, Profiler, StrictMode, version } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { diagnose, preloadZoom } from 'react-zoom-join';
import type { FixtureProps } from './fixture.ts';
import { SCENES, type SceneOptions } from './scenes/index.ts';
import { practice, practise, scriptsOf } from './source.ts';
import { told } from './told.ts';

export type { FixtureApp, FixtureDiagnose, FixtureProps } from './fixture.ts';

let renders = 0;
let current: FixtureProps = {};
let currentScene: SceneOptions = { scene: 'plain' };
const root = createRoot(document.querySelector('#box') ?? document.body);

// Renders synchronously, so that a test knows when it has happened.
function render(): void {
  const { scene, ...options } = currentScene;
  const Scene = SCENES[scene] as ComponentType<{ meeting: FixtureProps }>;
  flushSync(() =>
    root.render(
      <StrictMode>
        <Profiler
          id="meeting"
          onRender={() => {
            renders += 1;
          }}
        >
          <Scene {...options} meeting={current} />
        </Profiler>
      </StrictMode>,
    ),
  );
}

window.app = {
  react: version,
  get log() {
    return told.log;
  },
  get errors() {
    return told.errors;
  },
  get warnings() {
    return told.warnings;
  },
  get requests() {
    return told.requests;
  },
  get handle() {
    return told.handle;
  },
  get signatures() {
    return told.requests.length;
  },
  get renders() {
    return renders;
  },
  mount(props = {}, scene = { scene: 'plain' }) {
    current = props;
    currentScene = scene;
    render();
  },
  rerender: render,
  onceIn(status, act) {
    const observer = new MutationObserver(() => {
      if (document.querySelector(`[data-zoom-join][data-status=${status}]`) === null) return;
      observer.disconnect();
      act();
    });
    observer.observe(document, { subtree: true, attributeFilter: ['data-status'] });
  },
  unmount() {
    flushSync(() => root.render(null));
  },
  forget() {
    for (const list of [told.log, told.errors, told.warnings, told.requests]) list.length = 0;
  },
  keepLog() {
    told.isKept = true;
  },
  get practice() {
    return practice();
  },
  practise,
  preloadZoom: (sdk, integrity) => preloadZoom(scriptsOf(sdk, integrity)),
  async diagnose({ sdk = 'cdn', ...options } = {}) {
    const diagnosis = await diagnose({ ...options, sdk: scriptsOf(sdk) });
    return { ...JSON.parse(JSON.stringify(diagnosis)), text: String(diagnosis) };
  },
  async abortDiagnosis() {
    const abort = new AbortController();
    const diagnosis = diagnose({ signal: abort.signal });
    setTimeout(() => abort.abort('enough'), 100);
    return diagnosis.then(String, (reason: unknown) => reason);
  },
};

// This page mounts by itself, as a real one does, and records whether it was being prerendered at that moment.
const asked = new URLSearchParams(location.search).get('mount');
if (asked !== null) {
  localStorage.setItem('prerendering', String((document as { prerendering?: boolean }).prerendering));
  window.app.mount(JSON.parse(asked) as FixtureProps);
}

// This tab was opened by a page of the same app.
if (location.search === '?opened') localStorage.setItem('opener', String(window.opener));
