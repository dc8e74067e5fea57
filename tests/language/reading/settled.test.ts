import { expect, test } from 'vitest';
import { noSaid, settled } from '../../../src/language/reading/settled.js';

const read = (intent: string, said: string, may = true): string | undefined =>
  settled(
    [
      { intent, share: 0.9 },
      { intent: 'chat.other', share: 0.1 },
    ],
    said,
    () => may,
  )[0]?.intent;

test.each([
  ['spend.check', '申请1不予核对', 'spend.refuse'],
  ['spend.check', '申请1没核过', 'spend.refuse'],
  ['spend.approve', '申请2没法批', 'spend.refuse'],
  ['spend.approve', '申请2批不了，票不对', 'spend.refuse'],
  ['spend.release', '申请1不能放行', 'spend.hold'],
  ['task.check', '任务1没办好', 'task.return'],
  // The same deed with its fault.
  ['finding.check', '复查没通过', 'finding.check'],
  ['project.accept', '验收不予通过', 'project.accept'],
])('a no to %s, “%s”, is %s', (intent, said, meant) => {
  expect(read(intent, said)).toBe(meant);
});

test.each([
  ['finding.mend', '整改1没弄完'],
  ['schedule.reach', '布线还没完成'],
  ['schedule.accept', '布线这节点不予验收'],
  ['dispatch.check', '销号1不予核实'],
  ['proposal.classify', '1号不算品质提升类'],
  ['emergency.confirm', '去看了，并不属实'],
  ['member.confirm', '302的绑定不予确认'],
  ['spend.pay', '申请1我后天付'],
  ['finding.mend', '整改1争取明天完成'],
  ['proposal.classify', '社区说1号可能算品质提升'],
  ['proposal.classify', '书记说1号算品质提升类'],
  ['spend.approve', '社区说申请1可以批'],
  ['spend.approve', '会计觉得申请1好像可以批'],
  ['spend.pay', '鑫源的钱我周五付'],
  ['finding.check', '复查我还没去呢'],
  ['spend.pay', '申请1付不付'],
  ['funds.receive', '301明天去交二百'],
])('%s is not read out of “%s”', (intent, said) => {
  expect(read(intent, said)).toBe('chat.other');
});

test('what the speaker may not do either is nothing', () => {
  expect(read('spend.pay', '申请1不能付', false)).toBe('chat.other');
});

test.each([
  ['spend.check', '申请1核过了，没问题'],
  ['spend.approve', '申请1批了'],
  ['spend.pay', '申请1周五付了'],
  ['spend.pay', '申请1付了'],
  ['proposal.classify', '充电桩算品质提升'],
  ['finding.mend', '工人说空鼓补好了'],
  ['finding.check', '复查1通过'],
  ['proposal.classify', '1号定为品质提升类'],
  // Deeds that settle nothing are left alone.
  ['inspection.report', '1号巡查：水泥没盖好，明天补'],
  ['pledge.money', '1号我出200元'],
])('%s stays what it is: “%s”', (intent, said) => {
  expect(read(intent, said)).toBe(intent);
});

test.each([
  ['project.accept', '验收没通过', { result: 'fail' }],
  ['project.accept', '验收通过', {}],
  ['paper.check', '纸票1跟照片不一致', { result: '不符' }],
  ['paper.check', '纸票1一致', {}],
  ['idea.answer', '建议1不予采纳', { verdict: '不采纳' }],
  ['idea.answer', '建议1采纳，不能再拖了', {}],
  ['contest.answer', '异议不予成立', { how: '不成立' }],
])('%s of “%s” has %j', (intent, said, slots) => {
  expect(noSaid(intent, said)).toEqual(slots);
});

test.each([
  ['pledge.labour', '明天我去看看3号的下水管', 'chat.other'],
  ['pledge.labour', '3号我出半天工，顺便看看下水管', 'pledge.labour'],
  ['poll.open', '粉刷哪天截止', 'chat.other'],
  ['report.open', '会上说好了：垃圾亭放东墙根，早晚各清一次', 'chat.other'],
  ['report.open', '会上大家商量定了，垃圾桶挪到北门', 'chat.other'],
  ['report.open', '会上定的：垃圾桶挪到北门', 'chat.other'],
  ['report.open', '大门口灯不亮，会上说了还是没人修', 'report.open'],
  ['report.open', '会上定的那个垃圾桶又满了，3号楼门口臭死了', 'report.open'],
  ['report.open', '上次会上说好修的路灯又坏了', 'report.open'],
  ['poll.undo', '我家的票撤了，再投反对', 'chat.other'],
  ['poll.undo', '我反对那票撤了', 'poll.undo'],
  ['poll.open', '3号发起表决，周日截止', 'poll.open'],
  ['contact.show', '出纳换人在哪改', 'chat.other'],
  ['funds.show', '路灯的钱必须交吗', 'chat.other'],
  ['pledge.cancel', '我认的那笔', 'chat.other'],
  ['pledge.cancel', '我认捐的那笔，明天再说', 'chat.other'],
  ['pledge.cancel', '我认的那笔不出了', 'pledge.cancel'],
  ['pledge.cancel', '路灯那两百先不掏', 'pledge.cancel'],
  ['proposal.withdraw', '我提的那个', 'chat.other'],
  ['proposal.withdraw', '我提的那个写错了', 'chat.other'],
  ['proposal.withdraw', '我提的那个，明天再说吧', 'chat.other'],
  ['proposal.withdraw', '我提的那个写错了，撤了吧', 'proposal.withdraw'],
  ['proposal.withdraw', '我提的那个不办了，以后再说', 'proposal.withdraw'],
  ['report.withdraw', '我报的那个写错了', 'chat.other'],
  ['report.withdraw', '报事1报错了，收回', 'report.withdraw'],
])('%s has never such words in it, “%s”: %s', (intent, said, expected) => {
  expect(settled([{ intent, share: 0.9 }], said, () => true)[0]?.intent).toBe(expected);
});
