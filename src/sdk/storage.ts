/**
 * What the SDK leaves in the tab's storage, in clear: registration token, ZAK, meeting token, keys, names.
 * The next join in the same tab would use them.
 */
const KEYS = /^(WEB_CLIENT_|WEB_SDK_|zoom-storage-)/;

/** Some of its keys are stored base64-encoded: `zoom-storage-<meeting UUID>` holds the tokens as JSON. */
const isSdkKey = (key: string): boolean => {
  if (KEYS.test(key)) return true;
  try {
    return KEYS.test(atob(key.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return false;
  }
};

/** Removes the SDK's entries from `sessionStorage`, and nothing of the app's. */
export function clearSdkStorage(page: Window): void {
  try {
    const { sessionStorage } = page;
    for (const key of Object.keys(sessionStorage)) if (isSdkKey(key)) sessionStorage.removeItem(key);
  } catch {
    // Storage is forbidden in this context, then nothing is in it.
  }
}
