import type { Grant, SignatureAsk } from 'react-zoom-join/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SignatureReply } from '../../src/server/index.ts';
import { post } from '../server/requests.ts';
import { RECIPES } from './recipes.ts';
import { SECRETS } from './secrets.ts';

/** What docs/keeping-people-out.md asks of Zoom's API, and grants. Zoom itself is not asked. */
type Authorize = (request: Request, ask: SignatureAsk) => Promise<Grant | null>;

const load = async <T>(name: string): Promise<T> =>
  (await import(/* @vite-ignore */ `${RECIPES}/${name}.ts`)) as T;
const { asked } = await load<typeof import('./zoom-api.ts')>('zoom-api');
beforeEach(() => {
  asked.length = 0;
});

const ASK: SignatureAsk = { meeting: 'standup', role: 'participant', reason: 'join' };
const requestOf = (session: string) =>
  new Request('https://app.example/api/zoom', { headers: { cookie: `session=${session}` } });
const ROOM = { zoomNumber: '98765432109', passcode: 'room-passcode', hostId: 'user-ada' };

/** The recipe refuses who may not join, without asking Zoom for anything. */
async function expectRefusal(authorize: Authorize): Promise<void> {
  for (const session of ['eve', 'nobody']) expect(await authorize(requestOf(session), ASK)).toBeNull();
  expect(asked).toEqual([]);
}

describe('a class', () => {
  interface Recipe {
    planLesson(teacher: string, topic: string): Promise<unknown>;
    authorize: Authorize;
  }
  it('has registrations that somebody must approve', async () => {
    const { planLesson } = await load<Recipe>('class');
    await planLesson('teacher', 'Algebra');
    expect(asked).toMatchObject([
      { method: 'POST', path: '/users/teacher/meetings', body: { settings: { approval_type: 1 } } },
    ]);
  });

  it('gives each student their own token', async () => {
    const { authorize } = await load<Recipe>('class');
    await expectRefusal(authorize);
    expect(await authorize(requestOf('ada'), ASK)).toEqual({
      meetingNumber: '98765432109',
      password: 'room-passcode',
      tk: 'tk-of-ada',
      userName: 'Ada',
      userEmail: 'ada@example.org',
    });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: '/meetings/98765432109/registrants',
        body: { email: 'ada@example.org', auto_approve: true },
      },
    ]);
  });
});

describe('a support desk', () => {
  interface Recipe {
    openCase(agent: string, topic: string): Promise<unknown>;
    closeCase(zoomNumber: string): Promise<void>;
    authorize: Authorize;
  }
  it('has everybody wait, and a meeting that ends with its case', async () => {
    const { openCase, closeCase, authorize } = await load<Recipe>('desk');
    await expectRefusal(authorize);
    await openCase('agent', 'Case 7');
    await closeCase('98765432109');
    expect(asked).toMatchObject([
      {
        body: {
          settings: {
            waiting_room: true,
            waiting_room_options: { mode: 'custom', who_goes_to_waiting_room: 'everyone' },
            join_before_host: false,
          },
        },
      },
      { method: 'PUT', path: '/meetings/98765432109/status', body: { action: 'end' } },
      { method: 'DELETE', path: '/meetings/98765432109' },
    ]);
  });
});

describe('an internal meeting', () => {
  interface Recipe {
    planMeeting(host: string, topic: string, profile: string): Promise<unknown>;
    authorize: Authorize;
  }
  it('asks for a profile, and gives each user their own ZAK, for a short time', async () => {
    const { planMeeting, authorize } = await load<Recipe>('internal');
    await expectRefusal(authorize);
    await planMeeting('host', 'Standup', 'profile-of-the-account');
    expect(await authorize(requestOf('ada'), ASK)).toMatchObject({ zak: 'zak-of-ada' });
    expect(asked).toMatchObject([
      {
        body: {
          settings: { meeting_authentication: true, authentication_option: 'profile-of-the-account' },
        },
      },
      { method: 'GET', path: '/users/zoom-ada/token?type=zak&ttl=300' },
    ]);
  });
});

describe('a meeting of another account', () => {
  it('is joined on behalf of the user, with their own token', async () => {
    const { authorize } = await load<{ authorize: Authorize }>('other-account');
    await expectRefusal(authorize);
    expect(await authorize(requestOf('ada'), ASK)).toMatchObject({ obfToken: 'obf-of-ada' });
    expect(asked).toMatchObject([
      { by: 'user-ada', path: '/users/me/token?type=onbehalf&meeting_id=98765432109' },
    ]);
  });
});

describe('several accounts', () => {
  it('have a key each, by the host', async () => {
    interface Recipe {
      createEndpoint(keys: object): (request: Request) => Promise<Response>;
    }
    const { createEndpoint } = await load<Recipe>('accounts');
    const endpoint = createEndpoint({
      'app.example': { sdkKey: 'key-of-app', sdkSecret: SECRETS.ZOOM_SDK_SECRET },
      'other.example': { sdkKey: 'key-of-other', sdkSecret: SECRETS.ZOOM_SDK_SECRET },
    });
    const headers = { 'content-type': 'application/json', cookie: 'session=ada' };
    const ask = post({ meeting: 'standup' }, { headers });
    for (const [host, key] of [
      ['app.example', 'key-of-app'],
      ['other.example', 'key-of-other'],
    ]) {
      const response = await endpoint(new Request(`https://${host}/api/zoom`, ask.clone()));
      const { signature } = (await response.json()) as SignatureReply;
      const claims = JSON.parse(Buffer.from(signature.split('.')[1] ?? '', 'base64url').toString());
      expect(claims.appKey).toBe(key);
    }
    expect((await endpoint(new Request('https://evil.example/api/zoom', ask))).status).toBe(404);
  });
});

describe('when something has leaked', () => {
  it('the passcode is changed, the meeting ended, the registration cancelled', async () => {
    interface Recipe {
      changePasscode(room: object, password: string): Promise<unknown>;
      endMeeting(room: object): Promise<unknown>;
      cancelRegistration(room: object, registrant: object): Promise<unknown>;
    }
    const { changePasscode, endMeeting, cancelRegistration } = await load<Recipe>('leaked');
    const registrant = { id: 'r-1', email: 'ada@example.org' };
    await changePasscode(ROOM, 'new-passcode');
    await endMeeting(ROOM);
    await cancelRegistration(ROOM, registrant);
    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PATCH', '/meetings/98765432109', { password: 'new-passcode' }],
      ['PUT', '/meetings/98765432109/status', { action: 'end' }],
      ['PUT', '/meetings/98765432109/registrants/status', { action: 'cancel', registrants: [registrant] }],
    ]);
  });
});
