import { describe, expect, it } from 'vitest';
import { openAppUrl, problemOf } from '../../../../src/react/screens/other-ways/app-url.ts';

/** A page that records where it and its tabs go. `blocks`: the browser does not let it open tabs. */
function page({ blocks = false } = {}) {
  const went: string[] = [];
  const tab = {
    opener: 'page' as unknown,
    location: { replace: (href: string) => void went.push(`tab ${href}`) },
    close: () => void went.push('closed'),
  };
  const window = {
    document: { baseURI: 'https://school.example/class/7' },
    location: {
      set href(href: string) {
        went.push(`page ${href}`);
      },
    },
    open(href: string) {
      if (blocks) return null;
      went.push(`opens ${href}`);
      return tab;
    },
  } as unknown as Window;
  return { window, went, tab };
}

describe('what is opened', () => {
  it.each([
    'https://zoom.us/j/1?pwd=x',
    'http://localhost/x',
    '/meetings/42/app',
    'zoommtg://zoom.us/join?confno=1',
    'zoomus://zoom.us/join?confno=1',
  ])('%s', (address) => {
    expect(problemOf(address, page().window)).toBeUndefined();
  });

  it.each([
    ['javascript:alert(1)', 'scheme'],
    ['\tJava\nScript:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['blob:https://school.example/1', 'scheme'],
    ['vbscript:x', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['about:blank', 'scheme'],
    ['http://', 'no-address'],
    ['  ', 'no-address'],
    [undefined, 'no-address'],
    [{ url: 'https://zoom.us/j/1' }, 'no-address'],
  ])('is not %s', (address, problem) => {
    expect(problemOf(address, page().window)).toBe(problem);
  });
});

describe('a tab is opened', () => {
  it('in the click itself, and has no opener', () => {
    const { window, went, tab } = page();
    void openAppUrl('/app', window);
    expect(went).toEqual(['opens https://school.example/app']);
    expect(tab.opener).toBeNull();
  });

  it('before the address is there', async () => {
    const { window, went, tab } = page();
    const opened = openAppUrl(async () => 'https://zoom.us/j/1', window);
    expect(went).toEqual(['opens ']);
    expect(tab.opener).toBeNull();
    expect(await opened).toBeUndefined();
    expect(went).toEqual(['opens ', 'tab https://zoom.us/j/1']);
  });

  it('not for the app, which takes no tab', async () => {
    const { window, went } = page();
    expect(await openAppUrl('zoommtg://zoom.us/join', window)).toBeUndefined();
    expect(await openAppUrl(async () => 'zoomus://zoom.us/join', window)).toBeUndefined();
    expect(went).toEqual(['page zoommtg://zoom.us/join', 'opens ', 'closed', 'page zoomus://zoom.us/join']);
  });

  it('and closed if nothing comes of it', async () => {
    const { window, went } = page();
    const cause = new Error('no');
    expect(await openAppUrl(() => Promise.reject(cause), window)).toEqual({ problem: 'rejected', cause });
    expect(await openAppUrl(async () => 'javascript:1', window)).toEqual({ problem: 'scheme' });
    expect(went).toEqual(['opens ', 'closed', 'opens ', 'closed']);
  });

  it('or not, where the browser forbids it: then the address is told', async () => {
    const { window } = page({ blocks: true });
    const notOpened = { problem: 'popup', address: 'https://zoom.us/j/1' };
    expect(await openAppUrl('https://zoom.us/j/1', window)).toEqual(notOpened);
    expect(await openAppUrl(async () => 'https://zoom.us/j/1', window)).toEqual(notOpened);
  });
});
