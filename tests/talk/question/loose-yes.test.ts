import { expect, test } from 'vitest';
import { answersThem } from '../../../src/language/reading/books-said.js';
import { yesInWords } from '../../../src/talk/question/loose-yes.js';
import { otherMoment } from '../../../src/talk/question/other-moment.js';
import type { Neighbourhood, Person } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

const single = { chat: 'single' } as const;

/** The bot has read this back to the person, in private, and waits for a yes. */
async function readBack(
  grid: Neighbourhood,
  person: Person,
  deed: { readonly intent: string; readonly slots: Readonly<Record<string, unknown>> },
): Promise<void> {
  await grid.inUnit(async unit => {
    await unit.questions.ask({ userid: person.userid, chat: 'single', ...deed, asks: 'yes', askedAt: grid.now });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

const proposal = { intent: 'proposal.open', slots: { title: '南门积水垫平' } } as const;
const labour = { intent: 'pledge.labour', slots: { no: 1, hours: 4 } } as const;

async function count(grid: Neighbourhood, deed: string): Promise<number> {
  return (await grid.journal()).filter(one => one === deed).length;
}

test.each([
  '对 就是提个议',
  '对对对 快点',
  '行提吧',
  '是的，就是这个意思',
  '嗯，赶紧给报上去',
  '好，就这么回事',
  '对，垫平',
  '行，我就是要提个建议',
])('“%s” is a yes to a proposal that was read back', async words => {
  const grid = await twoOfEach();
  await readBack(grid, grid.resident(20), proposal);

  const answer = await grid.resident(20).says(words, single);
  expect(await count(grid, 'proposal.open'), answer).toBe(1);
});

test.each(['对 不过先别提', '行不行啊', '对，再加上北门', '好像是', '是谁让提的？', '行，我先问问老伴', '对面也积水'])(
  '“%s” is no yes to it',
  async words => {
    const grid = await twoOfEach();
    await readBack(grid, grid.resident(20), proposal);

    await grid.resident(20).says(words, single);
    expect(await count(grid, 'proposal.open')).toBe(0);
  },
);

test.each([
  ['spend.pay', '付申请1（申请1：860元，付给张记五金，用于灯泡）', '860', true],
  ['spend.pay', '付申请1（申请1：860元，付给张记五金，用于灯泡）', '八百六', true],
  ['spend.pay', '付申请1（申请1：860元，付给张记五金，用于灯泡）', '对，张记五金', true],
  ['spend.pay', '付申请1（申请1：1,860元，付给张记五金）', '860', false],
  ['spend.pay', '付申请1（申请1：860元，付给张记五金，用于灯泡）', '850', false],
  ['poll.undo', '撤销3号的投票', '对，投吧', false],
  ['data.erase', '删除您的数据', '行，弄吧', false],
])('read back for %s “%s”, “%s”: yes is %s', (intent, named, words, isYes) => {
  const question = { id: 1, intent, slots: {}, asks: 'yes', userid: '', chat: '', gridId: 1, askedAt: new Date(0) };
  expect(yesInWords({ question, named }, words)).toBe(isYes);
});

test.each([
  ['4号同意', '投了同意'],
  ['2号我捐两袋水泥', '水泥'],
  ['谁投的反对', '不公布'],
  ['2号什么时候截止', '2号'],
])('what was read back is asked once more behind “%s”, and a yes does it', async (words, expected) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await readBack(grid, person, labour);

  const answer = await person.says(words, single);
  expect(answer).toContain(expected);
  expect(answer).toContain('您是要给1号出工4小时吗');
  await person.says('是', single);
  expect(await count(grid, 'pledge.labour')).toBe(1);
});

test('what was read back again beside two other matters is let go, and an erasure is never asked again', async () => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await readBack(grid, person, labour);
  for (const words of ['4号同意', '3号同意']) expect(await person.says(words, single)).toContain('出工4小时吗');
  expect(await person.says('3号反对', single)).toContain('要办时再说一遍');
  await person.says('是', single);
  expect(await count(grid, 'pledge.labour')).toBe(0);

  await readBack(grid, person, { intent: 'data.erase', slots: {} });
  await person.says('3号反对', single);
  await person.says('是', single);
  expect(await count(grid, 'data.erase')).toBe(0);
});

test.each([
  ['那就投 周日晚上八点截止', '3月22日（周日）20:00截止'],
  ['改成周六晚上八点', '3月21日（周六）20:00截止'],
  ['哎等等 改成周日中午十二点', '3月22日（周日）12:00截止'],
])('“%s” to a poll that was read back gives it its end', async (words, end) => {
  const grid = await twoOfEach();
  const secretary = grid.role('grid_secretary');
  const before = await count(grid, 'poll.open');
  await readBack(grid, secretary, {
    intent: 'poll.open',
    slots: { question: '大门刷什么颜色', options: ['红', '绿'] },
  });

  expect(await secretary.says(words, single)).toContain(end);
  expect(await count(grid, 'poll.open')).toBe(before);
});

test.each([
  ['一半吧', '完成50%'],
  ['六成', '完成60%'],
  ['对，百分之八十', '完成80%'],
])('“%s” to a progress that was read back says how far it is', async (words, expected) => {
  const grid = await twoOfEach();
  const { no } = await aProject(grid, { state: 'in_progress' });
  const contractor = grid.role('contractor');
  await readBack(grid, contractor, { intent: 'progress.report', slots: { no, text: '坑挖好了' } });

  expect(await contractor.says(words, single)).toContain(expected);
  expect(await count(grid, 'progress.report')).toBe(0);
});

test('a sum that is also given to another matter is no yes to the one that was read back', async () => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出300元', single);
  await readBack(grid, person, { intent: 'pledge.money', slots: { no: 1, amount: 10_000, replaces: true } });

  await person.says('那也出100', single);
  expect(await count(grid, 'pledge.money')).toBe(1);
  await person.says('对，就100', single);
  expect(await count(grid, 'pledge.money')).toBe(2);
});

