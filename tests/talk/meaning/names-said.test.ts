import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

const quarter = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '疏通院里下水道', ...unplanned });
  return grid;
});

test.each([
  ['请疏通公司来探一下管道，报个价，下周五之前', '请疏通公司办：探一下管道，报个价，3月20日前'],
  ['请排水管理处来看看主管通不通，20号以前', '请排水管理处办：看看主管通不通'],
  ['麻烦供电所来看一下水泵的线，3月20号前', '请供电所办：看一下水泵的线'],
])('“%s” names whole who is asked', async (words, said) => {
  const answer = await (await quarter()).role('grid_secretary').says(`下水道${words}`, inPrivate);
  expect(answer).toContain(said);
});

test('疏通公司 is whole where the matter is not named, though its title begins so', async () => {
  const answer = await (await quarter()).role('grid_secretary').says('请疏通公司来探一下管道，下周五之前', inPrivate);
  expect(answer).toContain('1号请疏通公司办：探一下管道，3月20日前');
});

test.each(['提案整一个', '我想提个案', '来个提案吧'])('“%s” names nothing that could be a title', async words => {
  const answer = await (await quarter()).resident(30).says(words, inPrivate);
  expect(answer).not.toMatch(/提案“|已登记/u);
});
