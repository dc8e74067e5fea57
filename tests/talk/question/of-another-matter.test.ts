import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

test('of two matters named together each is shown, and 后面那个 is the second, read back', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  expect(await resident.says('3号和4号都到哪步了呀')).toMatch(/3号[^]*4号/u);
  expect(await resident.says('后面那个我同意')).toMatch(/您是要给4号.*投“同意”吗/u);
  expect(await resident.says('是')).toContain('4号您家投了同意');
});

test('deeds of two matters are done, and what is asked beside them is read back', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  const answer = await resident.says('3号我同意，2号我出200，另外能不能在车棚装个摄像头，老丢电瓶');
  expect(answer).toMatch(/3号您家投了同意\n2号认捐200元.*\n您是要提案“.*摄像头/u);
  expect(await grid.journal()).not.toContain('proposal.open');
});

test('那4号呢 asks of another matter what was just asked of one', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);
  await resident.says('3号投票情况');

  expect(await resident.says('那4号呢')).toMatch(/4号.*(?:投票|表决)/u);
});

test('who checks the books says that the bank agrees: it is read back and no promise of the own household', async () => {
  const grid = await aNeighbourhood();
  const bookkeeper = grid.role('bookkeeper');

  expect(await bookkeeper.says('银行单子拿回来了，1200，和咱记的一样', { chat: 'single' })).not.toContain('认捐');
});
