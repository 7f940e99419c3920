/** The environment variables that every recipe reads. */
export const SECRETS = {
  ZOOM_SDK_KEY: 'key-of-the-recipes',
  ZOOM_SDK_SECRET: 'secret-of-the-recipes-0123456789abcdef',
};
