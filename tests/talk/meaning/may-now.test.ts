import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const onDisplay = (since: string) =>
  playedOnce(async () => {
    const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
    await aProject(grid, { title: '屋顶防水', state: 'plan_published', planPublishedAt: new Date(since) });
    return grid;
  });
const ripe = onDisplay('2026-03-02T10:00:00+08:00');
const young = onDisplay('2026-03-17T10:00:00+08:00');

test.each(['1号可以投票了吧', '1号能发起表决了吗', '1号现在可以发起表决了不', '1号可以表决了没有'])(
  '“%s” of who may do it is answered, and nothing waits for a yes',
  async words => {
    const grid = await ripe();
    const leader = grid.role('building_leader');

    const answer = await leader.says(words);

    expect(answer).toMatch(/1号发起表决/u);
    expect(answer).not.toContain('回复“是”');
    await leader.says('是');
    expect(await grid.journal()).not.toContain('poll.open');
  },
);

test('before its days are over it is said what is waited for', async () => {
  const grid = await young();

  const answer = await grid.role('building_leader').says('1号可以投票了吧');

  expect(answer).toMatch(/公示要满7天|公示期满/u);
  expect(answer).not.toContain('回复“是”');
});

test.each(['1号发起表决', '那就发起1号表决，周日晚上八点截止'])('“%s” orders it', async words => {
  const grid = await ripe();
  const leader = grid.role('building_leader');
  await leader.says(words);
  await leader.says('是');

  expect(await grid.journal()).toContain('poll.open');
});
