import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin, type ZoomJoinErrorCode } from 'react-zoom-join';
import { expect, userEvent, waitFor } from 'storybook/test';
import { practiceIn } from '../.storybook/practice.tsx';
import { joinError } from '../src/failures/words/for-people.ts';
import { args, argTypes } from './support/controls.ts';
import { two } from './support/people.ts';
import { button, until, untilSeen } from './support/play.ts';
import { StateOnShow } from './support/state-on-show.tsx';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Life of a meeting/Failed',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: two } },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

/** The code is part of the type, so that test/storybook/failed.types.ts can tell which codes are missing. */
export interface Failed<Code extends ZoomJoinErrorCode> extends Story {
  parameters: { code: Code };
}

/**
 * Shows what the user sees of an error. Most errors need a broken network, server or account, so this renders only
 * the screen.
 */
function failed<Code extends ZoomJoinErrorCode>(code: Code): Failed<Code> {
  const error = joinError(code, `Failed with ${code}.`, {});
  return {
    parameters: { code },
    render: (given) => <StateOnShow {...given} state={{ status: 'failed', error }} />,
    play: ({ canvasElement }) => untilSeen(canvasElement, error.userMessage),
  };
}

/** The host has made room in the meantime, so the second attempt succeeds. */
export const TryAgain: Story = {
  parameters: { practice: { fail: 4005 } },
  play: async ({ canvasElement, args: { onError } }) => {
    await until(canvasElement, 'failed');
    await waitFor(() =>
      expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'meeting-full', zoomCode: 4005 })),
    );
    practiceIn(canvasElement).fail(null);
    await userEvent.click(await button(canvasElement, 'Try again'));
    await until(canvasElement, 'joined');
  },
};

export const InvalidMeeting = failed('invalid-meeting');
export const InvalidUserName = failed('invalid-user-name');
export const InvalidOptions = failed('invalid-options');
export const SignatureRequestFailed = failed('signature-request-failed');
export const SignatureUnreachable = failed('signature-unreachable');
export const SignatureTimeout = failed('signature-timeout');
export const SignatureDenied = failed('signature-denied');
export const SignatureEndpointFailed = failed('signature-endpoint-failed');
export const SignatureUnreadable = failed('signature-unreadable');
export const SignatureMissing = failed('signature-missing');
export const SignatureInvalid = failed('signature-invalid');
export const SignatureExpired = failed('signature-expired');
export const ComponentLoadFailed = failed('component-load-failed');
export const SdkLoadFailed = failed('sdk-load-failed');
export const SdkFileMissing = failed('sdk-file-missing');
export const SdkBlocked = failed('sdk-blocked');
export const SdkBlockedByPolicy = failed('sdk-blocked-by-policy');
export const SdkLoadTimeout = failed('sdk-load-timeout');
export const SdkNotFound = failed('sdk-not-found');
export const SdkAssetsUnreachable = failed('sdk-assets-unreachable');
export const SdkOutdated = failed('sdk-outdated');
export const PageSandboxed = failed('page-sandboxed');
export const InsecureContext = failed('insecure-context');
export const BrowserUnsupported = failed('browser-unsupported');
export const PhoneUnsupported = failed('phone-unsupported');

/** The first button opens the Zoom app. */
export const PhoneWithAppUrl: Story = {
  render: (given) => (
    <StateOnShow
      {...given}
      state={{ status: 'failed', error: joinError('phone-unsupported', 'A phone.', {}) }}
    />
  ),
  args: { appUrl: 'https://zoom.us/j/12345678901' },
  play: async ({ canvasElement }) => {
    await button(canvasElement, 'Open in the Zoom app');
  },
};

/** The page or the network is at fault: a retry may help, and so may the Zoom app. */
export const SdkBlockedWithAppUrl: Story = {
  render: (given) => (
    <StateOnShow {...given} state={{ status: 'failed', error: joinError('sdk-blocked', 'Blocked.', {}) }} />
  ),
  args: { appUrl: 'https://zoom.us/j/12345678901' },
  play: async ({ canvasElement }) => {
    await button(canvasElement, 'Open in the Zoom app');
    await button(canvasElement, 'Try again');
  },
};

export const Offline = failed('offline');
export const WrongPasscode = failed('wrong-passcode');
export const NotStarted = failed('not-started');
export const MeetingNotFound = failed('meeting-not-found');
export const MeetingEnded = failed('meeting-ended');
export const MeetingFull = failed('meeting-full');
export const MeetingLocked = failed('meeting-locked');
export const AnotherMeetingInProgress = failed('another-meeting-in-progress');
export const EmailRequired = failed('email-required');
export const RegistrationRequired = failed('registration-required');
export const LoginRequired = failed('login-required');
export const Removed = failed('removed');
export const DuplicateParticipant = failed('duplicate-participant');

export const WebJoinDisabled = failed('web-join-disabled');
export const PermissionDenied = failed('permission-denied');
export const TokenInvalid = failed('token-invalid');
export const AuthorizedUserAbsent = failed('authorized-user-absent');
export const TooManyRequests = failed('too-many-requests');
export const ConnectionFailed = failed('connection-failed');
export const ConnectionLost = failed('connection-lost');
export const JoinTimeout = failed('join-timeout');
export const JoinFailed = failed('join-failed');
export const Internal = failed('internal');
export const Blocked = failed('blocked');
