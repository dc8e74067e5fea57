import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleResidents } from '../../src/trial/sample-grid.js';
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

const keyIn = (page: string): string => /name="_key" value="([\w-]+)"/u.exec(page)?.[1] ?? '';

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

test('how it was paid, and by whom, may stand on a line beside home and sum', async () => {
  const { grid, paste } = await aPasting();
  const before = await receipts(grid);
  const name = sampleResidents()[22]?.name ?? '';
  const lines = [
    `${typed(22)} 200 现金`,
    `${typed(23)}\t50\t微信`,
    `${typed(24)} 王不在册 10 转账`,
    `${typed(25)} 现金`,
    `${typed(26)} 20 30`,
    `${typed(27)} 20 转给他`,
  ];
  const { text } = await paste({ lines: lines.join('\n'), step: 'look' });

  expect(words(text)).toContain('读成了3笔，共260元');
  expect(words(text)).toContain('名册上这户不是“王不在册”');
  expect(words(text)).toContain('没有读的3行，不会记');
  expect(words((await paste({ lines: `${typed(22)} ${name} 200`, step: 'look' })).text)).not.toContain('名册上');

  const key = keyIn(text);
  const none = await paste({ lines: lines.join('\n'), _key: key, step: 'book' });
  expect(words(none.text)).toContain('一行也没有勾，什么也没有记');
  expect(await receipts(grid)).toBe(before);
});

test('what is ticked is recorded by the deed of the chat, and a second submit records nothing twice', async () => {
  const { grid, paste } = await aPasting();
  const before = await receipts(grid);
  const lines = `${typed(22)} 200\n${typed(23)} 50.5\n${typed(24)} 10`;
  const key = keyIn((await paste({ lines, step: 'look' })).text);

  const booked = await paste({ lines, _key: key, step: 'book', row: ['1', '2'] });
  const again = await paste({ lines, _key: key, step: 'book', row: ['1', '2'] });

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

  const { text } = await paste({ lines, _key: key, step: 'book', row: ['1', '2'] });

  expect(words(text)).toContain('没有记的1笔');
  expect(words(text)).toContain('刚才已经记过一笔一样的');
  expect(text).toContain('/desk/do/funds.receive?no=5');
  expect(await receipts(grid)).toBe(before + 1);
});

