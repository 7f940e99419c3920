/** Removes what may be a secret in a URL, such as a signed one: the query, the fragment, and a user name with password. */
export const withoutQuery = (url: string): string =>
  url.replace(/[?#].*$/s, '').replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/]*@/i, '$1//');
