import { expect, test } from 'vitest';
import { createUnderstanding, type Context } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const now = new Date('2026-03-12T09:30:00+08:00');
const roles = ['building_leader', 'grid_secretary', 'cashier', 'property_company'];
const context: Context = { openPolls: [{ no: 9 }], openPledges: [], roles };
const understand = createUnderstanding(phrasesOf(await loadIntents()));

/** What the words fill of the deed, whatever the reader takes them for. */
function slotsOf(intent: string, text: string): unknown {
  return understand(text, now, context).as?.(intent, now);
}

test.each([
  ['proposal.open', '我想提一件事：各单元门口修坡道、装扶手，方便老人。', { title: '修坡道、装扶手' }],
  ['proposal.open', '提案：东门口装路灯、监控', { title: '装路灯、监控' }],
  ['proposal.open', '提案：3号楼门口补台阶、换扶手', { title: '补台阶、换扶手' }],
  ['proposal.open', '路上那几个坑给填填吧，骑电动车都摔人了', { title: expect.stringMatching(/坑给填填$/u) as string }],
  ['proposal.open', '我提议把3号楼后面的旧花坛拆了，摆几张石桌石凳', { title: '旧花坛拆了，摆几张石桌石凳' }],
  [
    'proposal.open',
    '建议把北门的旧岗亭挪走，装个充电柜',
    { title: expect.stringMatching(/岗亭挪走，.*充电柜$/u) as string },
  ],
  ['proposal.open', '每月放一次露天电影', { title: '每月放一次露天电影' }],
  ['proposal.open', '我提议给凉亭装灯', { title: expect.stringMatching(/装灯$/u) as string }],
  ['plan.withdraw', '8号方案我看报价太旧了，先撤回，重新问两家价，原因就写报价过期', { reason: '报价过期' }],
  ['funds.reverse', '凭证18冲销，手一抖记到别家了，理由写户号记错', { reason: '户号记错' }],
  ['report.solve', '报事3的扶手已经紧好了，试过不晃', { reason: '扶手已经紧好了，试过不晃' }],
  ['report.open', '同志，我家楼顶又漏了，3号楼1单元，你给报上去', { text: '我家楼顶又漏了，3号楼1单元' }],
  ['report.open', '泵房又跳闸了，3号楼2单元高层没水', { text: '泵房又跳闸了，3号楼2单元高层没水' }],
])('%s has all of “%s”', (intent, text, slots) => {
  expect(slotsOf(intent, text)).toMatchObject(slots);
});

test.each(['3号楼2单元楼道灯坏了，晚上摔人', '2号楼3单元楼道灯坏了，派人来看看'])(
  'what is told beside the trouble is no part of it: “%s”',
  text => {
    expect(slotsOf('report.open', text)).toMatchObject({ text: expect.stringMatching(/^楼道灯坏了/u) as string });
  },
);

test('nobody who is spoken to is a place', () => {
  expect(slotsOf('report.open', '大姐，下水道堵了，你帮我报一下')).not.toHaveProperty('place');
});

test.each([
  ['2单元301、302的票我刚当面送到了', '2单元301、2单元302'],
  ['9号的票我送到2号楼2单元101和102了，当面给的。', '2号楼2单元101、2号楼2单元102'],
  ['3号楼1单元201、202、301的票都递到手了', '3号楼1单元201、3号楼1单元202、3号楼1单元301'],
])('each home of “%s” was reached', (text, place) => {
  expect(slotsOf('poll.deliver', text)).toMatchObject({ place });
});

test.each(['2单元301的票送到了，302没人', '2号楼1单元301送到了，302不在家'])('nobody who was not met in “%s”', text => {
  expect(JSON.stringify(slotsOf('poll.deliver', text))).not.toContain('302');
});

test.each(['2号楼1单元102那笔是微信，另外两笔现金', '那笔走的支付宝', '301那笔是他儿子交来的'])(
  '“%s” does away with nothing in the books',
  text => {
    expect(understand(text, now, context).intent).not.toBe('funds.reverse');
  },
);
