import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { alsoHolds } from '../../support/offices.js';

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
  ['我是2号楼的周桂兰', '2号楼有30户'],
  ['绑定2号楼', '2号楼有30户'],
])('“%s” is refused, and nothing is kept', async (said, sentence) => {
  const { grid, newcomer } = await aNewcomer();

  expect(await newcomer.says(said)).toContain(sentence);
  expect(await grid.journal()).toEqual([]);
});

test('nobody confirms oneself, or a household of one’s own, whatever office they hold', async () => {
  const { grid, known } = await aNewcomer();
  const home = `${known.building}号楼${known.unit}单元${known.room}`;
  const staff = grid.resident('staff');
  await alsoHolds(grid, staff, 'grid_worker');
  await staff.says(`我是${home}的${known.name}`);

  expect(await staff.says('确认绑定 staff')).toContain('不能由自己确认');
  expect(await staff.says('提案：3号楼东头装路灯')).toContain('请先绑定您家');

  const leader = grid.role('building_leader', 1);
  const own = leader.known;
  if (!own) throw new Error('the sample has no second leader');
  await grid.resident('cousin').says(`我是${own.building}号楼${own.unit}单元${own.room}的表弟`);
  expect(await leader.says('确认绑定 cousin')).toContain('不能由自己确认');
});

test('a leader confirms in the own building only, whatever other seats they hold', async () => {
  const { grid, known, newcomer } = await aNewcomer();
  const other = grid.role('building_leader', 0);
  await newcomer.says(`我是${known.building}号楼${known.unit}单元${known.room}的${known.name}`);
  await alsoHolds(grid, other, 'governance_adviser', 'supervisor', 'auditor', 'entrance_leader');

  expect(await other.says('确认绑定 newcomer')).toContain('2号楼的楼长');
});

test('the notice says only what the applicant said; a right name and a wrong one get one answer, and five tries an hour', async () => {
  const { grid, known, newcomer, leader } = await aNewcomer();
  const home = `${known.building}号楼${known.unit}单元${known.room}`;
  const answers = [];
  for (const said of ['', `的${known.name}`, '的赵大宝', '的钱小二', '的孙三'])
    answers.push(await newcomer.says(`我是${home}${said}${said ? '' : '的'}`));

  expect(new Set(answers).size).toBe(1);
  expect(await newcomer.says(`我是${home}的李四`)).toContain('试的次数太多了');
  const told = await grid.postsTo(leader.userid);
  expect(told[0]).toContain('没有说姓名');
  expect(told[0]).not.toContain(known.name);
  expect(told[2]).toContain('自称“赵大宝”');

  grid.now = new Date(grid.now.getTime() + 61 * 60_000);
  expect(await newcomer.says(`我是${home}的李四`)).toContain('已请2号楼楼长确认');
});

test('everybody bound to the household hears of a new bond, and can end it within a day', async () => {
  const { grid, known, newcomer, leader } = await aNewcomer();
  const family = grid.resident(33);
  const bind = async () => {
    await newcomer.says(`我是${known.building}号楼${known.unit}单元${known.room}的赵大宝`);
    await leader.says('确认绑定 newcomer');
  };
  await bind();

  expect((await grid.postsTo(family.userid)).at(-1)).toContain('不是我家的人 newcomer');
  expect(await newcomer.says(`不是我家的人 ${family.userid}`)).toContain('不能这样取消');
  expect(await grid.resident(50).says('不是我家的人 newcomer')).toContain('没有绑定这个账号');
  expect(await family.says('不是我家的人 newcomer')).toContain('已取消');
  expect(await newcomer.says('提案：3号楼东头装路灯')).toContain('请先绑定您家');
  expect((await grid.postsTo(leader.userid)).at(-1)).toContain('不是自己家的人');

  await bind();
  grid.now = new Date(grid.now.getTime() + 25 * 3_600_000);
  expect(await family.says('不是我家的人 newcomer')).toContain('不能这样取消');
});