test('ten thousand lines, none, no key, a forged key: nothing is recorded and what was pasted is kept', async () => {
  const { grid, paste } = await aPasting();
  const before = await receipts(grid);
  const many = `${typed(22)} 200\n`.repeat(10_000);

  const tooMany = await paste({ lines: many, step: 'book', _key: 'a'.repeat(22), row: ['1'] });
  expect(words(tooMany.text)).toContain('这里有10000行，一次最多200行，一行也没有读');
  expect(tooMany.text).toContain(typed(22));
  expect(words((await paste({ lines: ' \n', step: 'look' })).text)).toContain('还没有贴');
  expect(words((await paste({ lines: `${typed(22)} 200`, step: 'book', row: ['1'] })).text)).toContain('还没有记');
  expect(words((await paste({ lines: `${typed(22)} 200`, step: 'book', _key: 'x', row: ['1'] })).text)).toContain(
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

test('only what is sure is ticked: another sum, another name and a household told of twice are left to the cashier', async () => {
  const { paste } = await aPasting();
  const name = sampleResidents()[22]?.name ?? '';
  const ticked = async (lines: string[]) => {
    const { text } = await paste({ lines: lines.join('\n'), step: 'look' });
    return [...text.matchAll(/name="row"\s+value="(\d+)"\s*(checked)?/gu)].map(
      ([, line, on]) => `${line}${on ? '+' : '-'}`,
    );
  };

  expect(await ticked([`${typed(22)} 200`, `${typed(23)} 50`])).toEqual(['1+', '2-']);
  expect(await ticked([`${typed(22)} 150`])).toEqual(['1-']);
  expect(await ticked([`${typed(22)} 200`, `${homeOf(22)} 200`])).toEqual(['1-', '2-']);
  expect(await ticked([`${typed(22)}\t${name}\t200`])).toEqual(['1+']);
  expect(await ticked([`${typed(22)}\t王小二\t200.00`])).toEqual(['1-']);
});

test.each([
  ['with a head', '序号\t户号\t姓名\t金额(元)\n1\tHOME\tNAME\t200\n', ['2+'], []],
  ['building, entrance and room apart', '楼号\t单元\t房号\t实收\nB\tU\tR\t200.00', ['2+'], []],
  ['no head, two numbers', '1\tHOME\tNAME\t200', [], ['有两个数，看不出哪个是金额']],
  ['a total below', '户号\t金额\nHOME\t200\n合计\t200', ['2+'], ['没有看懂是哪一户']],
  ['two sums that differ', '户号\t金额\t实收\nHOME\t200\t150', [], ['有两个金额']],
])('rows copied from a spreadsheet: %s', async (_, sheet, rows, faults) => {
  const { paste } = await aPasting();
  const { building, unit, room, name } = sampleResidents()[22] ?? { building: 0, unit: 0, room: '', name: '' };
  const lines = sheet
    .replaceAll('HOME', typed(22))
    .replaceAll('NAME', name)
    .replace('B\tU\tR', `${building}\t${unit}\t${room}`);

  const { text } = await paste({ lines, step: 'look' });

  const ticked = [...text.matchAll(/name="row"\s+value="(\d+)"\s*(checked)?/gu)].map(
    ([, line, on]) => `${line}${on ? '+' : '-'}`,
  );
  expect(ticked).toEqual(rows);
  for (const fault of faults) expect(words(text)).toContain(fault);
});

test('the list of the bank, uploaded: each row as it was read or left out, booked by tick, twice is once', async () => {
  const { grid, cashier } = await aPasting();
  const before = await receipts(grid);
  const base = cashier.base;
  const page = (await cashier.read('/desk/receipts/5')).text;
  const send = async (bytes: string) => {
    const body = new FormData();
    for (const name of ['csrf', '_key'])
      body.append(name, new RegExp(`name="${name}"\\s+value="([\\w-]+)"`, 'u').exec(page)?.[1] ?? '');
    body.append('list', new Blob([bytes]), 'list.csv');
    const answer = await fetch(`${base}/desk/receipts/5/file`, {
      method: 'POST',
      body,
      headers: { cookie: cashier.cookie },
    });
    return { url: new URL(answer.url).pathname, text: await answer.text() };
  };
  const list = [
    '交易日期,收入金额(元),支出金额(元),对方户名,附言',
    `20260301,200.00,,王大妈,${typed(22)} 刷墙`,
    `20260301,88.00,,李四,${typed(23)}`,
    '20260301,66.60,,不知名,谢谢',
    '20260301,,860.00,五金店,油漆',
    '20260230,300.00,,张三,',
  ].join('\r\n');

  expect(words((await send('not a list')).text)).toMatch(/看不出|没有|读/u);
  const shown = await send(list);
  expect(shown.url).toBe('/desk/receipts/5/list/1');
  const said = words(shown.text);
  for (const part of [
    '确定的1笔，共200元',
    '要您看一眼的1笔',
    '不知道是谁家的1笔',
    '没有读、不计的2行',
    '日期“20260230”读不出',
  ])
    expect(said).toContain(part);
  expect(await receipts(grid)).toBe(before);

  const key = keyIn(shown.text);
  const none = await cashier.post('/desk/receipts/5/list/1', { _key: key });
  expect(words(none.text)).toContain('一行也没有勾');
  const booked = await cashier.post('/desk/receipts/5/list/1', { _key: key, row: ['2', '3'] });
  await cashier.post('/desk/receipts/5/list/1', { _key: key, row: ['2', '3'] });

  expect(words(booked.text)).toContain('流水1的2笔，共288元');
  expect(await receipts(grid)).toBe(before + 2);
  expect(words((await send(list)).text)).toContain('已经入过账的2笔');
});

test('what else a file left out is shown on its page and in chat alike, whenever it is looked at', async () => {
  const grid = await mattersOfAllKinds();
  grid.now = new Date('2026-11-25T10:00:00+08:00');
  const person = grid.role('cashier');
  const cashier = await atDesk(await aDesk(grid), person);
  const taken = await person.sendsFile(readFileSync('tests/language/tables/files/22-second-sheet.xlsx'));
  const page = words((await cashier.read('/desk/receipts/5/list/1')).text);
  const screen = await person.says('5号流水1', { chat: 'single' });

  for (const shown of [taken, page, screen]) expect(shown).toContain('工作表“账户信息”没有流水的表头，没有读');
});
