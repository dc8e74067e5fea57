import { expect, test } from 'vitest';
import { LedgerEntry } from '../../src/store/funds/ledger-entry.js';
import { aDesk, atDesk, words } from '../support/desk.js';
import { homeOf, mattersOfAllKinds } from '../support/desk-story.js';
import type { Neighbourhood } from '../support/neighbourhood.js';

/** The cashier at the page where receipts of the fifth matter are pasted. */
async function aPasting() {
  const grid = await mattersOfAllKinds();
  const cashier = await atDesk(await aDesk(grid), grid.role('cashier'));
  const paste = (fields: Record<string, string | readonly string[]>) => cashier.post('/desk/receipts/5', fields);
  return { grid, cashier, paste };
}

/** A sample resident's address as a cashier types it. */
function typed(who: number): string {
  return homeOf(who).replace('号楼', '-').replace('单元', '-');
}

const keyIn = (page: string): string => /name="key" value="([\w-]+)"/u.exec(page)?.[1] ?? '';

const receipts = async (grid: Neighbourhood): Promise<number> =>
  (await grid.store.dataSource.manager.findBy(LedgerEntry, { kind: 'receipt' })).length;

test('what is pasted is shown first, each line read or left out with its reason, and nothing is recorded', async () => {
  const { grid, paste } = await aPasting();
  const before = await receipts(grid);
  const lines = [
    `${typed(22)} 200`,
    `${homeOf(23)}\t1,200元`,
    '',
    '9-9-999 100',
    '刘芳 300',
    `${typed(24)} 几百块`,
    '合计 500',
    typed(25),
  ];
  const { status, text } = await paste({ lines: lines.join('\r\n'), step: 'look' });

  expect(status).toBe(200);
  expect(words(text)).toContain('读成了2笔，共1,400元');
  expect(words(text)).toContain(`${homeOf(22)} 200元`);
  expect(words(text)).toContain(`${homeOf(23)} 1,200元 这户没有等着交的认捐`);
  expect(words(text)).toContain('没有读的5行，不会记');
  expect(words(text)).toMatch(/第4行“9-9-999 100”：.*没有/u);
  expect(words(text)).toMatch(/第5行“刘芳 300”：没有看懂是哪一户/u);
  expect(text).toContain('合计 500');
  expect(await receipts(grid)).toBe(before);
});

test('what is ticked is recorded by the deed of the chat, and a second submit records nothing twice', async () => {
  const { grid, paste } = await aPasting();
  const before = await receipts(grid);
  const lines = `${typed(22)} 200\n${typed(23)} 50.5\n${typed(24)} 10`;
  const key = keyIn((await paste({ lines, step: 'look' })).text);

  const booked = await paste({ lines, key, step: 'book', row: ['1', '2'] });
  const again = await paste({ lines, key, step: 'book', row: ['1', '2'] });

  expect(words(booked.text)).toContain('记了2笔，共250.50元');
  expect(words(booked.text)).toContain('第8号凭证');
  expect(words(again.text)).toContain('记了2笔，共250.50元');
  expect(await receipts(grid)).toBe(before + 2);
});

test('a line that looks like one just recorded is not recorded, and leads to the form that asks', async () => {
  const { grid, paste } = await aPasting();
  const before = await receipts(grid);
  const lines = `${typed(20)} 200\n${typed(22)} 200`;
  const key = keyIn((await paste({ lines, step: 'look' })).text);

  const { text } = await paste({ lines, key, step: 'book', row: ['1', '2'] });

  expect(words(text)).toContain('没有记的1笔');
  expect(words(text)).toContain('刚才已经记过一笔一样的');
  expect(text).toContain('/desk/do/funds.receive?no=5');
  expect(await receipts(grid)).toBe(before + 1);
});

test('ten thousand lines, none, no key, a forged key: nothing is recorded and what was pasted is kept', async () => {
  const { grid, paste } = await aPasting();
  const before = await receipts(grid);
  const many = `${typed(22)} 200\n`.repeat(10_000);

  const tooMany = await paste({ lines: many, step: 'book', key: 'a'.repeat(22), row: ['1'] });
  expect(words(tooMany.text)).toContain('这里有10000行，一次最多200行，一行也没有读');
  expect(tooMany.text).toContain(typed(22));
  expect(words((await paste({ lines: ' \n', step: 'look' })).text)).toContain('还没有贴');
  expect(words((await paste({ lines: `${typed(22)} 200`, step: 'book', row: ['1'] })).text)).toContain('还没有记');
  expect(words((await paste({ lines: `${typed(22)} 200`, step: 'book', key: 'x', row: ['1'] })).text)).toContain(
    '还没有记',
  );
  expect((await paste({ lines: `${typed(22)} 200`, csrf: 'forged' })).status).toBe(403);
  expect(await receipts(grid)).toBe(before);
});

test('the page is the cashier’s, for a matter that there is', async () => {
  const { grid, cashier } = await aPasting();
  expect((await cashier.read('/desk/receipts/5')).status).toBe(200);
  expect((await cashier.read('/desk/receipts/99')).status).toBe(404);
  const secretary = await atDesk(await aDesk(grid), grid.role('grid_secretary'));
  expect((await secretary.read('/desk/receipts/5')).status).toBe(404);
  expect((await secretary.post('/desk/receipts/5', { lines: `${typed(22)} 200`, step: 'look' })).status).toBe(404);
});
