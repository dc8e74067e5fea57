import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { buildProgram } from '../../src/process/app.js';
import { readConfig } from '../../src/process/config.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { KfLink } from '../../src/store/notice/kf-link.js';
import { seedTrial } from '../../src/trial/seed.js';
import { setC } from '../wecom/vectors.js';
import { doorSettings } from '../support/doors.js';
import { corp, openKfId } from '../support/kf.js';
import { aStore } from '../support/store.js';

afterEach(() => void vi.restoreAllMocks());

/** A bot with 微信客服 on one clock, and how often each path was called. */
async function begun(settings: Readonly<Record<string, string>> = {}, page: () => Response = () => Response.error()) {
  const clock = { now: new Date('2026-03-02T10:00:00+08:00') };
  const wire = new AppStandIn({ ...corp, openKfIds: [openKfId], now: () => clock.now });
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now.getTime());
  const calls = new Map<string, number>();
  const counting: typeof fetch = (input, init) => {
    const { host, pathname } = new URL(String(input));
    if (host === 'hood.example.org') return Promise.resolve(page());
    const path = pathname.replace('/cgi-bin/', '');
    calls.set(path, (calls.get(path) ?? 0) + 1);
    return wire.fetch(input, init);
  };
  const store = await aStore();
  await seedTrial(store, clock.now);
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const robot = { WECOM_TOKEN: setC.token, WECOM_ENCODING_AES_KEY: setC.encodingAesKey };
  const config = readConfig({ ...robot, ...doorSettings, PUBLIC_URL: 'https://hood.example.org', ...settings });
  const program = await buildProgram({
    config,
    store,
    log,
    now: () => clock.now,
    fetch: counting,
  });
  await program.appDoors?.begin();
  const minutes = async (count: number): Promise<void> => {
    for (let minute = 0; minute < count; minute += 1) {
      clock.now = new Date(clock.now.getTime() + 60_000);
      await program.appDoors?.tick();
      await program.sender.sendDue();
    }
  };
  await minutes(1);
  const links = (): Promise<number> => store.dataSource.manager.count(KfLink);
  const tells = (count: number): Promise<void> =>
    store.inUnit(async open => {
      const [grid] = await open.grids.all();
      const posts = grid && (await open.within(grid)).posts;
      for (let nth = 0; nth < count; nth += 1) await posts?.toMember(`r0${10 + nth}`, `第${nth}件`, clock.now);
    });
  return { wire, calls, lines, minutes, links, tells };
}

test('微信客服 that is not the app’s any more is shut while it runs: no link leads there, nothing is fetched; set right, it goes on', async () => {
  const { wire, calls, lines, minutes, links } = await begun();
  expect(await links()).toBeGreaterThan(0);

  wire.kf.mayManage = false;
  wire.refusals.set('kf/sync_msg', [48_007]);
  wire.kf.say('wm-r010', '帮助');
  await minutes(12);
  const fetched = calls.get('kf/sync_msg');
  await minutes(8);
  expect(await links()).toBe(0);
  expect(calls.get('kf/sync_msg')).toBe(fetched);
  expect(lines.filter(line => line.includes('这扇门没有开')).join()).toContain('可管理的客服账号');

  wire.kf.mayManage = true;
  await minutes(12);
  expect(await links()).toBeGreaterThan(0);
  expect(wire.kf.shownTo('wm-r010')).not.toEqual([]);
});

test('a wire that fails shuts no door', async () => {
  const { wire, minutes, links } = await begun();
  wire.refusals.set('kf/account/list', [-1, -1, -1]);
  wire.refusals.set('externalcontact/groupchat/list', [48_002]);
  await minutes(15);

  expect(await links()).toBeGreaterThan(0);
  wire.kf.say('wm-r010', '帮助');
  await minutes(11);
  expect(wire.kf.shownTo('wm-r010')).not.toEqual([]);
});

test('40 notices wait for an app whose Secret was changed: the token is asked for seldom, the operator hears its step once, and all arrive', async () => {
  const { wire, calls, lines, minutes, tells } = await begun();
  wire.refusals.set('message/send', [40_014]);
  wire.refusals.set(
    'gettoken',
    Array.from({ length: 8 }, () => 40_001),
  );
  await tells(40);
  const before = calls.get('gettoken') ?? 0;
  await minutes(60);

  expect((calls.get('gettoken') ?? 0) - before).toBeLessThan(15);
  expect(lines.filter(line => line.includes('要到后台改设置') && line.includes('WECOM_APP_SECRET'))).toHaveLength(1);
  await minutes(40);
  expect(new Set(wire.messages.map(({ touser }) => touser)).size).toBe(40);
});

test.each<[what: string, page: () => Response, isTold: boolean]>([
  ['our proof', () => new Response('proof-1'), false],
  ['the proof of somebody else', () => new Response('proof-2'), true],
  ['a page that is not there', () => new Response('proof-1', { status: 404 }), true],
  ['a way that leads elsewhere', () => Response.redirect('https://other.example', 302), true],
])('at the start the operator hears of it where PUBLIC_URL shows %s', async (_, page, isTold) => {
  const { lines } = await begun({ WECOM_VERIFY_FILE: 'WW_verify_abc123.txt:proof-1' }, page);

  expect(lines.some(line => line.includes('校验文件不是这一份'))).toBe(isTold);
});
