import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, unplanned } from '../../support/works.js';

/** 1号 is prepared, 2号 has its money. */
const quarter = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '重新划停车位', ...unplanned });
  await aProject(grid, { title: '更换主管道', state: 'funded', budgetFen: 1_000_000 });
  return grid;
});

/** What was read back, between 您是要 and 吗. */
async function readBack(role: Parameters<Neighbourhood['role']>[0], words: string): Promise<string> {
  const answer = await (await quarter()).role(role).says(words, { chat: 'single' });
  return /您是要(?<what>[^]*?)吗？/u.exec(answer)?.groups?.['what'] ?? answer;
}

test.each([
  ['building_leader', '2号四把锁装好了，四百八，要付给老赵锁店，发票刚发你', '四把锁，付给老赵锁店'],
  ['building_leader', '2号水泵换好了一共1200，该付给王记机电', '水泵，付给王记机电'],
  ['grid_secretary', '1号三家报了价：通达8600，顺畅9200，老马8000', '报价：通达8600，顺畅9200，老马8000'],
  ['grid_secretary', '供电所给咱们1050分以上的户每户减200块电费，依据桓电〔2026〕5号，登一下', '登记优惠'],
] as const)('%s: “%s” keeps what is meant alone', async (role, words, kept) => {
  const said = await readBack(role, words);
  expect(said).toContain(kept);
  expect(said).not.toMatch(/刚发你|要付给|三家报|登一下/u);
});

test('a meeting that is held somewhere about something is told by where and what', async () => {
  const grid = await quarter();
  const secretary = grid.role('community_secretary');
  await secretary.says('1号兹定于明日19时30分在社区会议室召开停车位议事会，请各户派员参加。', { chat: 'single' });
  await secretary.says('是', { chat: 'single' });

  const post = (await grid.posts()).at(-1) ?? '';
  expect(post).toContain('地点：社区会议室\n');
  expect(post).not.toContain('请各户派员');
});

test.each([
  ['2号不能验，门锁打不开', '验收不合格：门锁打不开'],
  ['2号验收没过 扶手晃得很', '验收不合格：扶手晃得很'],
  ['2号验收不合格，需返工', '验收不合格'],
  ['2号验收不合格，需要返工', '验收不合格'],
  ['2号验收不合格，3号井盖没盖好', '验收不合格：3号井盖没盖好'],
  ['2号验收不合格，灯不亮，4月10号前返工好', '验收不合格：灯不亮，4月10号前返工好'],
  ['我看2号不能过，门锁打不开', '验收不合格：门锁打不开'],
])('“%s” keeps why', async (words, kept) => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '种花', ...unplanned });
  await aProject(grid, { title: '改造东大门', state: 'completed_pending_acceptance', budgetFen: 1_000_000 });

  const said = await grid.role('supervisor').says(words, { chat: 'single' });
  expect(said).toMatch(new RegExp(`${kept}(?:吗|。)`, 'u'));
});
