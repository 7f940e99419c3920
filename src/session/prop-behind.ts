import type { ZoomJoinErrorCode } from '../failures/zoom-join-error.ts';
import { parseMeetingReference } from '../meeting-reference/meeting-reference.ts';
import type { MeetingOptions } from './api/options.ts';

/** Returns the value of the prop that may have caused a failure. Once it changes, another attempt may succeed. */
export function propBehind(code: ZoomJoinErrorCode, options: MeetingOptions): unknown {
  switch (code) {
    case 'invalid-user-name':
      return options.userName?.trim();
    case 'email-required':
      return options.userEmail;
    case 'wrong-passcode': {
      const parsed = parseMeetingReference(options.meeting);
      return parsed.kind === 'number' && parsed.password;
    }
    case 'phone-unsupported':
      return options.phones;
    case 'invalid-options':
      return typeof options.getSignature === 'function';
    default:
      return undefined;
  }
}
