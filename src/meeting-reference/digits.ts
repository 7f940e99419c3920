/**
 * Characters allowed between the digits of a meeting number: white space of any kind (invitations use no-break
 * spaces), the invisible marks in text copied from mails and PDFs, and hyphens and dashes of any kind.
 */
const SEPARATORS = /[\s\u00ad\u200b-\u2015\u202a-\u202e\u2060-\u2069\u2212\ufe58\ufe63\uff0d-]/g;

/** Returns the digits of a written number, or `undefined` if it contains anything but digits and separators. */
export function digitsOf(text: string): string | undefined {
  const rest = text.replace(SEPARATORS, '');
  return /^\d*$/.test(rest) ? rest : undefined;
}

/** Zoom's meeting numbers have 9, 10 or 11 digits. */
export const isMeetingNumber = (digits: string): boolean => /^\d{9,11}$/.test(digits);
