import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject, theProject } from '../../support/works.js';

/** 1号 collects, 2号 waits for its class, 3号 is voted on. */
async function threeMatters(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { title: '装路灯', state: 'pledging' });
  await aProject(grid, { title: '修台阶', state: 'topic_proposed', fundingClass: null, planPublishedAt: null });
  const published = { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') } as const;
  await aProject(grid, { title: '刷楼道', ...published });
  await grid.role('building_leader').says('3号发起表决，3月28日20:00截止');
  return grid;
}

test('a class and a scope in one sentence are both set', async () => {
  const grid = await threeMatters();

  const answer = await grid.role('grid_secretary').says('2号定为迫切需求类，范围：1号楼');

  expect(answer).toContain('归为迫切需求类');
  expect(answer).toContain('范围定为1号楼');
  expect(await theProject(grid, 2)).toMatchObject({ fundingClass: 'urgent', scope: [{ building: '1' }] });
});

test('where the second of two cannot be done, neither is', async () => {
  const grid = await threeMatters();

  expect(await grid.role('grid_secretary').says('2号定为迫切需求类，范围：月亮上')).toContain('都没有记');

  expect((await theProject(grid, 2)).fundingClass).toBeNull();
});

test.each(['会电焊能干两天', '我会电焊，能干两天', '我以前干过电工', '木工我会，1号'])(
  'what somebody is able to is an offer to be read back: %s',
  async words => {
    const grid = await threeMatters();

    expect(await grid.resident(20).says(words)).not.toContain('已记');

    expect(await grid.journal()).not.toContain('pledge.labour');
  },
);

test('a leader who asks for the own building is given its doors in private, and nobody else is', async () => {
  const grid = await threeMatters();
  const leader = grid.role('building_leader');

  expect(await leader.says('我们楼谁没投', { chat: 'single' })).toContain('1号楼1单元101');
  expect(await leader.says('我们楼谁没投')).toBe(
    '您楼里还没投的户只在私聊里给：点我的头像，在私聊里发送“3号走访名单”。',
  );
  const toResident = await grid.resident(20).says('我们楼谁没投', { chat: 'single' });
  expect(toResident).toContain('一栋楼的不单独报，下面是全部的。');
  expect(toResident).not.toContain('1单元101');
});

test.each(['给俺勾了去', '把我那笔划掉', '刚才那个勾掉', '帮我抹了'])(
  '“%s” takes back what was just promised',
  async words => {
    const grid = await threeMatters();
    const resident = grid.resident(20);
    await resident.says('1号我出50元');

    expect(await resident.says(words)).toContain('已撤回您家刚才给1号的认捐50元');
  },
);

test('the cashier sees in private which household was booked, and the group does not', async () => {
  const grid = await threeMatters();
  await aProject(grid, { title: '换水管', state: 'collecting' });
  const cashier = grid.role('cashier');
  const place = '1号楼1单元101';

  expect(await cashier.says(`4号收到${place} 50元`, { chat: 'single' })).toContain(place);
  expect(await cashier.says(`4号收到${place} 60元`)).not.toContain(place);
});

test.each<readonly [readonly string[], string]>([
  [['我家出200', '不是，300', '1号'], '1号认捐300元'],
  [['我家出200', '打错了，30', '2号'], '2号认捐30元'],
  [['我出一百', '装路灯那个'], '1号认捐100元'],
  [['同意', '清飞线的'], '4号您家投了同意'],
  [['1号我出200', '不对不对，一百五'], '1号认捐改为150元'],
  [['1号我出200', '我那个不要写名字'], '1号'],
  [['1号我出200', '撤回'], '已撤回您家刚才给1号的认捐200元'],
  [['1号我出半天工', '去不了了'], '已撤回您家刚才给1号的出工'],
  [['3号同意', '4号也一样', '是'], '4号您家投了同意'],
])('%j ends as a person expects', async (words, end) => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  let answer = '';
  for (const each of words) answer = await resident.says(each);

  expect(answer).toContain(end);
});

test('“去不了了” behind a promise of money takes nothing back, and “同意” names no poll', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);
  await resident.says('1号我出200');
  await resident.says('去不了了');
  await resident.says('弃权');

  await resident.says('同意');

  expect((await grid.journal()).filter(deed => /^pledge\.|^poll\.vote/u.test(deed))).toEqual(['pledge.money']);
});

test('a resident who wants to rate is asked how many points, and is not sent to the judges', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('给1号打分')).not.toContain('县级管理员');
});
