import { describe, expect, it } from 'vitest';
import { covers } from '../../../src/cli/doctor/policy/covers.ts';

const PAGE = new URL('https://app.example/room');
const LOCAL = new URL('http://localhost:5173/');

describe.each([
  [
    'https://*.zoom.us',
    [
      'https://*.zoom.us',
      '*.zoom.us',
      'https:',
      'http:',
      '*',
      'https://*.us',
      'https://*.zoom.us:443',
      'http://*.zoom.us',
      'HTTPS://*.ZOOM.US/',
    ],
    [
      'https://zoom.us',
      'https://us02web.zoom.us',
      'https://*.zoom.us:8443',
      'https://*.zoom.us/wc/',
      'wss://*.zoom.us',
      'https://*.azoom.us',
      "'self'",
    ],
  ],
  ['https://zoom.us', ['https://zoom.us', 'zoom.us', 'https:'], ['https://*.zoom.us', 'https://azoom.us']],
  [
    'wss://*.zoom.us',
    ['wss://*.zoom.us', 'wss:', 'ws:', '*', 'ws://*.zoom.us'],
    ['https://*.zoom.us', '*.zoom.us', 'https:'],
  ],
  [
    'https://source.zoom.us',
    ['https://source.zoom.us', 'https://*.zoom.us', 'https://source.zoom.us/6.2.0/'],
    ['https://source.zoom.us/5.0.0/', 'https://source.zoom.us/6.2.0/a.js'],
  ],
  [
    "'self'",
    ["'self'", 'https://app.example', 'app.example', 'https:', '*'],
    ['https://other.example', "'none'"],
  ],
  ['blob:', ['blob:', 'BLOB:'], ['*', 'https:', 'data:']],
  ['data:', ['data:'], ['*', 'blob:']],
  ["'wasm-unsafe-eval'", ["'wasm-unsafe-eval'", "'unsafe-eval'"], ["'unsafe-inline'"]],
  [
    "'unsafe-inline'",
    ["'unsafe-inline'", "'nonce-abc'", "'unsafe-inline' 'nonce-abc'"],
    ["'self'", "'unsafe-inline' 'sha256-abc'"],
  ],
  ["'nonce-RANDOM'", ["'nonce-abc'", "'sha256-abc'"], ["'unsafe-inline'", "'self'"]],
  [
    "'strict-dynamic'",
    ["'nonce-abc' 'strict-dynamic'", "'nonce-abc' 'self' blob:"],
    ["'strict-dynamic'", "'nonce-abc' 'self'"],
  ],
])('%s', (needed, enough, tooLittle) => {
  it.each(enough)('is covered by %s', (sources) => {
    expect(covers(sources.split(' '), needed, PAGE)).toBe(true);
  });
  it.each(tooLittle)('is not covered by %s', (sources) => {
    expect(covers(sources.split(' '), needed, PAGE)).toBe(false);
  });
});

it('a page on this machine', () => {
  expect(covers(['http://localhost:5173'], "'self'", LOCAL)).toBe(true);
  expect(covers(['http://localhost'], "'self'", LOCAL)).toBe(false);
  expect(covers(['localhost:*'], "'self'", LOCAL)).toBe(true);
});
