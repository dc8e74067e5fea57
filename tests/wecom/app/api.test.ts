import { expect, test } from 'vitest';
import { AppApi } from '../../../src/wecom/app/api.js';

/** An API on a wire of its own: tokens are T1, T2 …; `refuse` says what a call with a token is answered. */
function anApi(refuse: (token: string, path: string) => number = () => 0) {
  const clock = { ms: 0 };
  const calls: string[] = [];
  let tokens = 0;
  const api = new AppApi({
    apiBase: 'https://qyapi.example/',
    corpId: 'wwc0ffee0123456789',
    agentId: 1_000_002,
    secret: 's3',
    timeoutMs: 1000,
    clockMs: () => clock.ms,
    fetch: async input => {
      const { pathname, searchParams } = new URL(String(input));
      const token = searchParams.get('access_token') ?? '';
      calls.push(`${pathname.replace('/cgi-bin/', '')} ${token}`.trim());
      if (pathname.endsWith('gettoken')) {
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
