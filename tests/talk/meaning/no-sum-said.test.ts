import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, received, theProject } from '../../support/works.js';

/** 1号 is built, 2号 and 3号 are prepared, 4号 collects: 600 wait to be checked. */
const quarter = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '楼道换灯', state: 'in_progress', budgetFen: 300_000 });
  await aProject(grid, { title: '单元门换锁', state: 'topic_selected', planText: null, budgetFen: null });
  await aProject(grid, { title: '加几根晾衣杆', state: 'topic_selected', planText: null, budgetFen: null });
  await aProject(grid, { title: '大门装道闸', state: 'collecting', budgetFen: 300_000 });
  await received(grid, await theProject(grid, 1), { fen: 300_000 });
  await grid.role('cashier').says('4号收到3号楼2单元301 600元', { chat: 'single' });
  return grid;
});

test.each<readonly [RoleId, string, RegExp]>([
  // What is counted is no sum.
  [
    'building_leader',
    '楼道灯那边买了两把人字梯，一百八，城东建材的，票在这',
    /1号申请支出180元：.*两把人字梯，付给城东建材/,
  ],
  ['building_leader', '1号买了三把钳子，九十五，付给张记五金', /1号申请支出95元/],
  ['building_leader', '1号买了两把梯子180元，付给城东建材', /1号申请支出180元/],
  // Lines of a budget are no gift of who writes them down.
  ['grid_secretary', '锁芯三千三，师傅安装一千二，先给我记上', /定预算明细.*锁芯三千三，师傅安装一千二.*几号/su],
  ['grid_secretary', '材料两千，人工八百', /定预算明细.*几号/su],
  ['grid_secretary', '晾衣杆三百，安装一百', /3号预算明细：晾衣杆三百，安装一百/],
  // A denial is no agreement, and what waits is shown.
  ['bookkeeper', '道闸那六百跟银行差二十，对不上', /^4号等待对账/],
  ['bookkeeper', '4号的钱跟流水对不上，少三百', /^4号等待对账/],
  ['bookkeeper', '4号对账差了五十', /^4号等待对账/],
  ['bookkeeper', '道闸那六百对上了', /您是要“4号对账无误，共600元”/],
  ['bookkeeper', '4号对过了，六百，一分不差', /您是要“4号对账无误，共600元”/],
  ['bookkeeper', '4号六百对得上，没差', /您是要“4号对账无误，共600元”/],
])('%s: “%s”', async (role, words, expected) => {
  expect(await (await quarter()).role(role).says(words, { chat: 'single' })).toMatch(expected);
});

const voting = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '添几样健身器材', state: 'plan_published' });
  await grid.until('2026-03-20T09:00:00+08:00');
  await grid.role('grid_secretary').says('1号发起表决，3天后截止');
  return grid;
});

test.each([
  ['健身器材投票的人太少，往后延一延', /表决延期，/],
  ['1号投票拖一拖，人太少', /表决延期，/],
  ['1号表决延一天', /表决延期1天，/],
  ['1号延期两天', /表决延期2天，/],
])('a word said twice is no day: “%s”', async (words, expected) => {
  expect(await (await voting()).role('grid_secretary').says(words)).toMatch(expected);
});

test('to put an end off is no end', async () => {
  const answer = await (await voting()).role('grid_secretary').says('健身器材那个投票缓一缓再截止');
  expect(answer).not.toMatch(/结束/);
});
