import { expect, test } from 'vitest';
import { deedsHeard } from '../../../src/language/values/heard.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, aRoundOf } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;
const planned = { state: 'plan_published', planPublishedAt: new Date('2026-03-01T09:00:00+08:00') } as const;

/** 1号 and 2号 are voted on, money is promised to 3号, and 4号 was accepted. */
const inHand = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '更换单元门禁', ...planned });
  await aProject(grid, { title: '楼顶做防水', ...planned });
  await aProject(grid, { title: '加装楼道扶手', ...aRoundOf(900_000, { capFen: 100_000 }) });
  await aProject(grid, { title: '装健身器材', state: 'accepted', percent: 100, acceptedAt: grid.now });
  for (const no of [1, 2]) await grid.role('building_leader').says(`${no}号发起表决，3月17日20:00截止`);
  return grid;
});

test.each([
  ['放水那个我统一', '给2号', '同意'],
  ['门禁我飞对', '给1号', '反对'],
  ['门禁我同一', '给1号', '同意'],
  ['防水我家飞对', '给2号', '反对'],
  ['浮手我初200', '给3号', '200元'],
  ['扶手我家初一百', '给3号', '100元'],
])('“%s” is read back as what it sounds like', async (words, no, deed) => {
  const grid = await inHand();
  const before = await grid.journal();
  const answer = await grid.resident('r075').says(words, inPrivate);

  expect(answer).toContain(no);
  expect(answer).toContain(deed);
  expect(answer).toContain('回复“是”');
  expect(await grid.journal()).toEqual(before);
});

test.each(['收费统一了', '我家统一刷白', '飞机飞得真低', '初一到初七放假', '我只吃素', '他反复说'])(
  '“%s” sounds like no deed as a whole',
  async words => {
    const grid = await inHand();
    const before = await grid.journal();
    const answer = await grid.resident('r075').says(words, inPrivate);

    expect(answer).not.toContain('回复“是”');
    expect(await grid.journal()).toEqual(before);
  },
);

test('only signs that sound alike are taken for a deed', () => {
  expect(deedsHeard('我统一')).toBe('我同意');
  expect(deedsHeard('我飞对')).toBe('我反对');
  expect(deedsHeard('我初200')).toBe('我出200');
  for (const words of ['我同意', '我应该对', '我出200', '初一初二']) expect(deedsHeard(words), words).toBe(words);
});

test.each([
  ['装得歪歪扭扭的，两分不能再多', 2],
  ['最多三分', 3],
  ['撑死给两分，螺丝都没拧紧', 2],
  ['挺好，满分没话说', 5],
])('“%s” rates the only one that was accepted', async (words, score) => {
  const answer = await (await inHand()).resident('r075').says(words, inPrivate);
  expect(answer).toContain(`${score}`);
  expect(answer).toMatch(/4号.*回复“是”/su);
});

test.each(['两分钟就到', '孩子考了满分没话说', '最多三个人'])('“%s” rates nothing', async words => {
  expect(await (await inHand()).resident('r075').says(words, inPrivate)).not.toContain('回复“是”');
});
