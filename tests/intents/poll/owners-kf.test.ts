import { beforeEach, expect, test } from 'vitest';
import { Ballot } from '../../../src/store/ballot/ballot.js';
import { aKfDoor } from '../../support/kf.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** An owners' vote on number 1, a household vote on number 2, and 微信客服, in which r010 and a neighbour from outside write. */
let grid: Neighbourhood;
let kf: ReturnType<typeof aKfDoor>;
let door: ReturnType<typeof kf.aProcess>;

beforeEach(async () => {
  grid = await aNeighbourhood({ now: '2026-03-18T00:00:00+08:00' });
  await aProject(grid, {
    state: 'plan_published',
    title: '加装电梯',
    planPublishedAt: new Date('2026-03-02T15:30:00+08:00'),
  });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  kf = aKfDoor(grid);
  door = kf.aProcess();
  await door.run();
});

async function answered(): Promise<void> {
  grid.now = new Date(grid.now.getTime() + 61_000);
  await door.ring('');
  await door.run();
}

async function says(text: string): Promise<string> {
  kf.kf.say('wm-r010', text);
  await answered();
  return kf.kf.shownTo('wm-r010').at(-1)?.text ?? '';
}

const ballots = (): Promise<Ballot[]> => grid.store.dataSource.manager.find(Ballot);

test.each(['1号同意', '同意', '我家同意', '1号反对，太贵了', '弃权', '投票', '1号投票', '1号代1号楼1单元101同意'])(
  'an owner’s choice is not taken in 微信客服, where the office may read it: %s',
  async said => {
    const answer = await says(said);

    expect(answer).not.toMatch(/投了|记下了|同意、反对还是弃权/u);
    expect(await ballots()).toEqual([]);
    // A mandate that nobody gave is refused before.
    if (!said.includes('代')) expect(answer).toMatch(/不在这里投，没有记[^]*办事台[^]*纸票/u);
  },
);

test('the card of an owners’ vote has no choices in its rows there, and its one row opens the desk', async () => {
  await says('1号投票情况');
  const menu = kf.kf.shownTo('wm-r010').at(-1);
  expect(menu?.text).toContain('管客服的人看得到');
  expect(menu?.rows.map(({ content }) => content)).toEqual(['打开办事台']);
  const [row] = menu?.rows ?? [];
  if (row) kf.kf.tap('wm-r010', row);
  await answered();
  expect(kf.kf.shownTo('wm-r010').at(-1)?.text).toContain('/desk/login/');
});

test('what an owner chose at the desk is not told in 微信客服; the household votes stay as they were', async () => {
  await grid.resident('r010').handsIn('poll.vote', { no: '1', choice: '反对', reason: '' });
  expect(await ballots()).toHaveLength(1);
  expect(await says('我的票')).toMatch(/已经记下，投的什么在办事台看/u);
  expect(await says('我投上了吗')).not.toContain('反对');

  await grid.role('building_leader').says('发起表决：楼道刷不刷白，3天后截止');
  await says('2号投票情况');
  expect(
    kf.kf
      .shownTo('wm-r010')
      .at(-1)
      ?.rows.map(({ content }) => content),
  ).toEqual(['同意', '反对', '弃权']);
  expect(await says('2号同意')).toContain('投了同意');
});

test('a name that somebody from outside has told makes no owner, at the desk neither', async () => {
  const zhao = await grid.outsider('zhao', 'openid');
  await grid.inUnit(async unit => {
    const [home] = await unit.members.households();
    const name = home?.owners[0] ?? '';
    await unit.members.keep({
      gridId: unit.grid.id,
      userid: zhao.userid,
      name,
      householdId: home?.id ?? null,
      boundAt: grid.now,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect((await zhao.handsIn('poll.vote', { no: '1', choice: '同意', reason: '' })).text).toMatch(/纸票/u);
  expect(await ballots()).toEqual([]);
});
