import { expect, test } from 'vitest';
import { pledgePostings } from '../../../src/domain/funds/postings.js';
import { LedgerEntry } from '../../../src/store/funds/ledger-entry.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** 1号 collects: 3号楼2单元301 has promised 200 yuan and 302 150. */
async function collecting(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const project = await aProject(grid, { title: '更换主管道', state: 'collecting', budgetFen: 1_000_000 });
  await grid.inUnit(async unit => {
    for (const [room, fen] of [
      ['301', 20_000],
      ['302', 15_000],
    ] as const) {
      const [home] = await unit.members.householdsAt({ building: '3', unit: '2', room });
      await unit.ledger.post({
        projectId: project.id,
        kind: 'pledge',
        postings: pledgePostings(fen),
        why: '认捐',
        householdId: home?.id ?? null,
      });
    }
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return grid;
}

async function received(grid: Neighbourhood): Promise<string[]> {
  const entries = await grid.store.dataSource.manager.findBy(LedgerEntry, { kind: 'receipt' });
  const homes = await grid.inUnit(unit =>
    Promise.all(entries.map(({ householdId }) => unit.members.household(householdId ?? 0))),
  );
  return entries.map(({ postings }, index) => {
    const home = homes[index];
    return `${home?.building}-${home?.unit}-${home?.room} ${(postings[0]?.amountFen ?? 0) / 100}`;
  });
}

const both = ['3-2-301 200', '3-2-302 150'];

test.each([
  '今天收了301的200、302的150，501还没给',
  '1号收了3号楼2单元301的200、302的150',
  '收到3号楼2单元301 200元、302 150元',
])('“%s” is read back whole and booked as two', async words => {
  const grid = await collecting();
  const cashier = grid.role('cashier');

  expect(await cashier.says(words, { chat: 'single' })).toContain(
    '收到3号楼2单元301交的200元、3号楼2单元302交的150元，2笔一共350元吗',
  );
  expect(await received(grid)).toEqual([]);
  await cashier.says('是的', { chat: 'single' });

  expect(await received(grid)).toEqual(both);
});

test('doors that fit no promise are asked for, and the answer makes them whole', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');

  expect(await cashier.says('301的100、302的90交了', { chat: 'single' })).toContain('是哪号楼哪单元');
  expect(await cashier.says('3号楼2单元的，1号', { chat: 'single' })).toContain('3号楼2单元301交的100元');
  await cashier.says('是', { chat: 'single' });

  expect(await received(grid)).toEqual(['3-2-301 100', '3-2-302 90']);
});

test('one more behind a receipt is of the same entrance', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', { chat: 'single' });

  expect(await cashier.says('还有302的150', { chat: 'single' })).toContain('收到3号楼2单元302交的150元吗');
  await cashier.says('对', { chat: 'single' });

  expect(await received(grid)).toEqual(both);
});

test('who keeps no money books nothing by it', async () => {
  const grid = await collecting();
  await grid.resident(20).says('301交了200，302交了150');
  await grid.resident(20).says('是');

  expect(await received(grid)).toEqual([]);
});

test.each(['301、302、303', '301 302', '301；302；401'])(
  'figures alone are promised by nobody unasked: “%s”',
  async words => {
    const grid = await collecting();
    for (const person of [grid.resident(20), grid.role('cashier')]) {
      await person.says(words, { chat: 'single' });
      await person.says('谢谢', { chat: 'single' });
    }

    const journal = await grid.journal();
    expect(journal.filter(deed => /^(?:pledge|funds)\./u.test(deed))).toEqual([]);
  },
);

test.each([
  '3号楼2单元301二百、302一百五，都是微信转的',
  '今儿收的：3号楼2单元301 200，302 150，都是现金',
  '刚才3号楼2单元301给了二百，302也给了150，记上',
  '3号楼2单元301交了200，2单元302交了150，两户都齐了',
])('“%s” is none of one home: whatever stands beside, both are read back', async words => {
  const grid = await collecting();
  const cashier = grid.role('cashier');

  expect(await cashier.says(words, { chat: 'single' })).toContain(
    '收到3号楼2单元301交的200元、3号楼2单元302交的150元，2笔一共350元吗',
  );
  expect(await received(grid)).toEqual([]);
});

test.each([
  '3号楼2单元301二百，302好像是一百五',
  '3号楼2单元301交了二百，302的一百五还差一点',
  '3号楼2单元301二百，302一百五，哪天交的忘了',
])('“%s” leaves something open: nothing of it is booked or read back alone', async words => {
  const grid = await collecting();

  expect(await grid.role('cashier').says(words, { chat: 'single' })).not.toContain('您是要记');
  expect(await received(grid)).toEqual([]);
});

test.each(['301交了200', '301的两百收着了', '301 200 微信到了', '301的两百收着了，2单元，3号楼'])(
  '“%s” is of the one home that has promised just that',
  async words => {
    const answer = await (await collecting()).role('cashier').says(words, { chat: 'single' });

    expect(answer).toContain('收到3号楼2单元301交的200元吗');
  },
);

