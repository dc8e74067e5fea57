import { expect, test } from 'vitest';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const understand = createUnderstanding(phrasesOf(await loadIntents()));
const now = new Date('2025-10-16T09:30:00+08:00');

/** None of these stands in the corpus, and but one of them has the form of its deed. */
test.each([
  ['12号麻烦请供水公司办件事，查查管子，8月1日前', 'outside.ask', { no: 12, party: '供水公司' }],
  ['请办6的链接他们打不开，再发一次', 'outside.renew', { outside: 6 }],
  ['请办2那边完事了，可以结掉', 'outside.end', { outside: 2 }],
  ['请办5有回信吗', 'outside.show', { outside: 5 }],
  ['6号的监管月报我看过了，签字', 'month.sign', { no: 6 }],
  ['上个月5号监管小组都查了啥', 'month.show', { no: 5 }],
  ['报事9的照片补一下', 'report.photo', { report: 9 }],
  ['我报的那个报事4不用管了，撤了', 'report.withdraw', { report: 4 }],
  ['把优惠5停一下', 'benefit.end', { benefit: 5 }],
  ['我家想领优惠3那个', 'benefit.take', { benefit: 3 }],
  ['优惠6我家不用了，退', 'benefit.leave', { benefit: 6 }],
  ['我家能享受哪几样优惠', 'benefit.own', {}],
  ['社区有啥优惠啊', 'benefit.list', {}],
  ['给6号楼打印一份纸质表', 'form.print', { building: 6, sheets: '纸质表' }],
  ['电话登记：3号楼1单元202 5号捐300元', 'phone.enter', { no: 5, amount: 30_000 }],
  ['我打电话核过了，电话6一致', 'phone.check', { phone: 6, verdict: '一致' }],
] as const)('%s', (said, intent, slots) => {
  const read = understand(said, now, { openPolls: [], openPledges: [] });

  expect(read.intent).toBe(intent);
  expect(read.slots).toMatchObject(slots);
});
