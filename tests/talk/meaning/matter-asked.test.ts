import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** 1号 is on display, 2号 accepted and rated by three. */
async function two(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  const shown = new Date('2026-03-17T10:00:00+08:00');
  await aProject(grid, { no: 1, title: '装路灯', state: 'plan_published', planPublishedAt: shown });
  await aProject(grid, { no: 2, title: '粉刷楼道', state: 'accepted', acceptedAt: shown });
  for (const who of [41, 42, 43]) await grid.resident(who).says('2号打4分');
  return grid;
}

test.each(['粉刷大家打了几分', '邻居们都给打的几分呀', '粉刷得了多少分', '2号平均分多少'])(
  '“%s” hears how it was rated',
  async words => {
    const grid = await two();

    expect(await grid.resident(40).says(words, { chat: 'single' })).toMatch(/2号「粉刷楼道」：已有3户评价/u);
  },
);

test.each([
  '有人提意见没',
  '路灯有没有人提异议',
  '现在有啥意见吗',
  '异议是否均已答复完毕',
  '目前是否还有未答复的异议？',
  '还有没回复的意见吗',
])('“%s” hears the objections', async words => {
  const grid = await two();
  await grid.resident(41).says('1号异议：灯太亮晃窗户', { chat: 'single' });

  expect(await grid.resident(40).says(words, { chat: 'single' })).toContain('异议');
});

test.each(['我有意见', '给粉刷打4分', '考了几分', '我没意见'])('“%s” asks neither', async words => {
  const grid = await two();

  const answer = await grid.resident(40).says(words, { chat: 'single' });

  expect(answer).not.toContain('户评价');
  expect(answer).not.toContain('异议情况');
});
