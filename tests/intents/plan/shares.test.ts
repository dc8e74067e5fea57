import { expect, test } from 'vitest';
import { readAllocation } from '../../../src/language/values/money/allocation.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

async function aTopic(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_selected', planPublishedAt: null, planVersion: 0, budgetFen: 1_200_000 });
  await grid.role('grid_secretary').says('1号资金来源：居民11800元，公益200元（协议7号）');
  return grid;
}

function homeOf({ known }: Person): string {
  return `${known?.building}号楼${known?.unit}单元${known?.room}`;
}

test.each([
  ['户均', { method: 'equal' }],
  ['每户平均。', { method: 'equal' }],
  ['按面积', { method: 'by_area' }],
  ['自愿', { method: 'free' }],
  [
    '按楼层，1层0、2层0.5',
    {
      method: 'by_coefficient',
      floors: [
        { floor: 1, weight: 0 },
        { floor: 2, weight: 50 },
      ],
    },
  ],
  ['按受益，3号楼2单元', { method: 'by_beneficiary', rest: '3号楼2单元' }],
])('“%s” is a way to share out', (said, allocation) => {
  expect(readAllocation(said)).toEqual(allocation);
});

test.each(['随便', '按楼层', '按楼层，1层0、1层2', '按楼层，1层-1', '谁有钱谁出'])('“%s” is none', said => {
  expect(readAllocation(said)).toBeNull();
});

test('the method stands on the plan; each household hears its own figure in private, as one to go by', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  const giver = grid.resident(20);

  expect(await secretary.says('1号出资办法：户均')).toContain('户均，每户100元，是参考数，自愿，多少都行');
  await secretary.says('发布1号方案：装路灯，预算1.2万元');
  expect((await grid.posts()).at(-1)).toContain('每户：户均，每户100元，是参考数');
  expect(await giver.says('1号我该出多少')).toBe('您家的数只告诉您本人：点我的头像，在私聊里随便发一句话就能看到。');
  expect(await giver.says('我该出多少钱？', { chat: 'single' })).toContain(
    '您家的参考数是100元。自愿参与，出多少、出不出都由您定',
  );
});

test('where owners have to decide to raise money, the figure is said to be by their decision', async () => {
  const grid = await aTopic();
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (project) await unit.projects.keep(Object.assign(project, { matter: 'raise_fund', track: 'owners_major' }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await grid.role('grid_secretary').says('1号出资办法：按面积')).not.toContain('自愿');
  expect(await grid.resident(20).says('1号我该出多少', { chat: 'single' })).toContain('按业主共同决定的办法，您家是');
});

test.each([
  ['1号出资办法：自愿', '没有应出的数，出多少、出不出都由您定'],
  ['1号出资办法：按楼层，1层0', '您家不用出'],
  ['1号出资办法：按受益，4号楼', '您家不用出'],
])('after “%s” a household on the ground floor of building 1 owes nothing', async (said, sentence) => {
  const grid = await aTopic();
  await grid.role('grid_secretary').says(said);

  expect(await grid.resident(20).says('1号我该出多少', { chat: 'single' })).toContain(sentence);
});

test('a household in hardship is exempted, a named source bears its share, and nobody else learns who', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  const poor = grid.resident(50);
  await secretary.says('1号出资办法：户均');
  const said = `1号减免：${homeOf(poor)}，由公益资源承担`;

  expect(await secretary.says(said)).toContain('只在私聊里登记');
  expect(await secretary.says(said.replace('公益资源', '公共收益'), { chat: 'single' })).toContain(
    '资金来源里没有“公共收益”',
  );
  expect(await secretary.says(said, { chat: 'single' })).toContain('已减免这一户100元，由公益资源承担');
  expect(await secretary.says(said, { chat: 'single' })).toContain('已经减免过了');
  expect(await grid.postsTo(poor.userid)).toEqual([expect.stringContaining('已经减免，不用出钱。这件事不公开')]);
  expect(await poor.says('1号我该出多少', { chat: 'single' })).toContain('已经减免，不用出');
  // The neighbours' figure is what it was.
  expect(await grid.resident(20).says('1号我该出多少', { chat: 'single' })).toContain('100元');

  await secretary.says('发布1号方案：装路灯，预算1.2万元');
  const notice = (await grid.posts()).at(-1) ?? '';
  expect(notice).toContain('居民众筹11,700元（自愿认筹）、公益资源300元（协议7号）；困难减免100元由公益资源承担');
  expect(notice).not.toContain('单元');
  expect(
    await grid.inUnit(async unit => (await unit.journal.all()).map(({ facts }) => JSON.stringify(facts)).join()),
  ).not.toContain(homeOf(poor));
});

test('nobody exempts the own home; another secretary does', async () => {
  const grid = await aTopic();
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号出资办法：户均');
  const said = `1号减免：${homeOf(secretary)}，由公益资源承担`;

  expect(await secretary.says(said, { chat: 'single' })).toContain('自己家的减免不能由自己登记');
  expect(await grid.role('community_secretary').says(said, { chat: 'single' })).toContain('已减免这一户100元');
});

test('where nobody has a figure there is nothing to exempt from', async () => {
  const grid = await aTopic();
  const said = `1号减免：${homeOf(grid.resident(50))}，由公益资源承担`;

  expect(await grid.role('grid_secretary').says(said, { chat: 'single' })).toContain('没有每户的数，不用减免');
  expect((await theProject(grid, 1)).fundingPlan?.exempted).toBeUndefined();
});
