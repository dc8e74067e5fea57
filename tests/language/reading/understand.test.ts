import { describe, expect, test } from 'vitest';
import { scoreLines } from '../../../src/language/reading/scoring.js';
import { createUnderstanding, type Context } from '../../../src/language/reading/understand.js';
import { loadIntents } from '../../../src/process/registry.js';
import { readCorpus } from '../corpus.js';

const now = new Date('2025-10-16T09:30:00+08:00');
const assumed: Context = { openPolls: [{ no: 0 }], openPledges: [0] };
/** The sayings of a secretary, beside deeds that are known by nothing but whom they bind. */
const sayings: Readonly<Record<string, readonly string[]>> = {
  'poll.status': ['唱票'],
  'pledge.money': ['献爱心200元'],
};
const deeds = [...(await loadIntents())].map(([intent, { binds }]) => [
  intent,
  { phrases: sayings[intent] ?? [], binds },
]);
const understand = createUnderstanding(Object.fromEntries(deeds));

describe('the corpus', () => {
  const score = scoreLines(readCorpus(), gold => understand(gold.text, new Date(gold.now), assumed));
  const sure = score.calibration.filter(({ from }) => from >= 0.8);
  const sureLines = sure.reduce((sum, { lines }) => sum + lines, 0);
  const sureRight = sure.reduce((sum, { right }) => sum + right, 0);

  test('no promise is booked that nobody made', () => expect(score.falseCommitments).toEqual([]));
  test('99 of 100 messages are understood', () =>
    expect(score.right / score.lines, score.faults.join('\n')).toBeGreaterThan(0.97));
  test('the slots are filled as they were said', () => expect(score.slotF1).toBeGreaterThan(0.97));
  test('few who promise are asked again', () => expect(score.heldBack / score.commitments).toBeLessThan(0.04));
  test('what the bot is sure of is right', () => expect(sureRight / sureLines).toBeGreaterThan(0.995));
});

describe('the moment decides', () => {
  const context = (more: Partial<Context>): Context => ({ openPolls: [], openPledges: [], ...more });

  test('同意 is a vote while a poll is open, and talk when none is', () => {
    expect(understand('同意', now, context({ openPolls: [{ no: 12 }] }))).toMatchObject({
      intent: 'poll.vote',
      slots: { choice: 'agree' },
    });
    expect(understand('同意', now, context({})).intent).toBe('chat.other');
  });

  test('with two polls open the vote names no number, so that the bot can ask which', () => {
    const { intent, slots } = understand('同意', now, context({ openPolls: [{ no: 12 }, { no: 13 }] }));

    expect(intent).toBe('poll.vote');
    expect(slots).toEqual({ choice: 'agree' });
  });

  test('the number of a quoted message counts when the words name none', () => {
    const quoted = '第12号表决：楼道刷什么颜色';

    expect(understand('我同意', now, context({ openPolls: [{ no: 12 }, { no: 13 }], quoted })).slots).toEqual({
      choice: 'agree',
      no: 12,
    });
    expect(understand('13号我同意', now, context({ openPolls: [{ no: 12 }, { no: 13 }], quoted })).slots).toEqual({
      choice: 'agree',
      no: 13,
    });
  });

  test('an option of the open poll is a vote by its bare name, its letter and its number', () => {
    const colours = context({ openPolls: [{ no: 12, options: ['白色', '米黄', '浅灰'] }] });

    expect(understand('米黄', now, colours)).toMatchObject({ intent: 'poll.vote', slots: { choice: '米黄' } });
    expect(understand('选B', now, colours)).toMatchObject({ intent: 'poll.vote', slots: { choice: '米黄' } });
    expect(understand('米黄', now, assumed).intent).toBe('chat.other');
  });

  test('再加200 and 改成500 refer to one’s own last pledge', () => {
    const mine = context({ openPledges: [7, 8], ownPledge: { no: 7, amountFen: 30_000 } });

    expect(understand('再加200', now, mine)).toMatchObject({
      intent: 'pledge.money',
      slots: { amount: 20_000, no: 7 },
    });
    expect(understand('改成500', now, mine)).toMatchObject({
      intent: 'pledge.money',
      slots: { amount: 50_000, no: 7 },
    });
    expect(understand('再加200', now, assumed).slots).toEqual({ amount: 20_000 });
  });
});

describe('a secretary’s sayings', () => {
  test('are understood as they stand beside the intent, with any number and any sum', () => {
    expect(understand('唱票！', now, assumed)).toMatchObject({ intent: 'poll.status' });
    expect(understand('献爱心500元', now, assumed).intent).toBe('pledge.money');
  });
});

describe('bad input', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['nothing', ''], ['spaces', '   \n\t '], ['only the mention', '@议事小助手'], ['only emoji', '😂😂🎉👍🏻'], ['control characters', '\u0000\u0007\u001b[31m'],
    ['right-to-left marks', '\u202e\u200f意同\u202c'], ['zalgo', `好${'\u0301\u0489'.repeat(300)}`], ['HTML', '<b onclick="x">同意</b><script>alert(1)</script>'],
    ['markdown', '[同意](https://evil.example) ```同意```'], ['SQL', "同意'; DROP TABLE pledge;-- 出200"], ['a template', '我出{{7*7}}元 ${200}'],
    ['a regular expression', '(a+)+$ (同意|同意)*$ .*.*.*'], ['twenty thousand characters', '同意我出二百块钱'.repeat(2500)],
    ['twenty thousand digits', '1'.repeat(20_000)], ['twenty thousand mentions', '@议事小助手'.repeat(3000)], ['a row of numerals', '一百'.repeat(10_000)],
    ['open quotation marks', '“'.repeat(20_000)], ['endless options', `发起投票 选项${'A、'.repeat(9000)}`], ['commas', '1,'.repeat(10_000)],
    ['64 nested quotations', `${'「'.repeat(64)}我出200元${'」'.repeat(64)}`], ['a forwarded list of 200 lines', Array.from({ length: 200 }, (_, at) => `${at + 1}. 王姐 我出200元`).join('\n')],
    ['signs of no width', '\u200b\u200d\ufeff'.repeat(300)], ['another language', 'The weather is nice today, see you at the market'],
    ['endless times', '周一到'.repeat(6000)], ['endless households', '3号楼2单元'.repeat(3000)], ['endless numbers', '#12'.repeat(6000)],
  ]; // prettier-ignore

  test.each(bad)('%s commits nobody', (_, text) => {
    const { intent, confidence } = understand(text, now, assumed);

    if (/^(?:pledge|poll\.vote|funds\.(?:receive|spend)|project|credit\.redeem)/.test(intent))
      expect(confidence).toBeLessThan(0.8);
  });
});
