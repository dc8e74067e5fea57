import { expect, test } from 'vitest';
import { readJudgements } from '../../src/language/values/judgements.js';
import { aNeighbourhood, playedOnce } from '../support/neighbourhood.js';

const inPrivate = { chat: 'single' } as const;

const reported = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident('r075').says('报事：3号楼2单元楼道灯坏了', inPrivate);
  return grid;
});

test.each([
  ['r061', '楼道灯的事回一下，物业周四来换', '答复报事1“物业周四来换”'],
  ['r061', '报修的那家告诉一声，配件明天到', '答复报事1“配件明天到”'],
  ['r061', '楼道灯那不归我们，归供电公司', '把报事1记为归供电公司'],
  ['r002', '这个报事我来盯', '接过报事1'],
  ['r075', '灯自己好了，不用管了', '撤回报事1'],
  ['r075', '不用来修了，已经亮了', '撤回报事1'],
  ['r075', '这事光报没用，转成提案吧', '把报事1转成提案'],
])('%s: “%s” is about the report that stands, and is read back', async (userid, words, said) => {
  const grid = await reported();
  const before = await grid.journal();

  expect(await grid.resident(userid).says(words, inPrivate)).toContain(said);
  expect(await grid.journal()).toEqual(before);
});

test.each(['这事归谁管', '先别告诉大家', '老王说不用管了', '灯好了吗', '这事我来不及办'])(
  '“%s” judges no report',
  words => {
    const judged = readJudgements(words).filter(({ isPointed, isAlone }) => isPointed || isAlone);
    expect(judged).toEqual([]);
  },
);
