import { expect, test } from 'vitest';
import { findAmounts, readAmount } from '../../../src/language/values/money/amounts.js';
import { isCancel, isMatter, readAnswer } from '../../../src/language/values/manner/answers.js';
import { findContacts } from '../../../src/language/values/people/contacts.js';
import { readCorrection } from '../../../src/language/values/manner/corrections.js';
import { asHeard } from '../../../src/language/values/heard.js';
import { findHours } from '../../../src/language/values/time/hours.js';
import { findAddresses, readHousehold } from '../../../src/language/values/people/household.js';
import { stripMentions } from '../../../src/language/values/mention.js';
import { readMood } from '../../../src/language/values/manner/mood.js';
import { normalise } from '../../../src/language/values/normalise.js';
import { findOptions } from '../../../src/language/values/options.js';
import { findPercents } from '../../../src/language/values/percent.js';
import { findNumbers } from '../../../src/language/values/project-numbers.js';
import { findQuantities } from '../../../src/language/values/quantity.js';
import { readValues } from '../../../src/language/values/read-values.js';
import { findTimes } from '../../../src/language/values/time/times.js';
import { readWholeAnswer } from '../../../src/language/values/manner/whole-answer.js';

const now = new Date('2026-03-07T10:00:00+08:00');

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  findAmounts, readAmount, isCancel, isMatter, readAnswer, findContacts, readCorrection, findHours, findAddresses, readHousehold,
  stripMentions, readMood, normalise, asHeard, findOptions, findPercents, findNumbers, findQuantities,
  readValues: text => readValues(text, now),
  findTimes: text => findTimes(text, now),
  readWholeAnswer: text => ['amount', 'choice', 'deadline', 'no'].map(slot => readWholeAnswer(slot, text, now)),
}; // prettier-ignore

const fillers = [
  'a', '1', '一', '我', ' ', '，', '、', '号', '元', 'A1', '12', '1,', '1，', '1 ', '1.', '一二', '1号', '我们', '出', '的', '就', '@a', '@', '。', '\n', '1\n',
  '3号楼', '-', '- ', '“', '「', '第一', '还是', '一还是', 'A.', '1.a', '/', 'a/', '王姐：', '王姐\n', '替', '替王', '老王', '说', '老王说', '不是', '改成', '差五分',
  '下', '周', '周一', '月', '一月', '0', '00', '2026', '半', '个半', '3-', '3-2-', '(', '（', '选', '等', '先', '哈', '谢谢', '😂', '\u200b', '零', '万', '几', 'e', '*',
]; // prettier-ignore

/**
 * Four thousand signs are the longest message that is read. A pattern that walks back over them takes minutes; one that does not
 * takes some milliseconds, so the bound leaves a hundredfold room for a busy machine and nothing that walks back meets it.
 */
test.each(Object.keys(readers))('%s reads 4 KB of whatever in time', name => {
  const slow: string[] = [];
  for (const filler of fillers) {
    // Grown step by step, so that a pattern that walks back is found before it stands still.
    for (const length of [250, 500, 1000, 2000, 4000]) {
      const text = filler.repeat(length / filler.length);
      const took = Math.min(...[1, 2].map(() => timed(() => readers[name]?.(text))));
      if (took < 1000) continue;
      slow.push(`${JSON.stringify(filler)} of ${length}: ${Math.round(took)} ms`);
      break;
    }
  }

  expect(slow).toEqual([]);
});

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
