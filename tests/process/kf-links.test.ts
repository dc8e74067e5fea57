import { expect, test } from 'vitest';
import { pino } from 'pino';
import { sceneOf } from '../../src/domain/people/door-scene.js';
import { createGrid } from '../../src/operations/people/set-up-grid.js';
import { dropLinks, fetchLinks } from '../../src/process/kf-links.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { KfLink } from '../../src/store/notice/kf-link.js';
import { AppApi } from '../../src/wecom/app/api.js';
import { boardServed } from '../support/board.js';
import { corp, openKfId } from '../support/kf.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

async function begun() {
  const grid = await aNeighbourhood();
  const wire = new AppStandIn({ ...corp, openKfIds: [openKfId, 'wkOther'], now: () => grid.now });
  const options = { ...corp, apiBase: 'https://qyapi.example', timeoutMs: 1000, clockMs: () => 0, fetch: wire.fetch };
  const api = new AppApi(options);
  const fetched = (openKf = openKfId) =>
    fetchLinks({ store: grid.store, api, openKfId: openKf, log: pino({ level: 'silent' }) });
  const links = () => grid.store.dataSource.manager.find(KfLink, { order: { gridId: 'ASC' } });
  return { grid, wire, fetched, links };
}

test('each grid gets a link of its own once, a new grid later; another account gets new ones, and none leaves none', async () => {
  const { grid, wire, fetched, links } = await begun();
  wire.refusals.set('kf/add_contact_way', [45_009]);
  await fetched();
  expect(await links()).toEqual([]);

  await fetched();
  await grid.store.inUnit(open => createGrid(open, { code: 'oak', name: '橡树', community: '橡树', now: grid.now }));
  await fetched();
  expect((await links()).map(({ gridId, url }) => [gridId, url])).toEqual([
    [1, expect.stringMatching(/enc_scene=ENCg_yinshua$/u)],
    [2, expect.stringMatching(/enc_scene=ENCg_oak$/u)],
  ]);

  await fetched('wkOther');
  expect((await links()).map(one => one.openKfId)).toEqual(['wkOther', 'wkOther']);
  await dropLinks(grid.store);
  expect(await links()).toEqual([]);
});

test('a code too long for a scene is said by the number of its grid', () => {
  expect(sceneOf({ id: 7, code: 'a'.repeat(30) })).toBe(`g_${'a'.repeat(30)}`);
  expect(sceneOf({ id: 7, code: 'a'.repeat(31) })).toBe('n_7');
});

test('the board shows the way into 微信客服 where there is one, to tap and to scan', async () => {
  const { grid, fetched } = await begun();
  const base = await boardServed(grid, { clockMs: () => 0 });
  const board = async () => (await fetch(`${base}/board/yinshua`)).text();

  expect(await board()).not.toContain('微信客服的二维码');
  await fetched();
  grid.now = new Date(grid.now.getTime() + 60_000);
  expect(await board()).toMatch(/href="https:\/\/work\.weixin\.qq\.com\/kf\/[^"]*ENCg_yinshua"[^]*微信客服的二维码/u);
});

test('the sheet for the door of a building is there where the door is, for a building that there is', async () => {
  const { grid, fetched } = await begun();
  const base = await boardServed(grid, { clockMs: () => 0 });
  const sheet = async (building: string) => {
    const answer = await fetch(`${base}/board/yinshua/door/${building}`);
    return [answer.status, answer.headers.get('content-type')?.split(';')[0]];
  };
  const leader = grid.role('building_leader', 1);

  expect(await sheet('2')).toEqual([404, 'text/html']);
  expect(await leader.says('打印2号楼绑定卡', { chat: 'single' })).not.toContain('/door/');
  await fetched();

  expect(await sheet('2')).toEqual([200, 'application/pdf']);
  expect(await sheet('99')).toEqual([404, 'text/html']);
  expect(await leader.says('打印2号楼绑定卡', { chat: 'single' })).toContain('/door/2');
});
