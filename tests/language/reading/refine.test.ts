import { expect, test } from 'vitest';
import { createUnderstanding, type Context } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const now = new Date('2026-03-12T09:30:00+08:00');
const context: Context = { openPolls: [{ no: 0 }], openPledges: [0] };
const understand = createUnderstanding(phrasesOf(await loadIntents()));

test.each<readonly [string, object]>([
  ['收到业主自筹款九千元', { source: 'residents', amount: 900_000 }],
  ['收到6号楼众筹款两千三百元', { payer: '6号楼', amount: 230_000 }],
  ['我捐二十本书', { item: '书', quantity: 20 }],
  ['俺要换一桶油 用积分换', { item: '油', quantity: 1 }],
  ['我代表监管组同意验收', { result: 'pass' }],
  ['27号项目验收没过，返工', { result: 'fail', no: 27 }],
  ['绑定房号 3-2-401 丁磊', { building: 3, unit: 2, room: '401', name: '丁磊' }],
  ['请对3号项目发起投票', { no: 3 }],
])('“%s” says %j and nothing else', (text, slots) => {
  expect(understand(text, now, context).slots).toEqual(slots);
});

test.each(['同意装电梯', '没有异议', '同意 +1'])('“%s” gives no reason', text => {
  expect(understand(text, now, context)).toMatchObject({ intent: 'poll.vote', slots: { choice: 'agree' } });
  expect(understand(text, now, context).slots).not.toHaveProperty('reason');
});
