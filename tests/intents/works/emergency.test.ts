import { expect, test } from 'vitest';
import { recordReceipt } from '../../../src/operations/funds/record-receipt.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, received, theProject, unplanned } from '../../support/works.js';

const topic = {
  ...unplanned,
  state: 'topic_proposed',
  title: '3号楼主管道爆裂',
} as const;

const aBurst = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...topic, payerCheck: null });
  const secretary = grid.role('grid_secretary');
  for (const said of ['1号责任核查', '7', '现场爆管，地下室进水，2026年3月2日照片']) await secretary.says(said);
  return grid;
});

const declared = '1号应急抢修：主管道爆裂，先换一截管，最多8000元';

/** Declared by the grid's secretary, seen by a neighbour and by a building leader. */
async function aStart(): Promise<Neighbourhood> {
  const grid = await aBurst();
  await grid.role('grid_secretary').says(declared);
  await grid.resident(40).says('1号应急确认');
  await grid.role('building_leader').says('1号应急确认');
  return grid;
}

test('a secretary declares, the group hears it at once, and two on the spot let the works begin before any vote', async () => {
  const grid = await aBurst();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says(declared)).toContain('最多8,000元');
  expect((await grid.posts()).at(-1)).toMatch(/【应急抢修】1号[^]*情况：主管道爆裂，先换一截管[^]*限额：8,000元/u);
  expect((await theProject(grid, 1)).state).toBe('topic_proposed');

  expect(await grid.resident(40).says('1号应急确认')).toContain('还要楼长、物业或监管小组一人确认');
  expect(await grid.role('building_leader').says('1号应急确认')).toContain('到场确认齐了，可以动工');
  expect((await grid.posts()).at(-1)).toMatch(/【应急动工】1号[^]*到场确认：住户\d号楼\d单元\S+＊＊、楼长\S＊/u);
  expect(await theProject(grid, 1)).toMatchObject({ state: 'in_progress', budgetFen: 800_000 });
});

test.each([
  ['nobody but a secretary declares', (grid: Neighbourhood) => grid.resident(40).says(declared), '书记'],
  [
    'not above the cap of the rules',
    (grid: Neighbourhood) => grid.role('grid_secretary').says('1号应急抢修：整栋换管，最多3万元'),
    '应急抢修最多20,000元',
  ],
  [
    'not without saying how much',
    (grid: Neighbourhood) => grid.role('grid_secretary').says('1号应急抢修：主管道爆裂'),
    '最多花多少钱',
  ],
])('%s', async (_, deed, answer) => {
  const grid = await aBurst();

  expect(await deed(grid)).toContain(answer);
  expect((await theProject(grid, 1)).emergency).toBeNull();
});

test.each(['水管爆了，地下室淹了', '3号楼外墙渗水，雨天往屋里漏，住户报修', '电梯困人，照片在群里'])(
  '“%s” answers the question for the evidence, though said by itself it would be a report',
  async evidence => {
    const grid = await aNeighbourhood();
    await aProject(grid, { ...topic, payerCheck: null });
    const secretary = grid.role('grid_secretary');
    for (const said of ['1号责任核查', '7']) await secretary.says(said);

    expect(await secretary.says(evidence)).toContain('1号责任核查已登记');
    expect((await theProject(grid, 1)).payerCheck).toMatchObject({ answer: 'emergency', evidence });
  },
);

test('only what was checked as an emergency takes this way', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, topic);

  expect(await grid.role('grid_secretary').says(declared)).toContain('选应急维修');
});

test('who declared does not confirm, and one person does not confirm twice', async () => {
  const grid = await aBurst();
  const secretary = grid.role('grid_secretary');
  await secretary.says(declared);

  expect(await secretary.says('1号应急确认')).toContain('要另外的人到场看过');
  await grid.resident(40).says('1号应急确认');
  expect(await grid.resident(40).says('1号应急确认')).toContain('要另外的人到场看过');
  expect(await grid.resident(41).says('1号应急确认')).toContain('还要楼长');
});

test('a supervisor who saw it is offered to confirm it, and the works begin', async () => {
  const grid = await aBurst();
  await grid.role('grid_secretary').says(declared);
  await grid.resident(40).says('1号应急确认');
  const supervisor = grid.role('supervisor');

  expect(await supervisor.says('待办', { chat: 'single' })).toContain('确认应急');
  expect(await supervisor.says('1号应急确认')).toContain('到场确认齐了，可以动工');
});

test('a declaration that nobody confirmed in a day is void, and may be made anew', async () => {
  const grid = await aBurst();
  await grid.role('grid_secretary').says(declared);
  grid.now = new Date('2026-03-03T11:00:00+08:00');

  expect(await grid.resident(40).says('1号应急确认')).toContain('没有等着确认的应急抢修');
  expect(await grid.role('grid_secretary').says(declared)).toContain('已告诉大家');
});

test('never twice for one matter, under its own number or another', async () => {
  const grid = await aStart();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says(declared)).toContain('一件事只走一次');
  await aProject(grid, {
    ...topic,
    title: '3号楼主管道再次爆裂抢修',
    payerCheck: { answer: 'emergency', evidence: '现场照片', by: 1, at: grid.now.toISOString() },
  });
  expect(await secretary.says(declared.replace('1号', '2号'))).toContain('2号和1号是同一件事');
});

test('the maintenance fund pays at once within the cap, and not a fen above; payments keep their steps', async () => {
  const grid = await aStart();
  const comes = (amountFen: number): Promise<unknown> =>
    grid.inUnit(unit => {
      const receipt = { no: 1, amountFen, payer: undefined, source: 'maintenance_fund' as const };
      return recordReceipt(unit, { ...receipt });
    });

  await expect(comes(800_001)).rejects.toMatchObject({ code: 'emergency.overCap' });
  await expect(comes(800_000)).resolves.toMatchObject({ source: 'maintenance_fund' });
  await received(grid, await theProject(grid, 1), { fen: 500_000 });

  const leader = grid.role('building_leader');
  expect(await leader.says('1号申请支出4000元：管材，付给张记五金')).toContain('支出申请1已提交');
  expect(await leader.says('1号申请支出4000.01元：人工，付给李记水暖')).toContain('应急抢修最多花8,000元');
});

test('after acceptance the accounts tell the households why it came first and what it comes to', async () => {
  const grid = await aStart();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号进度：换好了，完成100%');
  for (const who of [0, 1, 2]) await grid.role('supervisor', who).says('1号验收合格');

  await grid.until('2026-03-12T10:00:00+08:00');

  const accounts = (await grid.posts()).find(text => text.includes('【决算公示】')) ?? '';
  expect(accounts).toMatch(/应急抢修：3月2日（周一）起先修后公示，限额8,000元，涉及118户，户均0元；到场确认：住户/u);
});

test('its works are told every evening and watched from the day they begin, before anybody has reported on them', async () => {
  const grid = await aStart();

  await grid.until('2026-03-06T09:00:00+08:00');

  const posts = await grid.posts();
  expect(posts.filter(text => text.includes('天没有新的进展')).map(text => /完成0%.*，\d天/u.exec(text)?.[0])).toEqual([
    expect.stringContaining('，1天'),
    expect.stringContaining('，2天'),
    expect.stringContaining('，3天'),
  ]);
  expect(posts).toContainEqual(expect.stringMatching(/【无人巡查】1号[^]*已经连续3个工作日没有人巡查/u));
});
