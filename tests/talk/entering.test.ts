import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { doorAddress } from '../../src/domain/people/door-scene.js';
import { printCodes } from '../../src/operations/people/household-codes.js';
import { createGrid } from '../../src/operations/people/set-up-grid.js';
import { Person } from '../../src/store/people/person.js';
import { type Neighbourhood, type Person as Resident, aNeighbourhood } from '../support/neighbourhood.js';

const code = 'oak-lane';

/** A record with two grids, so that nothing but a link says which one a stranger means. */
async function twoGrids(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  await grid.store.inUnit(open => createGrid(open, { code, name: '橡树里网格', community: '橡树社区', now: grid.now }));
  return grid;
}

async function opens(grid: Neighbourhood, who: Resident, scene: string, param = ''): Promise<string> {
  const reply = await grid.deliver(who.userid, { kind: 'entered', came: { scene, param } }, { chat: 'single' });
  return reply.text;
}

const gridsOf = async (grid: Neighbourhood): Promise<(number | null)[]> =>
  (await grid.store.dataSource.manager.find(Person)).map(({ gridId }) => gridId);

async function aCode(grid: Neighbourhood): Promise<string> {
  const { userid } = grid.role('building_leader', 1);
  const deed = { building: '2', random: randomBytes, now: grid.now, messageId: 'print' };
  const [card] = await grid.inUnit(async unit =>
    printCodes(unit, { ...deed, member: await unit.members.view(userid) }),
  );
  return card?.code.replaceAll('-', '') ?? '';
}

test('without a link a stranger is told how to be known; by the link of a grid they are its guest, by another one that one’s', async () => {
  const grid = await twoGrids();
  const zhao = await grid.outsider('zhao');

  expect(await zhao.says('帮助')).toContain('扫一下楼道海报');
  expect(await opens(grid, zhao, `g_${code}`)).toContain('这里是橡树社区橡树里网格');
  expect(await zhao.says('我的积分')).not.toContain('扫一下楼道海报');
  expect(await gridsOf(grid)).toEqual([2]);
  expect(await opens(grid, zhao, 'g_yinshua')).toContain('印刷厂宿舍网格');
  expect(await gridsOf(grid)).toEqual([1]);
});

test.each(['', 'g_', 'g_nowhere', 'n_99', 'g_OAK-LANE', 'oak-lane', 'g_oak-lane;', 'n_1e1'])(
  'the scene “%s” is of no grid: nothing is kept, and the stranger is told how to be known',
  async scene => {
    const grid = await twoGrids();
    const zhao = await grid.outsider('zhao');

    expect(await opens(grid, zhao, scene)).toContain('扫一下楼道海报');
    expect(await gridsOf(grid)).toEqual([null]);
  },
);

test('a household’s card asks whether one lives there; opening binds nobody and spends nothing, the yes binds', async () => {
  const grid = await twoGrids();
  const card = await aCode(grid);
  const [zhao, qian] = [await grid.outsider('zhao'), await grid.outsider('qian')];

  for (const who of [zhao, zhao, qian]) expect(await opens(grid, who, 'g_yinshua', `h.${card}`)).toContain('住户吗？');
  expect(await grid.journal()).toEqual(['member.cards']);
  expect(await zhao.says('是')).toContain('绑定成功');
  expect(await qian.says('不是')).toContain('没有记');
  expect((await grid.journal()).filter(deed => deed === 'member.bind')).toHaveLength(1);
  expect(await opens(grid, zhao, 'g_yinshua', `h.${card}`)).toContain('您好');
});

test('at the door of a building only the rest of the address and the name are asked for; a name proves nothing, the leader is asked', async () => {
  const grid = await twoGrids();
  const zhao = await grid.outsider('zhao');
  const carried = (building: string) =>
    new URL(doorAddress('https://kf.example/?a', building)).searchParams.get('scene_param');

  const greeted = await opens(grid, zhao, 'g_yinshua', carried('2') ?? '');
  expect(greeted).toContain('这里是');
  expect(greeted).toContain('2号楼');
  expect(greeted).not.toContain('楼号');
  const said = await zhao.says('3单元101，我叫赵敏');
  expect(said).toContain('已请2号楼楼长确认');
  // A building that is none, and one of which WeChat Work could not carry the name, are asked for whole.
  expect(await opens(grid, await grid.outsider('qian'), 'g_yinshua', carried('99') ?? '')).toContain('楼号');
  expect(carried('裙'.repeat(20))).toBe(null);
});

test('who lives here is greeted with buttons: the desk, what waits, help; each does what its words would', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(40);
  const { text, card } = await grid.deliver(resident.userid, { kind: 'entered' }, { chat: 'single' });

  expect(text).toContain('您好');
  expect(card?.buttons?.map(button => button.text)).toEqual(['打开办事台', '我的待办', '帮助']);
  await resident.presses(card, '打开办事台', { chat: 'single' });
  expect(resident.last.text).toContain('/desk/login/');
  await resident.presses(card, '我的待办', { chat: 'single' });
  expect(resident.last.text).toContain('等您办的');
});

test('who is bound stays bound whatever link they open, and is told where they are', async () => {
  const grid = await twoGrids();
  const card = await aCode(grid);
  const zhao = await grid.outsider('zhao');
  await opens(grid, zhao, 'g_yinshua', `h.${card}`);
  await zhao.says('是');

  expect(await opens(grid, zhao, `g_${code}`, `h.${card}`)).toContain('这个二维码是橡树里网格的，您在印刷厂宿舍网格');
  expect(await gridsOf(grid)).toEqual([1]);
});

test('a card of one grid under the link of another is a wrong code; five of them, and none is looked at', async () => {
  const grid = await twoGrids();
  const card = await aCode(grid);
  const zhao = await grid.outsider('zhao');

  for (let time = 0; time < 5; time += 1) expect(await opens(grid, zhao, `g_${code}`, `h.${card}`)).toContain('不对');
  expect(await opens(grid, zhao, `g_${code}`, `h.${card}`)).toContain('试的次数太多');
});

test.each(['h.', 'h.<script>', 'x.7Q2K9', 'h.7Q2K;9', `h.${'A'.repeat(65)}`, '7Q2K9XWM3FTH'])(
  'what is of no form of ours counts as nothing: %s',
  async param => {
    const grid = await twoGrids();
    const zhao = await grid.outsider('zhao');

    expect(await opens(grid, zhao, 'g_yinshua', param)).toContain('您好');
    expect(await grid.journal()).toEqual([]);
  },
);
