import { expect, test } from 'vitest';
import { createUnderstanding, type Context } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const now = new Date('2026-03-12T09:30:00+08:00');
const context: Context = { openPolls: [{ no: 0 }], openPledges: [0] };
const understand = createUnderstanding(phrasesOf(await loadIntents()));

test.each<readonly [string, object]>([
  ['收到业主自筹款九千元', { source: 'residents', amount: 900_000 }],
  ['收到6号楼众筹款两千三百元', { payer: '6号楼', source: 'residents', amount: 230_000 }],
  ['我捐二十本书', { item: '书', quantity: 20 }],
  ['俺要换一桶油 用积分换', { item: '油', quantity: 1 }],
  ['我代表监管组同意验收', { result: 'pass' }],
  ['27号项目验收没过，返工', { result: 'fail', no: 27 }],
  ['绑定房号 3-2-401 丁磊', { building: 3, unit: 2, room: '401', name: '丁磊' }],
  ['请对3号项目发起投票', { no: 3 }],
  ['院里种树 槐树苗俺包了', { item: '槐树苗' }],
  ['#6 宣传画我义务做', { no: 6, task: '宣传画' }],
  ['30号夜班门卫我来当', { no: 30, task: '夜班门卫' }],
  ['#16监督小组发现地漏偏高', { no: 16, text: '地漏偏高' }],
  ['4号项目给俩星', { no: 4, score: 2 }],
  ['130平，一平三块，我家认390', { amount: 39_000 }],
  ['RMB 350 for #5，认了', { no: 5, amount: 35_000 }],
  [
    '来个投票：澡堂几点开门，选项 三点半、四点、四点半',
    { question: '澡堂几点开门', options: ['三点半', '四点', '四点半'] },
  ],
])('“%s” says %j and nothing else', (text, slots) => {
  expect(understand(text, now, context).slots).toEqual(slots);
});

test.each(['同意装电梯', '没有异议', '同意 +1'])('“%s” gives no reason', text => {
  expect(understand(text, now, context)).toMatchObject({ intent: 'poll.vote', slots: { choice: 'agree' } });
  expect(understand(text, now, context).slots).not.toHaveProperty('reason');
});

test.each([
  ['idea.add', '路灯的建议：把用电量报出来，发到群里', { text: '把用电量报出来，发到群里' }],
  ['objection.raise', '1号异议：账算得不清，请公示', { text: '账算得不清，请公示' }],
  [
    'progress.report',
    '1号今天水管铺完了，照片发群里了',
    { text: expect.stringMatching(/^(?:今天)?水管铺完了$/u) as string },
  ],
])('%s: “%s” says %j, a resident whole and an office without its asides', (intent, text, slots) => {
  expect(understand(text, now, context)).toMatchObject({ intent, slots });
});
