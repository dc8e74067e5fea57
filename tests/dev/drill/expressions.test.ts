import { expect, test } from 'vitest';
import { madeExpressions, timesOf } from '../../../dev/drill/expressions.js';

/** Each is tried on long texts by `npm run drill -- --full`, which measures the processor and so runs alone. */
test('no expression that the program makes when it runs escapes the drill of long texts', () => {
  const { made, faults } = madeExpressions(process.cwd());

  expect(faults).toEqual([]);
  expect(made.length).toBeGreaterThan(150);
});

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
