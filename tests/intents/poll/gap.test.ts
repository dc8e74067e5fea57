import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

async function anOwnersVote() {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  return { grid, leader: grid.role('building_leader') };
}

test('还差多少 says who is still missing to take part, the area roughly, and nothing of the choices', async () => {
  const { grid } = await anOwnersVote();
  for (let index = 0; index < 10; index += 1) await grid.resident(index).says(index < 4 ? '1号同意' : '1号反对');

  const gap = await grid.resident(100).says('还差多少');
  expect(gap).toContain('已有10/118人投票');
  // 79 of 118 heads take part at least.
  expect(gap).toMatch(/要够数还差69人和面积不到\d+00㎡。/u);
  expect(gap).not.toMatch(/同意\d|同意的/u);
  const [missing = ''] = /要够数[^。]*。/u.exec(gap) ?? [];
  expect(await grid.resident(100).says('1号还差几户')).toContain(missing);
});

test('one more vote of no flat moves the area that is missing so that the flat could be told', async () => {
  const { grid } = await anOwnersVote();
  const areas = [];
  for (let index = 0; index < 10; index += 1) {
    await grid.resident(index).says('1号同意');
    areas.push(Number(/面积不到(\d+)㎡/u.exec(await grid.resident(100).says('还差多少'))?.[1]));
  }

  expect(areas.every(area => area % 500 === 0)).toBe(true);
  expect(new Set(areas).size).toBeLessThan(4);
});

test('without a vote it is the money that is missing', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging', pledgeClosesAt: new Date('2026-03-20T10:00:00+08:00') });

  expect(await grid.resident(100).says('1号还差多少')).toContain('还差3,000元');
});

test('a leader sees in private whom to visit in the own building, the largest area first, and no choice', async () => {
  const { grid, leader } = await anOwnersVote();
  await grid.resident(3).says('1号反对');

  expect(await leader.says('1号走访名单')).toContain('只在私聊里看');
  const list = await leader.says('1号走访名单', { chat: 'single' });
  const homes = [...list.matchAll(/^\d+\. (\d+)号楼\d单元(\d+)，([\d.]+)㎡$/gmu)];
  expect(homes).toHaveLength(29);
  expect(homes.every(([, building]) => building === '1')).toBe(true);
  const areas = homes.map(([, , , area]) => Number(area));
  expect(areas).toEqual(areas.toSorted((a, b) => b - a));
  expect(list).not.toMatch(/反对|同意/u);
  const voter = grid.resident(3).known;
  expect(list).not.toContain(`1号楼${voter?.unit}单元${voter?.room}，`);
  expect(await grid.journal()).toContain('poll.visits');
});

test('who leads no building sees no list', async () => {
  const { grid } = await anOwnersVote();

  expect(await grid.resident(40).says('1号走访名单', { chat: 'single' })).toContain('楼长');
});

test('several groups of one grid vote in one poll', async () => {
  const { grid } = await anOwnersVote();
  await grid.inUnit(async unit => {
    await unit.members.bindChat('wrSecondGroup', grid.now);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  await grid.resident(40).says('1号同意');
  await grid.resident(41).says('1号同意', { group: 'wrSecondGroup' });
  expect(await grid.resident(42).says('还差多少')).toContain('已有2/118人');
});
