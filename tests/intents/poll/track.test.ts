import { expect, test } from 'vitest';
import { rosterBoard } from '../../../src/publish/ballot/roster-board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

async function aTopic(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-02T15:30:00+08:00' });
  await aProject(grid, { state: 'topic_selected', planPublishedAt: null, planVersion: 0, ...changes });
  return grid;
}

test.each([
  // A worn cable is renewed with money of the maintenance fund.
  [['1', '3', '3'], 'owners_ordinary', '民法典第278条第（5）项：使用维修资金', '过半数同意'],
  // A lift is added in an entrance; everybody gives freely.
  [['1', '1', '4'], 'owners_major', '第（7）项', '四分之三'],
  // Common ground is let.
  [['7', '7', '5'], 'owners_major', '第（8）项', '四分之三'],
  [['2', '4', '1'], 'owners_ordinary', '第（9）项', '三分之二'],
  [['2', '5', '1'], 'owners_major', '第（6）项', '四分之三'],
  [['1', '1', '3'], 'residents_meeting', '居民自愿出资', '一户一票'],
  [['1', '2', '2'], 'unanimous', '每一户都同意', '每一户都投票'],
  [['选举或更换业委会'], 'owners_ordinary', '第（3）项', '过半数同意'],
  [['８'], 'advisory', '征集意向', '不具约束力'],
  // Who is not sure gets the stricter rule, and is told so.
  [['1', '1', '6'], 'owners_major', '说不准的按更严的来', '四分之三'],
] as const)('%j leads to %s', async (answers, track, because, rule) => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号怎么表决')).toContain('第一问');
  for (const answer of answers) await secretary.says(answer);
  expect(secretary.last.text).toContain(because);
  expect(secretary.last.text).toContain(rule);
  expect((await theProject(grid, 1)).track).toBe(track);
});

test('an answer that is none of the list is not taken', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号怎么表决');

  await secretary.says('11');
  expect((await theProject(grid, 1)).track).toBeNull();
});

test('the plan says the rule, the longer notice and how many owners there are; the vote follows it', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号怎么表决');
  for (const answer of ['1', '1', '4']) await secretary.says(answer);
  await secretary.says('发布1号方案：加装电梯，预算30万元');

  const notice = (await grid.posts()).at(-1) ?? '';
  expect(notice).toContain('四分之三以上同意');
  expect(notice).toContain('公示期：3月2日（周一）至3月17日（周二）24:00');
  expect(notice).toMatch(/业主名册：118人，[\d.]+㎡/u);

  grid.now = new Date('2026-03-18T08:00:00+08:00');
  await grid.role('building_leader').says('1号发起表决，10天后截止');
  const opening = (await grid.posts()).at(-1) ?? '';
  expect(opening).toMatch(/名册：业主118人，[\d.]+㎡，已锁定（校验码[0-9a-f]{8}）/u);
  expect(await grid.resident(40).says('1号还差多少')).toContain('已有0人投票。要够数还差79人');
});

test('a leader’s word makes the rule stricter, never laxer', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号怎么表决');
  for (const answer of ['1', '1', '4']) await secretary.says(answer);
  await secretary.says('发布1号方案：加装电梯，预算30万元');
  grid.now = new Date('2026-03-18T08:00:00+08:00');

  expect(await secretary.says('1号发起业主表决，10天后截止')).toContain('不能用更松的办法');
  expect(await secretary.says('1号发起业主重大事项表决，10天后截止')).toContain('1号表决已发起');
});

test('a plan on display under another rule goes on display anew', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  await secretary.says('发布1号方案：加装电梯，预算30万元');
  grid.now = new Date('2026-03-06T10:00:00+08:00');

  await secretary.says('1号怎么表决');
  for (const answer of ['1', '1', '4']) await secretary.says(answer);
  expect(secretary.last.text).toContain('重新公示');
  expect((await grid.posts()).at(-1)).toContain('（第2版）');
  grid.now = new Date('2026-03-18T10:00:00+08:00');
  expect(await secretary.says('1号发起表决，10天后截止')).toContain('最早3月22日（周日）00:00');
});

test('only the buildings of the scope decide', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  expect(await secretary.says('1号范围：3号楼2单元')).toContain('共10户');
  await secretary.says('发布1号方案：装梯控，预算3000元');
  expect((await grid.posts()).at(-1)).toContain('范围：3号楼2单元10户');
  grid.now = new Date('2026-03-10T10:00:00+08:00');
  await grid.role('building_leader', 2).says('1号发起表决，3天后截止');

  expect(await grid.resident(70).says('1号同意', { chat: 'single' })).toContain('投了同意');
  expect(await grid.resident(70).says('1号还差多少')).toContain('已有1户投票。要够数还差5户');
  expect(await grid.resident(20).says('1号同意')).toContain('只由3号楼2单元的住户表决');
});

test.each([
  ['1号范围：9号楼', '花名册里没有9号楼'],
  ['1号范围：3号楼9单元、4号楼', '花名册里没有3号楼9单元'],
  ['1号范围：那边', '请说清是哪些楼'],
  ['7号怎么表决', '没有7号项目'],
])('“%s” is refused', async (said, sentence) => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');

  await secretary.says(said);
  for (const answer of said.includes('怎么') ? ['1', '1', '1'] : []) await secretary.says(answer);
  expect(secretary.last.text).toContain(sentence);
  expect(await theProject(grid, 1)).toMatchObject({ scope: null, track: null });
});

test('parking spaces and store rooms have no vote, the developer’s stock is one person', async () => {
  const grid = await aTopic({ state: 'plan_published', planPublishedAt: new Date('2026-02-02T10:00:00+08:00') });
  await grid.inUnit(async unit => {
    const base = { gridId: unit.grid.id, building: '5', unit: '1', areaCentiM2: 1200, userids: [], phone: null };
    for (const room of ['车位1', '储藏室2']) await unit.members.keepHousehold({ ...base, room, owners: ['张三'] });
    for (const room of ['101', '102', '201'])
      await unit.members.keepHousehold({ ...base, room, owners: ['开发商（未售）'] });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');

  expect(grid.role('building_leader')).toBeDefined();
  expect(await grid.resident(40).says('1号投票情况')).toContain('要够数还差80人');
});

test('the roster stands on the board under masked names, and its code is that of the notice', async () => {
  const grid = await aTopic({ state: 'plan_published', planPublishedAt: new Date('2026-02-02T10:00:00+08:00') });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  const page = (await grid.inUnit(unit => rosterBoard(unit, { no: 1, page: 1, now: grid.now }))) ?? '';

  const code = /校验码([0-9a-f]{8})/u.exec((await grid.posts()).at(-1) ?? '')?.[1] ?? '?';
  expect(page).toContain(code);
  expect(page).toContain('共118人');
  expect(page).toContain('1号楼1单元1＊＊');
  expect(page).not.toContain(grid.resident(40).name);
  expect(await grid.inUnit(unit => rosterBoard(unit, { no: 1, page: 2, now: grid.now }))).toBeNull();
});
