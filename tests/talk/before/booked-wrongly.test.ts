import { expect, test } from 'vitest';
import { wholeClauses } from '../../../src/language/reading/clauses.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function booked() {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  await aProject(grid, { title: '门口装道闸', scope: [{ building: '3', unit: '2' }] });
  await grid.role('cashier').says('1号收到3号楼2单元302 300元', inPrivate);
  return grid;
}

test.each([
  '哎哟弄错人了，刚才那笔是301交的，不是302',
  '不对，那笔是301交的',
  '冲了重新写，是2单元301交的',
  '记错人了，冲掉重记，是301家的',
])('“%s” behind a receipt brings its correction along, and 对，冲了重新写 is its yes', async words => {
  const grid = await booked();
  const cashier = grid.role('cashier');

  const asked = await cashier.says(words, inPrivate);
  expect(asked).toMatch(/冲销第\d+号凭证（3号楼2单元302的300元），再给1号重新记一笔：收到3号楼2单元301交的300元吗/u);
  expect(asked).not.toContain('没有记');
  expect(await cashier.says('对，冲了重新写', inPrivate)).toMatch(/已入账：1号收到3号楼2单元301/u);
});

test.each(['301那三百在账上了吧', '重新写个通知', '对门的301没在家'])('“%s” corrects nothing', async words => {
  expect(await (await booked()).role('cashier').says(words, inPrivate)).not.toMatch(/冲销第/u);
});

test.each([
  ['finding.add', 'text', '№工地上电线乱拖，三天之内归拢好', '上电线乱拖', '工地上电线乱拖'],
  ['dispatch.done', 'text', '调度会让我补的照片传好了', '的照片传好了', '调度会让我补的照片传好了'],
  ['spend.hold', 'reason', '张记第二批那张票写的四百八', '二批那张票写的四百八', '第二批那张票写的四百八'],
  ['finding.add', 'text', '№上水管漏水', '上水管漏水', '上水管漏水'],
  ['finding.add', 'text', '№整改：电线乱拖', '电线乱拖', '电线乱拖'],
])('%s %s: what is kept of “%s” does not begin in the midst of a phrase', (intent, slot, plain, cut, whole) => {
  const start = plain.indexOf(cut);
  const span = wholeClauses(intent, { slot, start, end: start + cut.length }, plain);

  expect(plain.slice(span.start, span.end).replace(/，.*/u, '')).toBe(whole);
});
