import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

test('what was not quite heard is answered with at most two guesses and whom to ask; a guess does nothing', async () => {
  const grid = await aNeighbourhood();

  const speaker = grid.resident(40);
  await speaker.says('那个积分给处理一下');
  const reply = speaker.last;

  expect(reply.text).toContain('没听准，没有记任何东西');
  expect(reply.text).toContain('楼长或网格书记');
  const buttons = reply.card?.buttons ?? [];
  expect(buttons.length).toBeGreaterThan(0);
  expect(buttons.length).toBeLessThanOrEqual(2);
  // A button only tells how it is said.
  for (const { intent } of buttons) expect(intent).toBe('help');
  expect(await grid.journal()).toEqual([]);
});

test('plain talk is answered without guesses, and so is what somebody else wrote', async () => {
  const grid = await aNeighbourhood();

  for (const words of ['今天天气真好', '王姐: 退我积分'])
    expect(await grid.resident(40).says(words)).not.toContain('没听准');
});

test.each([
  ['投错票了怎么办', '撤销投票'],
  ['怎么申请支出', '申请支出860元'],
])('“%s” gets the one paragraph', async (words, expected) => {
  const grid = await aNeighbourhood();

  const answer = await grid.resident(40).says(words);

  expect(answer).toContain(expected);
  expect(answer.split('\n').length).toBeLessThanOrEqual(3);
});

/** 2号 装路灯 collects, 3号 刷楼道 is on display, 17号 清化粪池 is the newest. */
const matters = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-04-15T10:00:00+08:00' });
  const closesAt = new Date('2026-04-20T23:59:00+08:00');
  await aProject(grid, { no: 2, title: '装路灯', state: 'pledging', pledgeClosesAt: closesAt });
  const planPublishedAt = new Date('2026-04-14T09:00:00+08:00');
  await aProject(grid, { no: 3, title: '刷楼道', state: 'plan_published', planPublishedAt });
  await aProject(grid, { no: 17, title: '清化粪池', state: 'in_progress' });
  return grid;
});

test.each([
  // The matter that was named, whatever the newest is.
  ['2', '路灯认筹不搞了 缩小了再来', '“2号认筹作罢”'],
  // None was named: no number, and nothing that only the example says.
  ['40', '大门那儿来个灯啥的', '“提案：……”'],
])('the example of a guess is about what member %s said: “%s”, %s', async (who, words, shown) => {
  const grid = await matters();

  const answer = await grid.resident(Number(who)).says(words);

  expect(answer).toContain(shown);
  expect(answer).not.toContain('17号');
});

test.each(['路灯出两百 才怪', '路灯我出一个亿'])('“%s” is said in jest, and nothing is guessed', async words => {
  const grid = await matters();

  expect(await grid.resident(40).says(words)).not.toContain('是不是想说');
});

test.each([
  ['刷楼道我不服 报价太高了 要求重新比价', '“3号异议：报价太高了 要求重新比价”'],
  ['刷楼道这个价我不认 太贵', '“3号异议：刷楼道这个价我不认 太贵”'],
  ['3号方案我不认可，早上八点就敲太吵', '“3号异议：早上八点就敲太吵”'],
  ['刷楼道的方案我不答应 颜色太深', '“3号异议：颜色太深”'],
  ['刷楼道那个方案我不服气 没比价', '“3号异议：没比价”'],
  ['3号我不服 钱花多了', '“3号异议：钱花多了”'],
  ['刷楼道俺接受不了 味儿太大', '“3号异议：味儿太大”'],
])('against what is on display “%s” is read back as %s, and is no vote', async (words, shown) => {
  const grid = await matters();

  expect(await grid.resident(40).says(words)).toContain(shown);

  expect(await grid.journal()).not.toContain('objection.raise');
});

test('a protest against what is not on display is no objection to what is', async () => {
  const grid = await matters();

  for (const words of ['路灯我不服 太贵了', '我不服', '这人我不认识'])
    expect(await grid.resident(40).says(words)).not.toContain('3号异议');
});
