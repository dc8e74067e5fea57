import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { buildProgram } from '../../src/process/app.js';
import { readConfig } from '../../src/process/config.js';
import { Health } from '../../src/process/health.js';
import { openStore } from '../../src/store/engine/open.js';
import type { Store } from '../../src/store/engine/store.js';
import { served } from '../support/server.js';

const token = 'a-token-of-some-length';

async function aProgram(environment: Record<string, string> = {}) {
  const store = await openStore(ormconfig('sqlite::memory:'));
  onTestFinished(() => store.dataSource.destroy());
  const config = readConfig({ TRIAL: '1', ...environment });
  const { app } = await buildProgram({ config, store, log: pino({ level: 'silent' }), now: () => new Date(0) });
  const base = await served(app);
  return (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers });
}

test.each([
  ['from this machine', {}, 200],
  ['for a reader elsewhere, behind a proxy on this machine', { 'X-Forwarded-For': '203.0.113.9' }, 403],
  ['for one who says to be this machine, behind it', { 'X-Forwarded-For': '127.0.0.1, 203.0.113.9' }, 403],
  ['through a trusted proxy', { 'X-Forwarded-For': '10.1.2.3' }, 200],
  [
    'for a reader elsewhere who brings the token',
    { 'X-Forwarded-For': '203.0.113.9', Authorization: `Bearer ${token}` },
    200,
  ],
  [
    'for one who brings another',
    { 'X-Forwarded-For': '203.0.113.9', Authorization: 'Bearer a-token-of-some-lengti' },
    403,
  ],
])('/metrics answers %s', async (_, headers, status) => {
  const get = await aProgram({ TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.7', METRICS_TOKEN: token });

  expect((await get('/metrics', headers)).status).toBe(status);
});

test('readers behind a trusted proxy have a pace of their own each', async () => {
  const get = await aProgram({ TRUSTED_PROXIES: '10.0.0.0/8' });
  const opened = async (reader: string): Promise<number> =>
    (await get('/board/nowhere', { 'X-Forwarded-For': `${reader}, 10.0.0.1` })).status;

  for (let page = 0; page < 61; page += 1) await opened('203.0.113.1');
  expect(await opened('203.0.113.1')).toBe(429);
  expect(await opened('203.0.113.2')).not.toBe(429);
});

test.each(['10.0.0.0/33', 'proxy.example', '10.0.0.1;10.0.0.2', '::1/129'])(
  'TRUSTED_PROXIES=%s stops the start with a sentence',
  value => {
    expect(() => readConfig({ TRIAL: '1', TRUSTED_PROXIES: value })).toThrow(
      /^TRUSTED_PROXIES: read .*; accepted is addresses/,
    );
  },
);

test('ready is false within half a minute when record, connection or a loop stand still, and true again when they go on', async () => {
  let ms = 0;
  let downSince: number | null = null;
  let answers = true;
  const store = {
    inUnit: async () => {
      if (!answers) throw new Error('locked');
      return null;
    },
  } as unknown as Store;
  const loops = ['outbox', 'clock', 'kf'] as const;
  const health = new Health({ store, clockMs: () => ms, connectionDownSince: () => downSince, loops });

  expect(await health.standingStill()).toEqual([]);
  ms = 30_000;
  health.went('clock');
  expect(await health.standingStill()).toEqual(['the outbox stands still', '微信客服 stands still']);
  health.went('outbox');
  health.went('kf');
  downSince = 5_000;
  expect(await health.standingStill()).toEqual(['the long connection is not up']);
  downSince = null;
  answers = false;
  expect(await health.standingStill()).toEqual(['the record does not answer']);
  answers = true;
  expect(await health.standingStill()).toEqual([]);
});

test('/healthz tells ready from alive', async () => {
  const get = await aProgram();

  expect(await (await get('/healthz')).json()).toEqual({ ok: true, alive: true, ready: true });
  expect(await (await get('/healthz?alive')).json()).toEqual({ ok: true, alive: true });
});
