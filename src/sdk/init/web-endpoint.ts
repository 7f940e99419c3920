/** Returns the origin of Zoom's web services. Of `init.webEndpoint`, the SDK uses only the host, always with https. */
export const zoomOrigin = (webEndpoint = 'zoom.us'): string =>
  webEndpoint.replace(/^(?:https?:\/\/)?([^/?#]*).*$/is, 'https://$1');
