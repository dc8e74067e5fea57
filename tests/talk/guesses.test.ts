import { expect, test } from 'vitest';
import { aNeighbourhood } from '../support/neighbourhood.js';

test('what was not quite heard is answered with at most two guesses and whom to ask; a guess does nothing', async () => {
  const grid = await aNeighbourhood();

  const speaker = grid.resident(40);
  await speaker.says('退我积分');
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
