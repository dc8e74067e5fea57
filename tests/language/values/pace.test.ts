import { expect, test } from 'vitest';
import { findAmounts, readAmount } from '../../../src/language/values/money/amounts.js';
import { readAddition } from '../../../src/language/values/manner/additions.js';
import { readAmends } from '../../../src/language/values/manner/amends.js';
import { isCancel, isMatter, readAnswer } from '../../../src/language/values/manner/answers.js';
import { findContacts } from '../../../src/language/values/people/contacts.js';
import { isAside, matterOnly } from '../../../src/language/values/manner/matter-only.js';
import { opinionOn, opinionSaid } from '../../../src/language/values/manner/opinion-said.js';
import { readMeeting } from '../../../src/language/values/meeting.js';
import { sourcesIn } from '../../../src/language/values/money/sources-said.js';
import { changesSaid, saysOtherwise } from '../../../src/language/values/manner/other-values.js';
import { readCorrection } from '../../../src/language/values/manner/corrections.js';
import { asHeard } from '../../../src/language/values/heard.js';
import { findHours } from '../../../src/language/values/time/hours.js';
import { partySaid } from '../../../src/language/values/people/party-said.js';
import { dueSaid } from '../../../src/language/values/time/due-said.js';
import { readReceipts } from '../../../src/language/values/money/receipts-said.js';
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
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';
import { readWholeAnswer } from '../../../src/language/values/manner/whole-answer.js';

const now = new Date('2026-03-07T10:00:00+08:00');

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  findAmounts, readAmount, isCancel, isMatter, readAnswer, findContacts, readCorrection, findHours, findAddresses, readHousehold,
  stripMentions, readMood, normalise, asHeard, findOptions, findPercents, findNumbers, findQuantities,
  matterOnly, isAside, opinionSaid, opinionOn, sourcesIn, partySaid, readReceipts,
  dueSaid: text => dueSaid(text, now),
  readAmends: text => readAmends(text, now),
  saysOtherwise, readAddition,
  changesSaid: text => changesSaid({ no: 1, referral: '公司，3月25日前' }, text, now),
  readMeeting: text => readMeeting(text, now),
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

const understand = createUnderstanding(phrasesOf(await loadIntents()));

/** Behind a beginning that opens the way to them: words of a list, and then a sign that is none of it. */
test.each<readonly [string, (text: string) => unknown, string, readonly string[]]>([
  ['isAside', isAside, '发票', ['刚刚', '刚才']],
  ['sourcesIn', sourcesIn, '居民500', ['剩下', '补贴', '余下']],
  ['an acceptance', text => understand(text, now, { openPolls: [], openPledges: [] }), '2号验收不合格，', ['需要']],
  [
    'a payment',
    text => understand(text, now, { openPolls: [], openPledges: [] }),
    '申请付给老赵锁店400元，',
    ['应该', '需要'],
  ],
])('%s reads a run of words to its foreign end in time', (_, read, head, words) => {
  for (const word of words)
    for (const length of [20, 30, 60, 250, 1000])
      expect(
        timed(() => read(`${head}${word.repeat(length / word.length)}嗯`)),
        `${word} of ${length}`,
      ).toBeLessThan(3000);
});

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