test('a sum that was read back is put right, and one more is added, before the yes', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('3号楼2单元301二百，302一百，都是微信', { chat: 'single' });

  expect(await cashier.says('哎不对 302是150', { chat: 'single' })).toContain('302交的150元，2笔一共350元吗');
  expect(await cashier.says('3号楼1单元101也交了，100', { chat: 'single' })).toContain('3笔一共450元吗');
  await cashier.says('是', { chat: 'single' });

  expect(await received(grid)).toEqual([...both, '3-1-101 100']);
});

test('记错了，是2单元302交的 is of the building of the receipt before it', async () => {
  const cashier = (await collecting()).role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', { chat: 'single' });

  expect(await cashier.says('记错了，是2单元302交的', { chat: 'single' })).toContain('收到3号楼2单元302交的200元吗');
});

test('记错了是302的 may be the door or the sum: it is asked, and nothing is booked', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', { chat: 'single' });

  expect(await cashier.says('记错了是302的', { chat: 'single' })).toContain('是房号还是钱数');
  await cashier.says('是', { chat: 'single' });
  expect(await received(grid)).toEqual(['3-2-301 200']);
  expect(await cashier.says('是302交的', { chat: 'single' })).toContain('收到3号楼2单元302交的200元吗');
});

test.each(['记错了，是302元', '记错了，应该是250'])('%s behind a receipt is a sum', async words => {
  const cashier = (await collecting()).role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', { chat: 'single' });

  expect(await cashier.says(words, { chat: 'single' })).toContain('收到3号楼2单元301交的');
});

test.each([
  ['哎不对 302是120', '302交的120元、3号楼1单元101交的150元，3笔一共470元吗'],
  ['错了，301应该是180', '301交的180元、3号楼2单元302交的100元、3号楼1单元101交的150元，3笔一共430元吗'],
  ['302的改成130', '302交的130元、3号楼1单元101交的150元，3笔一共480元吗'],
  ['302也交了，120', '3号楼1单元302交的120元，4笔一共570元吗'],
  ['1单元302是120', '3号楼1单元302交的120元，4笔一共570元吗'],
])('“%s” behind three of two entrances is of the home that was read back', async (words, answer) => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('1号收的：3号楼2单元301二百，302一百，1单元101一百五', { chat: 'single' });

  expect(await cashier.says(words, { chat: 'single' })).toContain(answer);
  expect(await received(grid)).toEqual([]);
});

test('302 of two entrances that were both read back changes neither', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('1号收的：3号楼2单元302一百，1单元302一百五', { chat: 'single' });

  expect(await cashier.says('不对 302是120', { chat: 'single' })).toContain('请连单元一起说');
  expect(await cashier.says('2单元302是120', { chat: 'single' })).toContain(
    '3号楼2单元302交的120元、3号楼1单元302交的150元',
  );
  expect(await received(grid)).toEqual([]);
});

test.each([
  ['301交钱了', '3号楼2单元的', '200'],
  ['301把钱交了', '二百', '3号楼2单元'],
  ['301家的钱给了', '是三号楼二单元的', '现金给的', '200块'],
  ['3号楼2单元301刚交了', '微信转的', '记上了没', '两百'],
])('a receipt may come in pieces, beginning with “%s”', async (...words) => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  for (const each of words) await cashier.says(each, { chat: 'single' });

  expect(await received(grid)).toEqual([]);
  // What does not belong to it leaves it as it was read back.
  expect(await cashier.says('现金给的', { chat: 'single' })).toContain('1号收到3号楼2单元301交的200元吗');
  await cashier.says('是', { chat: 'single' });
  expect(await received(grid)).toEqual(['3-2-301 200']);
});

test('whose money it is is no figure, no part of a home and no way of paying', async () => {
  const grid = await collecting();
  const cashier = grid.role('cashier');
  await cashier.says('收到200元', { chat: 'single' });
  for (const words of ['200', '现金给的', '微信'])
    expect(await cashier.says(words, { chat: 'single' })).toContain('谁交的');
  await cashier.says('取消', { chat: 'single' });
  await cashier.says('收到200元', { chat: 'single' });
  await cashier.says('3号楼2单元301', { chat: 'single' });

  expect(await received(grid)).toEqual(['3-2-301 200']);
});

test.each(['301交钱了吗', '301没交钱', '302要是交钱了跟我说', '听说301交钱了', '301的钱明天交'])(
  '“%s” asks for no sum',
  async words => {
    const grid = await collecting();

    expect(await grid.role('cashier').says(words, { chat: 'single' })).not.toContain('交了多少钱');
  },
);

test.each([
  '收了水管的钱：3号楼2单元301两百，302一百五，一共三百五，都是现金，你给我一笔一笔记好',
  '3号楼2单元301 200元，302 150元，共350元，微信转的',
])('the whole may stand in the midst of “%s”', async words => {
  const grid = await collecting();

  expect(await grid.role('cashier').says(words, { chat: 'single' })).toContain('2笔一共350元吗');
});

test('a whole that is another than its parts is not booked', async () => {
  const grid = await collecting();
  const words = '3号楼2单元301两百，302一百五，一共四百，都是现金';

  expect(await grid.role('cashier').says(words, { chat: 'single' })).not.toContain('吗？');
});
