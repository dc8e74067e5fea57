import { expect, test } from 'vitest';
import { pledgePostings } from '../../../src/domain/funds/postings.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const now = '2026-04-15T10:00:00+08:00';

test('a poll that loose words would open is read back, and a stop leaves it closed', async () => {
  const grid = await aNeighbourhood({ now });
  const planPublishedAt = new Date('2026-04-01');
  await aProject(grid, { title: '装路灯', state: 'plan_published', planText: '装六盏', planPublishedAt });
  const leader = grid.role('building_leader');

  expect(await leader.says('1号差不多了，开始投吧，投到周日晚上八点')).toContain('您是要发起1号');
  expect(await leader.says('等等，先不发了，书记还要看一眼')).toContain('没有记');
  expect(await leader.says('是')).not.toContain('已发起');
  expect(await grid.journal()).not.toContain('poll.open');

  expect(await leader.says('1号差不多了，开始投吧，投到周日晚上八点')).toContain('您是要发起1号');
  expect(await leader.says('是')).toContain('1号表决已发起');
});

test('a plan that loose words would publish is read back with its sum', async () => {
  const grid = await aNeighbourhood({ now });
  await aProject(grid, { title: '换主管道', state: 'topic_selected' });
  const asked = await grid.role('grid_secretary').says('把1号方案发出去吧，更换主管道，一共三万六');

  expect(asked).toContain('您是要发布1号');
  expect(asked).toContain('36,000元');
  expect(await grid.journal()).not.toContain('plan.publish');
});

test('whom a payment is for is heard behind the sum as well', async () => {
  const grid = await aNeighbourhood({ now });
  const { id: projectId } = await aProject(grid, { title: '装路灯', state: 'collecting', budgetFen: 1_000_000 });
  await grid.inUnit(async unit => {
    const [home] = await unit.members.householdsAt({ building: '3', unit: '2', room: '301' });
    const pledge = { kind: 'pledge', postings: pledgePostings(1_000_000), why: '认捐', by: 'r075' } as const;
    await unit.ledger.post({ projectId, ...pledge, householdId: home?.id ?? null });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  const said = await grid
    .role('cashier')
    .says('1号收到4号楼1单元501小陈交的，200元，是替3号楼2单元301交的', { chat: 'single' });

  expect(said).toContain('替3号楼2单元301');
});

test.each([
  '1号先不要发起表决，投到周日晚上八点太急',
  '如果1号发起表决，投到周日晚上八点',
  '1号要不要开始投票，投到周日晚上八点',
  '1号可以开始投票了吗，投到周日晚上八点',
  '1号什么时候发起表决，投到周日晚上八点行不行',
  '等书记看过再发起1号表决，投到周日晚上八点',
])('“%s” opens no poll', async words => {
  const grid = await aNeighbourhood({ now });
  const planPublishedAt = new Date('2026-04-01');
  await aProject(grid, { title: '装路灯', state: 'plan_published', planText: '装六盏', planPublishedAt });
  await grid.role('building_leader').says(words);

  expect(await grid.journal()).not.toContain('poll.open');
});

test.each([
  '1号方案要不要发出去，更换主管道，三万六',
  '1号方案能不能发布：更换主管道，三万六',
  '如果发布1号方案：更换主管道，三万六',
  '1号方案发不发？更换主管道，三万六',
  '1号方案先别发布：更换主管道，三万六',
])('“%s” publishes no plan', async words => {
  const grid = await aNeighbourhood({ now });
  await aProject(grid, { title: '换主管道', state: 'topic_selected' });
  await grid.role('grid_secretary').says(words);

  expect(await grid.journal()).not.toContain('plan.publish');
});

test.each(['那不用匿名了，200就200', '那不用匿名了，就200', '不匿名了，两百'])(
  'who wanted no name and then says “%s” is not kept nameless',
  async words => {
    const grid = await aNeighbourhood({ now });
    await aProject(grid, { title: '装路灯', state: 'pledging', budgetFen: 1_000_000 });
    const giver = grid.resident(40);

    expect(await giver.says('1号我不留名捐个两百上下')).toMatch(/准数|200元吗/u);
    const answer = await giver.says(words);
    const done = answer.includes('回复“是”') ? await giver.says('是') : answer;

    expect(done).not.toMatch(/不公开您家|不留名/u);
  },
);