test.each<readonly [string, string | null]>([
  ['改成下午三点', '路灯开个会 周六下午三点 3号楼前'],
  ['还是周日吧', '路灯开个会 周日上午九点 3号楼前'],
  ['时间改到明天晚上7点半', '路灯开个会 明天晚上7点半 3号楼前'],
  ['九点人齐不了', null],
  ['周六有空', null],
  ['改成4号楼前', null],
])('“%s” to a meeting that was read back makes it “%s”', (words, moved) => {
  expect(otherMoment('路灯开个会 周六上午九点 3号楼前', words)).toBe(moved);
});

test('a meeting that was read back is read back with its other hour', async () => {
  const grid = await twoOfEach();
  const leader = grid.role('building_leader');
  await readBack(grid, leader, {
    intent: 'meeting.call',
    slots: { no: 1, text: '周六上午九点，3号楼前，议题：装哪里' },
  });

  expect(await leader.says('改成下午三点', single)).toContain('周六下午三点');
  expect(await count(grid, 'meeting.call')).toBe(0);
});

test.each([
  ['关于路灯方案公示期间收到的第一条异议，经研究答复如下：已请三家询价', '已请三家询价'],
  ['那条异议的答复意见为：含五年保修', '含五年保修'],
])('the answer in “%s” stands behind its announcement', (words, answer) => {
  const told = answersThem.exec(words);
  expect(told && words.slice(told.index + told[0].length)).toBe(answer);
});

test.each(['就是提异议', '我要提意见', '对，就是提个异议'])('“%s” is no reason of an objection', async words => {
  const grid = await twoOfEach();
  const { no } = await aProject(grid, { state: 'plan_published', planPublishedAt: grid.now });
  await grid.resident(20).says(`对${no}号方案有异议`, single);

  expect(await grid.resident(20).says(words, single)).toContain('哪一点有异议');
});
