import { describe, expect, test } from 'vitest';
import { createUnderstanding, type Context } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const now = new Date('2026-03-12T09:30:00+08:00');
const context: Context = { openPolls: [{ no: 0 }], openPledges: [0] };
const understand = createUnderstanding(phrasesOf(await loadIntents()));
const sure = 0.8;

describe('the judge does what was said for certain', () => {
  test.each([
    ['改票，从同意改成反对', 'poll.vote', { choice: 'disagree' }],
    ['no.9 我agree', 'poll.vote', { choice: 'agree', no: 9 }],
    ['支付管材尾款，两万一千三百元，第14号', 'funds.spend', { amount: 2_130_000, no: 14 }],
    ['LED灯珠*100，我下单直接寄工地', 'pledge.goods', { item: 'LED灯珠', quantity: 100 }],
    ['我算过，凑个整，14号我认300元', 'pledge.money', { amount: 30_000, no: 14 }],
    ['我八十五岁了，12号我认捐100元', 'pledge.money', { amount: 10_000, no: 12 }],
  ])('%s', (text, intent, slots) => {
    const read = understand(text, now, context);

    expect(read, JSON.stringify(read.why)).toMatchObject({ intent, slots });
    expect(read.confidence).toBeGreaterThanOrEqual(sure);
  });
});

describe('the judge leaves alone or asks back what only looks like a deed', () => {
  test.each([
    ['a question in one clause', '出工半天管不管饭啊'],
    ['a question how', '验收意见咋签'],
    ['a list of points', '1. 我出的钱 2. 我家的 3. 报个数'],
    ['goods that nobody can carry', '我捐一车祝福，拉走不谢'],
    ['a denial in dialect', '我腰杆痛，刷墙这个活莫算我'],
    ['talk that begins as a form', '退回原渠道这事归谁管，我还是你'],
    ['talk about the words of a form', '对账无误这四个字谁敢写，写了要负责的'],
    ['two choices', '同意也好反对也好，随便'],
  ])('%s: %s', (_, text) => {
    const { intent, confidence } = understand(text, now, context);

    if (intent !== 'chat.other' && intent !== 'help') expect(confidence).toBeLessThan(sure);
  });
});
