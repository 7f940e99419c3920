import type { PolicyDocument } from './environment.ts';

export type Media = 'camera' | 'microphone' | 'display-capture';
export const MEDIA: readonly Media[] = ['camera', 'microphone', 'display-capture'];

/**
 * Whether the page's Permissions Policy, or the `allow` of a frame that the page is in, lets a document use it.
 * `undefined`: this browser does not tell, as Firefox and Safari don't.
 */
export const allowsMedia = (page: Window, media: Media): boolean | undefined =>
  (page.document as PolicyDocument).featurePolicy?.allowsFeature(media);

/**
 * What the page may not use, whatever the person would allow, by its Permissions Policy or the `allow` of the frame that it is
 * in. A meeting can be joined without it. Asks the person for nothing.
 *
 * Chromium tells by itself. Elsewhere a frame is asked for its permissions, which are `denied` in a document that may not have
 * them; there they are also if the person has blocked the site, which comes to the same for them.
 */
export async function forbiddenMedia(page: Window): Promise<readonly Media[]> {
  const answers = await Promise.all(MEDIA.map((media) => isForbidden(page, media)));
  return MEDIA.filter((_, index) => answers[index]);
}

async function isForbidden(page: Window, media: Media): Promise<boolean> {
  const allows = allowsMedia(page, media);
  if (allows !== undefined) return !allows;
  // Nobody's frame: the person is the only one who may have denied it.
  if (page.parent === page) return false;
  try {
    const { state } = await page.navigator.permissions.query({ name: media as PermissionName });
    return state === 'denied';
  } catch {
    // A name that this browser does not know, as `display-capture` in most; or a page that is about to go.
    return false;
  }
}
