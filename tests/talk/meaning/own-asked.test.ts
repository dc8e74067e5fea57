import { expect, test } from 'vitest';
import { ownKind } from '../../../src/talk/meaning/own-asked.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const single = { chat: 'single' } as const;

/** 1号 is collected for, 2号 is voted on, 3号 is raised, 4号 is accepted and 5号 is on display. */
async function five(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 1, title: '装路灯', state: 'pledging', budgetFen: 1_000_000 });
  const longAgo = new Date('2026-02-02T10:00:00+08:00');
  await aProject(grid, { no: 2, title: '粉刷楼道', state: 'plan_published', planPublishedAt: longAgo });
  const fresh = { planText: null, planVersion: 0, fundingClass: null, budgetFen: null, planPublishedAt: null } as const;
  await aProject(grid, { no: 3, title: '修车棚', state: 'issue_reported', ...fresh });
  await aProject(grid, {
    no: 4,
    title: '换门禁',
    state: 'accepted',
    acceptedAt: new Date('2026-03-17T10:00:00+08:00'),
  });
  const display = new Date('2026-03-17T10:00:00+08:00');
  await aProject(grid, { no: 5, title: '修台阶', state: 'plan_published', planPublishedAt: display });
  await grid.role('building_leader').says('2号发起表决，3月28日20:00截止');
  return grid;
}

test.each([
  ['我一共答应出了多少钱来着', ['1号「装路灯」认捐200元']],
  ['我家总共认了几多', ['1号「装路灯」认捐200元']],
  ['我投了没', ['2号', '同意']],
  ['俺都投了啥', ['2号', '同意']],
  ['我票呢', ['2号', '同意']],
  ['我儿子给我投了没有', ['2号', '同意']],
  ['我家打的几分', ['4号「换门禁」打的是3分']],
  ['门禁我打了几分', ['4号「换门禁」打的是3分']],
  ['我提的那俩采纳了吗', ['5号「修台阶」提的建议1', '还没有答复']],
  ['台阶我的建议采纳了没', ['5号「修台阶」提的建议1']],
  ['给我念念我都办了啥', ['认捐200元', '附议了3号', '打的是3分', '建议1']],
  ['我参加过哪些', ['认捐200元', '附议了3号']],
])('“%s” hears the own record in private: %j', async (words, expected) => {
  const grid = await five();
  const neighbour = grid.resident(40);
  for (const said of ['1号我出200元', '2号同意', '附议3号', '4号打3分', '5号建议：用防滑砖'])
    await neighbour.says(said, single);
  const before = await grid.journal();

  const answer = await neighbour.says(words, single);

  for (const part of expected) expect(answer).toContain(part);
  expect(await grid.journal()).toEqual(before);
});

test('in the group nobody hears what somebody promised', async () => {
  const grid = await five();

  await grid.resident(40).says('1号我出200元');

  expect(await grid.resident(40).says('给我念念我都办了啥')).not.toContain('200');
});

test.each([
  '我出多少',
  '我该出多少',
  '我投啥好',
  '我提啥建议',
  '我家的票',
  '我有个建议',
  '他投了没',
  '我投了反对',
  '我出了',
  '我们办了一桌酒',
])('“%s” asks nothing of the own record', words => {
  expect(ownKind(words)).toBeNull();
});
