import { expect, test } from 'vitest';
import { AppApi, type AppCall } from '../../../src/wecom/app/api.js';

/** An API on a wire of its own: tokens are T1, T2 …; `refuse` says what a call with a token is answered. */
function anApi(
  refuse: (token: string, path: string) => number = () => 0,
  onCall: (call: AppCall) => void = () => undefined,
) {
  const clock = { ms: 0 };
  const calls: string[] = [];
  let tokens = 0;
  const api = new AppApi({
    apiBase: 'https://qyapi.example/',
    corpId: 'wwc0ffee0123456789',
    agentId: 1_000_002,
    secret: 's3',
    timeoutMs: 1000,
    onCall,
    clockMs: () => clock.ms,
    fetch: async input => {
      const { pathname, searchParams } = new URL(String(input));
      const token = searchParams.get('access_token') ?? '';
      calls.push(`${pathname.replace('/cgi-bin/', '')} ${token}`.trim());
      if (pathname.endsWith('gettoken')) {
        const errcode = refuse('', pathname);
        if (errcode === 40_001 || errcode === 40_013) return Response.json({ errcode });
        tokens += 1;
        return Response.json({ errcode: 0, access_token: `T${tokens}`, expires_in: 7200 });
      }
      if (pathname.endsWith('media/get') && searchParams.get('media_id') === 'M1')
        return new Response('bytes', {
          headers: { 'content-type': 'image/jpeg', 'content-disposition': 'attachment; filename="a.jpg"' },
        });
      const errcode = pathname.endsWith('media/get') ? 40_007 : refuse(token, pathname);
      return Response.json({ errcode, errmsg: 'x' });
    },
  });
  return { api, calls, clock };
}

test('one token serves all calls, and it is fetched once however many ask at a time', async () => {
  const { api, calls } = anApi();

  await Promise.all([api.post('a', {}), api.post('b', {}), api.get('c')]);

  expect(calls.filter(call => call.startsWith('gettoken'))).toHaveLength(1);
});

test('a token is renewed before it ends', async () => {
  const { api, calls, clock } = anApi();

  await api.post('a', {});
  clock.ms = 6901_000;
  await api.post('a', {});

  expect(calls).toEqual(['gettoken', 'a T1', 'gettoken', 'a T2']);
});

test.each([42_001, 40_014])('errcode %d: another token is fetched, and the call is made once more', async errcode => {
  const { api, calls } = anApi(token => (token === 'T1' ? errcode : 0));

  await api.post('a', {});

  expect(calls).toEqual(['gettoken', 'a T1', 'gettoken', 'a T2']);
});

test('a token that stays refused is not asked for without end', async () => {
  const { api, calls } = anApi(() => 42_001);

  await expect(api.post('a', {})).rejects.toMatchObject({ kind: 'token', errcode: 42_001 });
  expect(calls).toHaveLength(4);
});

test('no failure tells the secret or the token', async () => {
  const { api } = anApi(() => 60_020);

  await expect(api.post('a', { words: '悄悄话' })).rejects.toThrow(/^(?!.*(?:T1|s3|悄悄话)).*60020/);
});

test('media come as bytes with their name; an answer in JSON is a refusal', async () => {
  const { api } = anApi();

  expect(await api.fetchMedia('M1', 100)).toEqual({ bytes: Buffer.from('bytes'), name: 'a.jpg' });
  await expect(api.fetchMedia('M1', 3)).rejects.toMatchObject({ kind: 'media' });
  await expect(api.fetchMedia('gone', 100)).rejects.toMatchObject({ kind: 'media-id' });
});

/** So many calls each ten seconds for an hour; the calls that left. */
async function inAnHour(bot: ReturnType<typeof anApi>, path: string, each: number): Promise<string[]> {
  for (; bot.clock.ms < 3_600_000; bot.clock.ms += 10_000)
    await Promise.allSettled(Array.from({ length: each }, () => bot.api.post(path, {})));
  return bot.calls;
}

test.each([
  ['gettoken', 40_001],
  ['gettoken', 40_013],
  ['message/send', 60_020],
  ['message/send', 301_002],
])(
  '%s refused with %d: of 14 400 calls a handful leaves, so that WeChat Work does not block who asks',
  async (at, errcode) => {
    const bot = anApi((_, path) => (path.endsWith(at) ? errcode : 0));

    const calls = await inAnHour(bot, 'message/send', 40);

    expect(calls.filter(call => call.startsWith(at)).length).toBeLessThan(10 * 40);
    expect(calls.filter(call => call.startsWith('gettoken')).length).toBeLessThan(12);
    await expect(bot.api.post('kf/send_msg', {})).rejects.toMatchObject({ kind: 'credentials', errcode });
  },
);

test('what only one path is not allowed rests that path, and the first call that is taken ends the rest', async () => {
  let isSet = false;
  const { api, calls, clock } = anApi((_, path) => (path.endsWith('kf/send_msg') && !isSet ? 95_017 : 0));
  await expect(api.post('kf/send_msg', {})).rejects.toMatchObject({ errcode: 95_017 });
  await expect(api.post('kf/send_msg', {})).rejects.toMatchObject({ errcode: 95_017 });
  await api.post('message/send', {});
  expect(calls).toEqual(['gettoken', 'kf/send_msg T1', 'message/send T1']);

  isSet = true;
  clock.ms += 60_000;
  await api.post('kf/send_msg', {});
  await api.post('kf/send_msg', {});
  expect(calls).toHaveLength(5);
});

test('what is refused about one person rests nothing', async () => {
  const { api, calls } = anApi(() => 60_011);
  for (const userid of ['li', 'wang'])
    await expect(api.post('externalcontact/groupchat/list', { userid })).rejects.toMatchObject({ errcode: 60_011 });

  expect(calls).toHaveLength(3);
});

test.each([0, 40_033, 60_011])('a call is counted once, whatever becomes of it: %d', async errcode => {
  const counted: string[] = [];
  const { api } = anApi(
    () => errcode,
    call => counted.push(`${call.path} ${call.outcome}`),
  );
  await api.post('a', {}).catch(() => undefined);

  expect(counted).toHaveLength(1);
});