test('after five wrong codes no code opens a group for an hour', async () => {
  const { grid } = await aNewcomer();
  const { changeGrid } = await import('../../../src/operations/people/set-up-grid.js');
  await grid.inUnit(unit => changeGrid(unit, { bindCode: '123456' }));
  const tries = async (code: string) => grid.resident('r002').says(`绑定网格 ${code}`, { group: 'wrNew' });

  for (const code of ['000000', '000001', '000002', '000003', '000004'])
    expect(await tries(code)).toContain('绑定码不对');
  expect(await tries('123456')).toContain('绑定码不对');
  grid.now = new Date(grid.now.getTime() + 61 * 60_000);
  expect(await tries('123456')).toContain('已绑定');
});

test('help says first that somebody is not bound; a subject shows only what this member may do', async () => {
  const { grid, newcomer } = await aNewcomer();

  const [guest, resident, cashier] = [newcomer, grid.resident(50), grid.role('cashier')];
  expect(await guest.says('帮助')).toContain('您还没有绑定住户');
  expect(guest.last.text).not.toContain('12号我出200元');
  expect(await resident.says('帮助 认捐')).toContain('12号我出200元');
  expect(await resident.says('帮助 资金')).not.toContain('记收款：');
  expect(await cashier.says('帮助 资金')).toContain('记收款：');
});

test('a group is bound by a one-time code, said by somebody with a role, and only once', async () => {
  const { grid } = await aNewcomer();
  const { changeGrid } = await import('../../../src/operations/people/set-up-grid.js');
  await grid.inUnit(unit => changeGrid(unit, { bindCode: '123456' }));
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

test('who is asked for home and name says them in pieces, corrects the name, and the leader’s own words confirm it', async () => {
  const { grid, known, newcomer, leader } = await aNewcomer();
  const home = `${known.building}号楼${known.unit}单元${known.room}`;

  expect(await newcomer.says('我要绑定')).toContain('楼号、单元、房号和姓名');
  expect(await newcomer.says(`就是${known.building}号楼的`)).toContain('请问房号是多少');
  expect(await newcomer.says(`${known.unit}单元`)).toContain('请问房号是多少');
  expect(await newcomer.says(`门牌${known.room}`)).toContain('已请2号楼楼长确认');
  await newcomer.says('免贵姓韩，韩雪梅，下雪的雪，梅花的梅');
  expect((await grid.postsTo(leader.userid)).at(-1)).toContain(`${home}，自称“韩雪梅”`);

  expect(await leader.says('先别确认韩雪梅')).not.toContain('已确认');
  expect(await leader.says(`确认韩雪海，${home}`)).not.toContain('已确认');
  expect(await leader.says(`确认韩雪梅，${home}，我认识`)).toBe('已确认绑定。');
});

test.each(['的韩雪梅我认识，是本人，确认绑定', '那个韩雪梅，我核对过，给她通过'])(
  '“…%s” confirms once it is read back',
  async words => {
    const { known, newcomer, leader } = await aNewcomer();
    const home = `${known.building}号楼${known.unit}单元${known.room}`;
    await newcomer.says(`我是${home}的韩雪梅`);

    expect(await leader.says(`${home}${words}`)).toMatch(/确认.*回复“是”/u);
    expect(await leader.says('是')).toBe('已确认绑定。');
  },
);

test('a leader who names less than home and name is read the request back', async () => {
  const { known, newcomer, leader } = await aNewcomer();
  await newcomer.says(`我是${known.building}号楼${known.unit}单元${known.room}的韩雪梅`);

  expect(await leader.says('通过王建军')).not.toMatch(/确认绑定 newcomer|投“同意”/u);
  expect(await leader.says('是老韩，我认得，给他通过吧')).toContain('您是要“确认绑定 newcomer”（2号楼，韩＊＊）吗');
  await leader.says('不是');
  expect(await leader.says('韩雪梅我认识')).toContain('您是要“确认绑定 newcomer”（2号楼，韩＊＊）吗');
  expect(await leader.says('是')).toBe('已确认绑定。');
});
