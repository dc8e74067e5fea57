import { expect, test } from 'vitest';
import { aNeighbourhood } from '../support/neighbourhood.js';

/** A household whose account is not in the roster yet, and somebody new who lives there. */
async function aNewcomer() {
  const grid = await aNeighbourhood();
  const known = grid.resident(33).known;
  if (!known) throw new Error('the sample is too small');
  return { grid, known, newcomer: grid.resident('newcomer'), leader: grid.role('building_leader', 1) };
}

test('a newcomer names the household, the leader of the building confirms with the button, and the group greets them', async () => {
  const { grid, known, newcomer, leader } = await aNewcomer();

  const answer = await newcomer.says(`我是${known.building}号楼${known.unit}单元${known.room}的${known.name}`);
  expect(answer).toContain('已请2号楼楼长确认');
  expect(await newcomer.says('提案：3号楼东头装路灯')).toContain('请先绑定您家');
  await newcomer.says(`我是${known.building}号楼${known.unit}单元${known.room}的${known.name}`);
  await leader.presses(newcomer.last.card, '确认绑定');

  expect(leader.last.card?.title).toBe('已确认绑定');
  expect((await grid.posts()).at(-1)).toContain('绑定成功');
  expect(await newcomer.says('提案：3号楼东头装路灯')).toContain('1号提案');
});

test('a word does the same as the button, and the leader was told the whole address in private', async () => {
  const { grid, known, newcomer, leader } = await aNewcomer();
  await newcomer.says(`我是${known.building}号楼${known.unit}单元${known.room}的${known.name}`);

  expect(await grid.postsTo(leader.userid)).toEqual([
    expect.stringContaining(`${known.building}号楼${known.unit}单元${known.room}`),
  ]);
  expect(await leader.says('确认绑定 newcomer')).toBe('已确认绑定。');
});

test('only the leader of that building confirms', async () => {
  const { grid, known, newcomer } = await aNewcomer();
  await newcomer.says(`我是${known.building}号楼${known.unit}单元${known.room}的${known.name}`);

  expect(await grid.role('building_leader', 0).says('确认绑定 newcomer')).toContain('2号楼的楼长');
  expect(await grid.resident(50).says('确认绑定 newcomer')).toContain('楼长');
  expect(await grid.role('building_leader', 1).says('确认绑定 nobody')).toContain('没有等待确认');
});

test.each([
  ['我是9号楼2单元301的周桂兰', '花名册里没有9号楼2单元301'],
  ['我是2号楼1单元101的赵大宝', '没有叫“赵大宝”的'],
  ['绑定2号楼', '2号楼有30户'],
])('“%s” is refused, and nothing is kept', async (said, sentence) => {
  const { grid, newcomer } = await aNewcomer();

  expect(await newcomer.says(said)).toContain(sentence);
  expect(await grid.journal()).toEqual([]);
});

test('help shows only what this member may do, under headings, with examples', async () => {
  const { grid, newcomer } = await aNewcomer();

  const [guest, resident, cashier] = [newcomer, grid.resident(50), grid.role('cashier')];
  expect(await guest.says('帮助')).toContain('您还没有绑定住户');
  expect(guest.last.text).not.toContain('12号我出200元');
  expect(await resident.says('帮助')).toContain('12号我出200元');
  expect(resident.last.text).not.toContain('出纳记收款');
  expect(await cashier.says('帮助')).toContain('出纳记收款');
});

test('a group is bound by a one-time code, said by somebody with a role, and only once', async () => {
  const { grid } = await aNewcomer();
  const { changeGrid } = await import('../../src/operations/set-up-grid.js');
  await grid.inUnit(unit => changeGrid(unit, { bindCode: '123456' }, grid.now));
  const inNewGroup = async (userid: string, text: string, id: string) =>
    (
      await grid.answer({
        id,
        userid,
        chat: { kind: 'group', id: 'wrNew' },
        body: { kind: 'said', text, pictures: [] },
      })
    ).text;

  expect(await inNewGroup('r050', '绑定网格 123456', 'a')).toContain('来办');
  expect(await inNewGroup('r002', '@议事小助手 绑定网格 654321', 'b')).toContain('绑定码不对');
  expect(await inNewGroup('r002', '@议事小助手 绑定网格 123456', 'c')).toContain('已绑定');
  expect(await inNewGroup('r002', '绑定网格 123456', 'd')).toContain('一个群只能属于一个网格');
});
