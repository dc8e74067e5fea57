import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';

const fresh = playedOnce(async () => aNeighbourhood());

test.each([
  ['提案：门口老积水', '解决门口老积水的问题'],
  ['提案：没有地方停自行车', '解决没有地方停自行车的问题'],
  ['提案：楼道里老有人乱停电动车', '解决楼道里老有人乱停电动车的问题'],
  ['我要提案，电动车没地方充电', '解决电动车没地方充电的问题'],
  ['我提个案，楼下垃圾没人管，臭死了', '解决楼下垃圾没人管的问题'],
])('“%s” tells what ails: to have it solved is read back as the title', async (words, title) => {
  const grid = await fresh();
  const resident = grid.resident(40);

  expect(await resident.says(words)).toContain(`提案“${title}”吗`);
  expect(await grid.journal()).toEqual([]);
  expect(await resident.says('是')).toContain(`1号提案：${title}`);
});

test.each([
  ['提案：建个能停电动车的棚子', '建个能停电动车的棚子'],
  ['提案：3号楼东头装路灯', '3号楼东头装路灯'],
  ['提案：门口老积水，挖条排水沟', '挖条排水沟'],
  ['提案：晾衣杆', '晾衣杆'],
])('“%s” says what is to be done', async (words, title) => {
  const grid = await fresh();

  const answer = await grid.resident(40).says(words);
  expect(answer).toContain(title);
  expect(answer).not.toContain('的问题');
});
