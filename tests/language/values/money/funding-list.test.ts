import { expect, test } from 'vitest';
import { readFundingList, unreadSources } from '../../../../src/language/values/money/funding-list.js';

const said = (text: string): string | null =>
  readFundingList(text)
    ?.map(({ name, amountFen, evidence }) => `${name} ${amountFen / 100} ${evidence ?? '-'}`)
    .join(', ') ?? null;

test.each([
  ['居民60000元，奖补150000元（批文桓财2026-12号）', '居民 60000 -, 奖补 150000 批文桓财2026-12号'],
  ['居民出三万，剩下一万二用公共收益，去年的6号表决定过的', '居民 30000 -, 公共收益 12000 6号表决'],
  ['居民出八千，其余四千由奖补解决，批文桓财2026-12号', '居民 8000 -, 奖补 4000 批文桓财2026-12号'],
  ['1600从社区慈善基金里出，基金2026-3号决定', '社区慈善基金 1600 基金2026-3号决定'],
  ['差的一千二走慈善基金', '慈善基金 1200 -'],
  ['公共收益一万，是3号表决定的', '公共收益 10000 3号表决'],
  ['居民8000元，剩下的找人要', null],
  ['居民8000元，居民4000元', null],
])('%s names %s', (text, list) => expect(said(text)).toBe(list));

test.each([
  ['居民8000元，剩下的找人要', ['剩下的找人要']],
  ['居民8000元，街边要来两千元', ['街边要来两千元']],
  ['居民8000元，公共收益4000元，3号表决定的', []],
])('of %s nobody knows %j', (text, unread) => {
  expect(unreadSources(text)).toEqual(unread);
});
