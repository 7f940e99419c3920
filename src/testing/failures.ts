/**
 * How Zoom makes the SDK report each join failure: in the answer to the SDK's first request (`http`), in the
 * refusal on the socket (`socket`, with its `res`), by requiring a newer version (`upgrade`), or by not answering
 * at all (`network`). Read in SDK 6.2.0 and observed: the SDK turns `res` 12 into 4006, a certain sentence into
 * 3712, …
 */
export type Failure =
  | { readonly via: 'http'; readonly errorCode: number; readonly errorMessage: string }
  | { readonly via: 'socket'; readonly res: number }
  | { readonly via: 'upgrade'; readonly version: string }
  | { readonly via: 'network' };

const http = (errorCode: number, errorMessage = ''): Failure => ({ via: 'http', errorCode, errorMessage });
const socket = (res: number): Failure => ({ via: 'socket', res });

const FAILURES = {
  [-3000]: { via: 'network' },
  200: http(200, 'Meeting does not exist.'),
  403: socket(403),
  3000: http(3000, 'Already has other meetings in progress.'),
  3003: socket(3003),
  3004: http(3004, 'Wrong passcode.'),
  3005: http(3000, 'User email is required.'),
  3008: socket(3008),
  3009: socket(103039),
  3010: socket(3010),
  3034: socket(3034),
  3051: http(3051, '/signin'),
  3052: http(3052, '/signin'),
  3082: socket(3082),
  3099: http(3099, 'https://zoom.us/webinar/register/practice'),
  3100: socket(3100),
  3603: http(3000, 'Not support start or join meeting from web.'),
  3604: http(3000, "The current sdk version doesn't support webinar, please upgrade to the latest version."),
  3606: http(3000, 'Not support registration webinar'),
  3608: http(
    3000,
    'Not support start or join meeting from web, when you chose TSP as his audio in a meeting.',
  ),
  3609: http(3000, 'Not allow to start webinar from web.'),
  3610: socket(3001),
  3611: http(3000, 'Unable join from browser, please join using the Zoom desktop client or mobile app.'),
  3620: socket(3033),
  3621: socket(3621),
  3622: socket(3622),
  3623: socket(3136),
  3625: socket(1001),
  3627: socket(3027),
  3630: socket(3059),
  3633: socket(3633),
  3634: socket(3634),
  3635: socket(3635),
  3701: http(3000, 'Not support webinar and personal audio conference'),
  3702: http(3000, 'The meeting host does not exist.'),
  3703: http(3000, 'Invalid meeting ID.'),
  3704: http(200, 'The api key is wrong.'),
  3705: http(200, 'The signature has expired.'),
  3706: http(200, 'The meeting number is wrong.'),
  3707: http(200, 'The meeting number is not found.'),
  3708: http(200, 'The role is not applicable.'),
  3709: http(200, 'The meeting host is not found.'),
  3710: http(200, "The account don't enable API."),
  3711: http(200, "Can not be host in other account's meeting."),
  3712: http(200, 'Invalid signature.'),
  3713: http(200, 'No permission'),
  4003: socket(4003),
  4004: socket(6),
  4005: socket(9),
  4006: socket(12),
  4007: socket(103043),
  4008: socket(103044),
  4011: socket(6601),
  4012: socket(13296),
  4013: socket(13295),
  4014: socket(13299),
  4015: socket(13300),
  4016: socket(3145),
  4017: socket(103041),
  4018: socket(13245),
  6024: http(6024, 'https://zoom.us/signin'),
  10000: { via: 'upgrade', version: '9.9.9' },
} as const satisfies Record<number, Failure>;

/** A code that the simulator can make the SDK report. */
export type SimulatedFailureCode = keyof typeof FAILURES;

/** All failure codes that the simulator can produce, in ascending order. */
export const failureCodes = Object.keys(FAILURES)
  .map(Number)
  .sort((a, b) => a - b) as SimulatedFailureCode[];

/** @throws {RangeError} for a code that no answer of Zoom's makes SDK 6.2.0 report */
export function failureFor(code: number): Failure {
  const failure = (FAILURES as Record<number, Failure>)[code];
  if (failure === undefined) {
    throw new RangeError(
      `fail(${code}): Zoom's answers never make the SDK report ${code}. Known codes: ${failureCodes.join(', ')}.`,
    );
  }
  return failure;
}
