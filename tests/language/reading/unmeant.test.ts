import { expect, test } from 'vitest';
import { createUnderstanding, type Context } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const now = new Date('2026-03-12T09:30:00+08:00');
const context: Context = { openPolls: [{ no: 12 }], openPledges: [15, 16] };
const intents = await loadIntents();
const understand = createUnderstanding(phrasesOf(intents));
const sure = 0.8;
const official = ['grid_secretary', 'building_leader', 'cashier', 'bookkeeper', 'supervisor'];

test.each([
  '16号的认捐别撤',
  '16号那200不撤',
  '12号那200还是要捐的',
  '16号我不会不出的',
  '不玩了，不过12号那钱照捐',
  '15号的钱照交，别给我取消',
])('what stays is not taken back: %s', text => {
  for (const roles of [[], ['building_leader']])
    expect(understand(text, now, { ...context, roles }).intent).not.toBe('pledge.cancel');
});

test.each([
  ['wavering', '12号那二百我有点不想出了'],
  ['wavering', '12号那200我不太想出了'],
  ['wavering', '16号我后悔了，有点不想捐'],
  ['done before', '22号我附议过了'],
  ['done before', '18号我打过5分了'],
  ['done before', '上回15号我出的200'],
  ['done before', '上回12号我投的同意'],
  ['done before', '12号我投的是同意'],
  ['done before', '去年那回15号我捐了200'],
  ['perhaps', '16号我可能再出50元'],
  ['perhaps', '16号估计我能再加50元'],
  ['perhaps', '也许16号能再捐100块'],
  ['perhaps', '16号我家出两百也说不定'],
  ['perhaps', '12号我可能投同意'],
  ['another’s money', '借我200元呗，15号还'],
  ['either or', '18号打4分还是5分'],
  ['either or', '12号同意还是反对'],
  ['either or', '23号验收合格还是不合格'],
])('%s is not done unasked: %s', (_, text) => {
  const { intent, confidence } = understand(text, now, context);
  if (!/^(?:chat\.other|help|.*\.(?:show|list|own|status|balance))$/.test(intent))
    expect(confidence).toBeLessThan(sure);
});

test.each(['路灯灭了不可能不管，16号我出200元', '尽可能多出点，16号我出300元'])(
  'a perhaps about something else stops no promise: %s',
  text => {
    const { intent, confidence } = understand(text, now, context);
    expect(intent).toBe('pledge.money');
    expect(confidence).toBeGreaterThanOrEqual(sure);
  },
);

test.each([
  '19号定为迫切需求类还是品质提升类',
  '21号发起表决还是再等等',
  '23号验收合格还是不合格',
  '申请3批准还是退回',
])('an office that weighs two things has decided neither: %s', text => {
  for (const role of official) {
    const { intent, confidence } = understand(text, now, { ...context, roles: [role] });
    if (!/^(?:chat\.other|help|.*\.(?:show|list|own|status|gap))$/.test(intent)) expect(confidence).toBeLessThan(sure);
  }
});

test.each([
  '整改3咋样了',
  '整改3怎么样了',
  '申请2咋样了',
  '24号方案发布了吗',
  '申请4放行了没',
  '附议22号有什么用',
  '复查整改2通过没有',
  '不同意12号的理由是啥',
  '15号异议1写的啥来着',
  '删除我的数据会怎么样',
])('how something stands is asked, and nothing is read back as a deed: %s', text => {
  for (const role of official) {
    const { intent } = understand(text, now, { ...context, roles: [role] });
    expect([intent, intents.get(intent)?.binds ?? 'nobody']).toEqual([intent, 'nobody']);
  }
});

test.each([
  ['我们家12号肯定不能同意吧', 'disagree'],
  ['12号我不会同意的', 'disagree'],
  ['12号没法不同意', undefined],
])('what is refused is no yes: %s', (text, choice) => {
  const { slots } = understand(text, now, context);
  if (choice === undefined) expect(slots['choice']).not.toBe('disagree');
  else if (slots['choice'] !== undefined) expect(slots['choice']).toBe(choice);
});

test.each([
  ['12号还是同意', 'poll.vote', { choice: 'agree', no: 12 }],
  ['12号我想了想还是同意', 'poll.vote', { choice: 'agree', no: 12 }],
  ['15号我还是出200', 'pledge.money', { amount: 20_000, no: 15 }],
  ['16号我不捐了', 'pledge.cancel', { no: 16 }],
  ['昨天看了方案，12号我同意', 'poll.vote', { choice: 'agree', no: 12 }],
  ['上回出的200，这回15号再加100', 'pledge.money', { no: 15 }],
])('what is meant is still understood: %s', (text, intent, slots) => {
  expect(understand(text, now, context)).toMatchObject({ intent, slots });
});

test.each(['大门口应该弄个刷卡进出的，外人随便进', '每月放一次露天电影'])(
  'what is raised in no word of raising is heard and read back: %s',
  text => {
    const { intent, confidence } = understand(text, now, context);
    expect(intent).toBe('proposal.open');
    expect(confidence).toBeLessThan(sure);
  },
);

test.each(['建议大门口装刷卡门禁', '提案：传达室闲着，租给快递站，租金归大家'])(
  'what is raised in so many words is done: %s',
  text => {
    const { intent, confidence } = understand(text, now, context);
    expect(intent).toBe('proposal.open');
    expect(confidence).toBeGreaterThanOrEqual(sure);
  },
);

test.each(['给俺开个证明', '给我弄碗面', '标题改成东头装灯吧'])('no matter of all is raised: %s', text => {
  expect(understand(text, now, context).intent).not.toBe('proposal.open');
});

test.each(['给我们楼道装个灯吧', '给我家楼下那条路装个灯吧'])('a matter of all is raised: %s', text => {
  expect(understand(text, now, context).intent).toBe('proposal.open');
});

test.each(['别让我出200', '凭啥让我出200', '别老找我出200'])('who refuses to give gives nothing: %s', text => {
  expect(understand(text, now, context).intent).not.toMatch(/^pledge/);
});

test('a password is no code of a card', () => {
  expect(understand('我的密码是password-4713', now, context).intent).not.toBe('member.code');
});

test.each(['路灯亮了哎', '那晚月亮真大，走后门那段路都不用手电', '昨晚北门锁了我翻墙，被保安当贼了'])(
  'what tells of no trouble is no report: %s',
  text => {
    expect(understand(text, now, context).intent).not.toBe('report.open');
  },
);

test.each(['路灯不亮了', '后门那段路黑得看不见', '北门锁坏了关不上'])('what tells of trouble is a report: %s', text => {
  expect(understand(text, now, context).intent).toBe('report.open');
});
