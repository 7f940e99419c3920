import type { PolicyDocument } from './environment.ts';

export type Media = 'camera' | 'microphone' | 'display-capture';
export const MEDIA: readonly Media[] = ['camera', 'microphone', 'display-capture'];

/**
 * Whether the page's Permissions Policy, and the `allow` of a frame that contains the page, let a document use it.
 * `undefined`: the browser does not say, as in Firefox and Safari.
 */
export const allowsMedia = (page: Window, media: Media): boolean | undefined =>
  (page.document as PolicyDocument).featurePolicy?.allowsFeature(media);

/**
 * Returns what the page's Permissions Policy, or the `allow` of the frame that contains the page, forbids, even if
 * the user would allow it. You can still join a meeting without it. It asks the user for no permission.
 *
 * Chromium reports this directly. In other browsers, a page in a frame queries its permissions, which are `denied`
 * if the document may not use the feature. They are also `denied` if the user has blocked the site, which has the
 * same effect.
 */
export async function forbiddenMedia(page: Window): Promise<readonly Media[]> {
  const answers = await Promise.all(MEDIA.map((media) => isForbidden(page, media)));
  return MEDIA.filter((_, index) => answers[index]);
}

async function isForbidden(page: Window, media: Media): Promise<boolean> {
  const allows = allowsMedia(page, media);
  if (allows !== undefined) return !allows;
  // The page is not in a frame, so only the user can have denied it.
  if (page.parent === page) return false;
  try {
    const { state } = await page.navigator.permissions.query({ name: media as PermissionName });
    return state === 'denied';
  } catch {
    // The browser does not know the name, as most don't know `display-capture`, or the page is being unloaded.
    return false;
  }
}
