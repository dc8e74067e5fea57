import { expect, test } from 'vitest';
import { endlessExpressions, madeExpressions, timesOf, writtenExpressions } from '../../../dev/drill/expressions.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

/** Each is tried on long texts by `npm run drill -- --full`, which measures the processor and so runs alone. */
test('no expression that the program makes when it runs escapes the drill of long texts, and none is endless on short ones', () => {
  const { made, faults } = madeExpressions(process.cwd());

  expect(faults).toEqual([]);
  expect(made.length).toBeGreaterThan(150);
  expect(endlessExpressions([...writtenExpressions(process.cwd()), ...made])).toEqual([]);
});

test.each([
  ['figures of which each may stand by itself', /^.{0,6}写[进给](?:方案|\d+号?|里)+(?:一下|好)*$/u, true],
  ['figures that end with a sign of their own', /^.{0,6}写[进给](?:方案|\d+号|里)+(?:一下|好)*$/u, false],
  ['a gap within a repetition that takes its words', /^(?:请|帮)*(?:报|登记)(?:一下|给.{0,6}|管)*吧?$/u, true],
  ['a word that is two others', /^(?:收款|收到?|[交到])*$/u, true],
  ['a sign that two repetitions share, one within the other', /^(?:(?:谢谢|多谢)(?:您|了|哈)*|哈|，)+$/u, true],
  ['a sign that only one of them takes', /^(?:(?:谢谢|多谢)(?:您|了|哈)*|，)+$/u, false],
  ['a word said twice or once', /^帮助[^？]{1,20}?(?:\s*教教?我?)*$/u, true],
])('%s', (_, { source, flags }, isEndless) => {
  expect(endlessExpressions([{ file: 'here', line: 1, source, flags }], 500)).toHaveLength(isEndless ? 1 : 0);
});

test.each(['哈', '帮助教', '预算写为', '谢谢哈', '收到', '我给出', '取消撤掉', '算了不用管了', '登记', '平'])(
  '%s said sixty times is read like any other words',
  async words => {
    const grid = await aNeighbourhood();

    expect(await grid.resident(5).says(`${words.repeat(60)}呜`)).not.toContain('出了点问题');
  },
);

const say = '补记志愿1：3号楼2单元301，3月7日9:00到11:30';

test.each([
  [
    'a gap that two parts share',
    /^补记志愿(?<no>\d+)[:：]\s*(?<place>[^，,:：]{3,40})[，,\s]+(?<span>\d月[^]{3,40})$/u,
    true,
  ],
  [
    'a gap that only one may take',
    /^补记志愿(?<no>\d+)[:：]\s*(?<place>[^，:：\s]{3,40})[，,\s]+(?<span>\d月[^]{3,40})$/u,
    false,
  ],
  ['words of some length between two gaps', /^补记志愿\d[:：，,\s]+(?<what>[^]{2,200}?)(?:[，,\s]+最多\d元)?$/u, true],
])('%s is tried behind the words that it stands behind', (_, { source, flags }, isSlow) => {
  const slow = firstSlow({ source, flags, examples: [say] });

  expect(slow !== null).toBe(isSlow);
  expect(slow?.head).not.toBe('');
});

function firstSlow(expression: Parameters<typeof timesOf>[0]): { head: string } | null {
  for (const tried of timesOf(expression)) if (tried.took > 10) return tried;
  return null;
}
