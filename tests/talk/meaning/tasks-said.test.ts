import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';

const claimed = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident(44).says('三单元的路灯我来盯');
  return grid;
});

test.each([
  ['我那个活干完了', '任务1完成'],
  ['弄好了，换了个灯泡', '任务1完成'],
  ['这阵子忙，管不了了，让别人来吧', '任务1放弃'],
  ['没空盯了', '任务1放弃'],
  ['擦完了', '任务1完成'],
  ['都收拾干净了', '任务1完成'],
  ['扫不动了，换别人吧', '任务1放弃'],
  ['腰疼搬不动了，找别人来吧', '任务1放弃'],
])('of the only task that somebody claimed “%s” is said, and is read back', async (words, said) => {
  const grid = await claimed();
  const before = await grid.journal();
  expect(await grid.resident(44).says(words)).toContain(said);
  expect(await grid.journal()).toEqual(before);
});

test('another household looks at it by the thing that it is about', async () => {
  const grid = await claimed();
  expect(await grid.resident(47).says('我看了灯没亮啊')).toContain('任务1');
  await grid.resident(44).says('任务1完成');
  expect(await grid.resident(47).says('去看了，门没关好')).not.toContain('任务1');
  expect(await grid.resident(47).says('我去看了，灯还是不亮')).toContain('任务还没有办好');
  await grid.resident(47).says('不是');
  expect(await grid.resident(44).says('我认领的是啥来着')).toContain('任务1');
});

const swept = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident(44).says('三单元门口的落叶我来盯');
  return grid;
});

test.each([
  ['我去看了，扫得挺干净', '还没有报完成'],
  ['落叶还一地呢，根本没扫', '还没有'],
])('of a task that is not said to be done “%s” hears so', async (words, said) => {
  const grid = await swept();
  expect(await grid.resident(47).says(words)).toContain(said);
});

test.each([
  ['我去看了，扫得挺干净', '任务1核实'],
  ['看过了，很利索', '任务1核实'],
  ['落叶还一地呢，根本没扫', '任务还没有办好'],
  ['去看了，没人扫啊', '任务还没有办好'],
])('of the only task that is done “%s” is read back', async (words, said) => {
  const grid = await swept();
  await grid.resident(44).says('任务1完成');
  const before = await grid.journal();
  expect(await grid.resident(47).says(words)).toContain(said);
  expect(await grid.journal()).toEqual(before);
});

test.each(['天真干净啊', '我家扫得挺干净', '谁去看看扫了没'])('“%s” is of no task', async words => {
  const grid = await swept();
  await grid.resident(44).says('任务1完成');
  expect(await grid.resident(47).says(words)).not.toContain('任务1');
});

test('without a task nothing is done', async () => {
  const grid = await claimed();
  expect(await grid.resident(47).says('我那个活干完了')).not.toContain('任务1');
});
