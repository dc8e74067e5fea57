import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';

const fresh = playedOnce(() => aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' }));

test.each([
  ['三单元那个灯俺瞅着 有啥事俺说', '三单元那个灯'],
  ['东门的垃圾箱我平时照看着', '东门的垃圾箱'],
  ['楼道口那盏灯我看着点', '楼道口那盏灯'],
])('“%s” takes a task on, which is read back', async (words, what) => {
  const grid = await fresh();
  const neighbour = grid.resident('r083');
  expect(await neighbour.says(words, { chat: 'single' })).toContain(what);
  expect(await grid.journal()).not.toContain('task.claim');
  await neighbour.says('是', { chat: 'single' });
  expect(await grid.journal()).toContain('task.claim');
});

test.each(['孩子我看着', '那个灯我看着像坏了', '路灯你看着点吗', '三单元那灯谁瞅着', '他说灯他看着'])(
  '“%s” takes nothing on',
  async words => {
    const grid = await fresh();
    const neighbour = grid.resident('r083');
    await neighbour.says(words, { chat: 'single' });
    await neighbour.says('是', { chat: 'single' });
    expect(await grid.journal()).not.toContain('task.claim');
  },
);

test.each([
  '这周六早上八点大家一起捡捡草坪垃圾，谁来',
  '明天下午三点一块儿扫雪，有空的来',
  '周日上午大家都来清楼道，愿意的报个名',
])('“%s” of a leader calls neighbours up, and is read back', async words => {
  const grid = await fresh();
  const before = await grid.journal();
  expect(await grid.resident('r061').says(words)).toContain('志愿活动：');
  expect(await grid.journal()).toEqual(before);
});

test.each(['这周六一起吃饭，谁来', '周六早上大家一起扫雪', '谁来扫扫雪'])('“%s” calls nobody up', async words => {
  const grid = await fresh();
  expect(await grid.resident('r061').says(words)).not.toContain('志愿活动：周');
});

test.each([
  ['我来把楼道里的旧家具清走', '把楼道里的旧家具清走'],
  ['我周末去把健身器材擦擦', '把健身器材擦擦'],
  ['我帮忙扫扫3单元的楼梯', '扫扫3单元的楼梯'],
  ['楼道里的自行车我来挪', '挪楼道里的自行车'],
  ['我负责把小广告铲了', '把小广告铲了'],
  ['花坛我来打理', '打理花坛'],
  ['花坛没人浇水，我来浇水吧', '给花坛浇水'],
  ['楼道太脏了，我明天来扫扫', '扫扫楼道'],
  ['我想把宣传栏擦擦', '把宣传栏擦擦'],
  ['花坛没人浇，我来', '浇花坛'],
  ['认领任务，打扫楼道', '打扫楼道'],
  ['我来给小滑梯擦一擦', '给小滑梯擦一擦'],
])('“%s” offers work: a task of that name, read back', async (words, what) => {
  const grid = await fresh();
  const neighbour = grid.resident('r083');
  // A matter of that name for which nobody can work yet refuses nobody.
  await grid.resident(20).says('提案：修理小滑梯');
  expect(await neighbour.says(words)).toContain(`认领“${what}”这件小事`);
  expect(await grid.journal()).not.toContain('task.claim');
  await neighbour.says('是');
  expect(await grid.journal()).toContain('task.claim');
});

test.each([
  '我家楼道我来扫',
  '我昨天把楼道扫了',
  '你来把楼道扫扫',
  '我来把我家花浇了',
  '花坛没人浇水，谁来认领一下',
  '要是没人，我来扫楼道',
  '他说他来扫楼道',
])('“%s” offers no work', async words => {
  const grid = await fresh();
  const neighbour = grid.resident('r083');
  expect(await neighbour.says(words)).not.toContain('这件小事');
  await neighbour.says('是');
  expect(await grid.journal()).not.toContain('task.claim');
});

test('just 一楼那几辆 behind a task of a bound neighbour asks for no binding', async () => {
  const grid = await fresh();
  const neighbour = grid.resident('r083');
  await neighbour.says('楼道里的自行车我来挪');
  await neighbour.says('是');

  expect(await neighbour.says('就是一楼那几辆')).not.toContain('绑定');
});
