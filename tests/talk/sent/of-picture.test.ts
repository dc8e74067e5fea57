import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, received, theProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

const voting = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  return grid;
});

test.each([
  ['2号楼3单元101家签的反对', '“1号纸票：2号楼3单元101 反对”', 'paper.enter'],
  ['刚去2号楼3单元101，大爷说赞成，字是他签的', '“1号纸票：2号楼3单元101 同意”', 'paper.enter'],
  ['101和102都同意，2号楼3单元的', '代录1号', 'paper.batch'],
  ['2号楼3单元101弃权、102反对', '代录1号', 'paper.batch'],
  ['2号楼3单元101委托102替他投', '“1号委托：2号楼3单元101由2号楼3单元102代投”', 'mandate.enter'],
])('of a picture “%s” is what it shows, and is read back', async (words, said) => {
  const grid = await voting();
  const leader = grid.role('building_leader');
  const before = (await grid.journal()).length;

  expect(await leader.says(words, { ...inPrivate, pictures: ['a'] })).toContain(said);
  expect((await grid.journal()).slice(before)).toEqual(['evidence.keep']);
});

test('a bare door is of the entrance of the paper before it, and a paper is taken back in writing', async () => {
  const grid = await voting();
  const leader = grid.role('building_leader');
  await leader.sends('one');
  await leader.says('2号楼3单元101老太太同意，她签的', inPrivate);
  expect(await leader.says('是', inPrivate)).toContain('编号1');
  await leader.sends('two');
  expect(await leader.says('102反对，也签了', inPrivate)).toContain('2号楼3单元102 反对');
  expect(await leader.says('是', inPrivate)).toContain('编号2');
  expect(await leader.says('2号楼3单元101写了字条，把票收回去', { ...inPrivate, pictures: ['three'] })).toContain(
    '“撤回纸票1”',
  );
});

test('a sheet that was filled in promises nothing before somebody else has seen the picture', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装路灯', state: 'pledging', pledgeClosesAt: new Date('2027-01-01T00:00:00+08:00') });
  const leader = grid.role('building_leader');
  expect(await leader.says('2号楼3单元101大娘填好了认捐单，300', { ...inPrivate, pictures: ['a'] })).toContain(
    '2号楼3单元101，哪一种单子认捐，金额300元',
  );
  await leader.says('是', inPrivate);
  const journal = await grid.journal();
  expect(journal).toContain('sheet.enter');
  expect(journal).not.toContain('pledge.money');
});

test('what was bought is asked to be paid piece by piece, and is no gift', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装路灯', state: 'in_progress', percent: 20 });
  await received(grid, await theProject(grid, 1), { fen: 300_000 });
  const leader = grid.role('building_leader');
  await leader.sends('an invoice');
  expect(await leader.says('要报销', inPrivate)).toContain('买什么、付给谁');
  expect(await leader.says('扫帚十把', inPrivate)).toContain('多少钱');
  expect(await leader.says('120', inPrivate)).toContain('申请支出120元：扫帚十把');
  expect(await leader.says('给利民杂货', inPrivate)).toContain('扫帚十把，付给利民杂货');
  await leader.says('是', inPrivate);
  const journal = await grid.journal();
  expect(journal).toContain('spend.ask');
  expect(journal).not.toContain('pledge.goods');
});

test.each(['2号楼3单元101同意了吗', '2号楼3单元101要是同意我再录', '老太太还没签', '我同意'])(
  'of a picture “%s” enters no paper',
  async words => {
    const grid = await voting();
    const said = await grid.role('building_leader').says(words, { ...inPrivate, pictures: ['a'] });
    expect(said).not.toMatch(/纸票：2号楼|代录1号/u);
  },
);
