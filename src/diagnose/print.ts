import { MEDIA } from '../sdk/frame/forbidden-media.ts';
import type { Diagnosis, DiagnosisFinding, MediaState } from './types.ts';

type Facts = Omit<Diagnosis, 'toString'>;
type Row = readonly [label: string, value: string];

/** Prints the whole diagnosis as aligned plain text: first the findings, then the facts. */
export function print(facts: Facts): string {
  const { findings } = facts;
  const labels = rows(facts);
  const wide = Math.max(...labels.map(([label]) => label.length));
  return [
    summary(findings),
    ...findings.flatMap(({ severity, code, message, hint }) => [
      '',
      `${severity.padEnd(7)}  ${message} [${code}]`,
      `         ${hint}`,
    ]),
    '',
    ...labels.map(([label, value]) => `${label.padEnd(wide)}  ${value}`.trimEnd()),
  ].join('\n');
}

/** Returns a summary such as `2 errors, 1 warning`. */
export function summary(findings: readonly DiagnosisFinding[]): string {
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return `react-zoom-join: ${counts.join(', ') || 'nothing in this page, browser or network keeps a meeting from being joined'}`;
}

function rows({ versions, browser, page, media, scripts, zoom, signature }: Facts): Row[] {
  return [
    ['package', versions.package],
    ['React', versions.react ?? 'unknown version'],
    ['SDK', versions.sdk ?? 'unknown version'],
    ['browser', browser.userAgent],
    ['page', page.origin],
    ['secure context', yes(page.secureContext)],
    ['cross-origin isolated', yes(page.crossOriginIsolated)],
    [
      'abilities',
      browser.missing.length === 0 ? 'all that the SDK needs' : `no ${browser.missing.join(', ')}`,
    ],
    ['WebRTC', yes(browser.webRtc)],
    ['H.264', yes(browser.h264)],
    ...MEDIA.map((name): Row => [name, mediaText(media[name])]),
    [
      'content security',
      page.forbidden.length === 0 ? 'nothing forbidden' : `forbids ${page.forbidden.join(', ')}`,
    ],
    ['online', yes(browser.online)],
    ...scripts.map(
      ({ src, state, status, ms }): Row => [
        'script',
        `${answered(state, ms)}${status === undefined ? '' : `, HTTP ${status}`}: ${src}`,
      ],
    ),
    ...(zoom === undefined ? [] : [['Zoom', answered(zoom.state, zoom.ms)] as const]),
    ...(signature === undefined
      ? []
      : [
          [
            'signature',
            signature.ok
              ? 'fine, as far as can be seen without the secret'
              : `${signature.problems.map(({ code }) => code).join(', ')}`,
          ] as const,
        ]),
  ];
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

const answered = (state: string, ms: number): string => `${state} after ${ms} ms`;

function mediaText({ allowed, permission }: MediaState): string {
  const byPage = allowed === undefined ? 'not known whether allowed' : allowed ? 'allowed' : 'forbidden';
  return `${byPage} by the page; permission: ${permission ?? 'not known'}`;
}
