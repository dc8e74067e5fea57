import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** 1号 has three ideas, 2号 two; both plans are being prepared. */
const withIdeas = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  await aProject(grid, { title: '小区加装监控摄像头', ...unplanned, fundingClass: 'quality' });
  await aProject(grid, { title: '修台阶', ...unplanned, fundingClass: 'quality' });
  for (const [at, words] of ['东门也装一个', '每家门口都装', '用带夜视的'].entries())
    await grid.resident(40 + at).says(`1号建议：${words}`);
  for (const [at, words] of ['加扶手', '加坡道'].entries()) await grid.resident(50 + at).says(`2号建议：${words}`);
  return grid;
});

async function ideas(grid: Neighbourhood, no: number): Promise<(boolean | null)[]> {
  const { id } = await theProject(grid, no);
  return grid.inUnit(async unit =>
    (await unit.projects.ideas.ofProject(id)).map(({ taken }) => (taken === null ? null : Boolean(taken))),
  );
}

test.each([
  ['1号第一条和第三条建议采纳', [true, null, true]],
  ['1号第一、第三条建议都采纳', [true, null, true]],
  ['1号建议第2条跟第3条，采纳', [null, true, true]],
  ['1号第二条建议采纳', [null, true, null]],
  ['1号第一条和第五条建议采纳', [null, null, null]],
])('“%s”, 是 as often as it is asked: %j', async (words, taken) => {
  const grid = await withIdeas();
  const secretary = grid.role('grid_secretary');

  let answer = await secretary.says(words);
  if (words.includes('五')) expect(answer).toContain('第5条没有等着办的');
  for (let times = 0; times < 3 && answer.includes('回复“是”'); times += 1) answer = await secretary.says('是');

  expect(await ideas(grid, 1)).toEqual(taken);
  expect(await ideas(grid, 2)).toEqual([null, null]);
});

test.each([
  [
    '第二条不采纳，家门口装摄像头侵犯别人隐私',
    '1号',
    '建议2答复“不采纳：家门口装摄像头侵犯别人隐私”',
    [true, false, null],
  ],
  ['第三条也采纳', '1号', '建议3答复“采纳', [true, null, true]],
  ['那第二条就不采纳了，太扰民', '1号', '建议2答复“不采纳', [true, false, null]],
  ['第二条采纳不采纳？', '', '', [true, null, null]],
])('behind the answer to the first idea “%s” is of that one of the same matter', async (words, matter, read, taken) => {
  const grid = await withIdeas();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号建议1采纳');

  const answer = await secretary.says(words);
  expect(answer).toContain(read);
  expect(answer).toContain(matter);
  if (read !== '') await secretary.says('是');

  expect(await ideas(grid, 1)).toEqual(taken);
  expect(await ideas(grid, 2)).toEqual([null, null]);
});

test.each([
  ['第二条也答一下，棚子往北挪三米，离窗户有六米了', '棚子往北挪三米，离窗户有六米了'],
  ['那第二条异议：棚子往北挪三米', '棚子往北挪三米'],
])('behind the answer to one objection “%s” answers the second', async (words, answered) => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  const planPublishedAt = new Date('2026-03-10T09:00:00+08:00');
  await aProject(grid, { title: '充电棚', state: 'plan_published', planText: '搭棚', planPublishedAt });
  await grid.resident(40).says('1号异议：报价偏高');
  await grid.resident(41).says('1号异议：离一楼窗户太近');
  const secretary = grid.role('grid_secretary');
  await secretary.says('答复1号异议1：找了三家，取的最低那家');

  expect(await secretary.says(words)).toMatch(new RegExp(`答复.*1号.*异议号?2.*${answered}.*回复“是”`, 'u'));
  expect(await secretary.says('是')).toContain('异议都答复了');
});

test('a notice hangs in a second place too; its days go on as they were', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  await grid.role('grid_secretary').says('启用双公示');
  await aProject(grid, { title: '充电棚', ...unplanned, fundingClass: 'quality' });
  const secretary = grid.role('grid_secretary');
  for (const said of [
    '1号监管小组：2号楼1单元302、3号楼1单元302、4号楼1单元302',
    '1号出资办法：自愿',
    '1号工期：地面4月20日，搭棚4月30日',
    '1号认筹：截止4月15日，每户最多500元',
    '发布1号方案：搭一个充电棚，预算一万八千元',
  ])
    await secretary.says(said);
  const worker = grid.role('grid_worker');
  await worker.says('第1号公示已张贴，东门公示栏', { ...inPrivate, pictures: ['一'] });
  const { planPublishedAt } = await theProject(grid, 1);
  grid.now = new Date('2026-03-10T10:05:00+08:00');

  const answer = await worker.says('三号楼楼道里也贴了一张', { ...inPrivate, pictures: ['二'] });
  expect(answer).toMatch(/第1号公示已张贴，三号楼楼道里.*回复“是”/u);
  expect(await worker.says('是', inPrivate)).toContain('第1号公示又在三号楼楼道里张贴');

  const notice = await grid.inUnit(unit => unit.disclosures.byNo(1));
  expect(notice?.boardPlace).toBe('东门公示栏、三号楼楼道里');
  expect((await theProject(grid, 1)).planPublishedAt).toEqual(planPublishedAt);
  expect(await worker.says('第1号公示已张贴，东门公示栏', { ...inPrivate, pictures: ['三'] })).toContain('已');
});

test.each([
  ['还有一处，扶手松了，3月20日前', '扶手松了，3月20日前'],
  ['另外一条：台阶缺个角，3月22日前', '台阶缺个角，3月22日前'],
  ['还有一处松了没有？', null],
])('behind a fault to be mended “%s” is the next: %s', async (words, fault) => {
  const grid = await aNeighbourhood({ now: '2026-03-10T10:00:00+08:00' });
  await aProject(grid, { title: '坡道', state: 'in_progress', budgetFen: 300_000 });
  const supervisor = grid.role('supervisor');
  await supervisor.says('1号限期整改：坡面不平，3月18日前');

  const answer = await supervisor.says(words);
  if (fault === null) expect(answer).not.toContain('限期整改：');
  else expect(answer).toMatch(new RegExp(`1号.*限期整改.*${fault}|1号.*${fault}`, 'u'));
});
