import { expect, test } from 'vitest';
import { readCorrection } from '../../../src/language/values/manner/corrections.js';
import { spelledSigns } from '../../../src/language/values/people/newcomer.js';
import { isNewSentence } from '../../../src/talk/question/beside-question.js';
import { titleSaid } from '../../../src/talk/meaning/title-said.js';
import { Member } from '../../../src/store/people/member.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';
import { twoOfEach } from '../../support/two-of-each.js';

const inPrivate = { chat: 'single' } as const;

async function withoutPoints(): Promise<{ grid: Neighbourhood; person: Person }> {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await grid.store.dataSource.manager.update(Member, { userid: person.userid }, { creditSince: null });
  return { grid, person };
}

test('a photo whose words are no deed is kept, and tells what a count is of; a question in between throws nothing away', async () => {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { budgetFen: 2_000_000, state: 'accepted', acceptedAt: grid.now });
  await received(grid, project, { fen: 2_000_000, source: 'subsidy' });
  const leader = grid.role('building_leader');

  expect(await leader.says('这是灯泡的发票', { ...inPrivate, pictures: ['invoice'] })).toContain('照片收到了');
  expect(await leader.says('二十只，八百六，张记五金家的，走1号', inPrivate)).toContain(
    '1号申请支出860元：灯泡二十只，付给张记五金',
  );
  expect(await leader.says('其实我先垫了，能直接打给我不', inPrivate)).toContain('付给张记五金”吗');
  expect(await grid.journal()).not.toContain('spend.ask');
  expect(await leader.says('那好吧，还是付张记', inPrivate)).toContain('凭据照片已附');
  expect((await grid.journal()).filter(deed => deed === 'spend.ask')).toHaveLength(1);
});

test('who asks what becomes of the votes hears it, and what is said beside a delay is not what was asked about', async () => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('加入积分', inPrivate);

  await person.says('删除我的数据', inPrivate);
  expect(await person.says('那我投的票还算数不', inPrivate)).toContain('投过的票、交过的钱按规定留存');
  expect(await person.says('那我再想想吧 先退出积分就行', inPrivate)).toContain('确定退出吗');
  expect(await person.says('是', inPrivate)).toContain('已退出积分');
  expect(await grid.journal()).not.toContain('data.erase');
});

test.each([
  ['加入积分，看看我有多少分，能换点啥', '可用积分'],
  ['开通积分，积分能换什么', '换'],
])('“%s” joins and shows', async (words, shown) => {
  const { grid, person } = await withoutPoints();

  expect(await person.says(words, inPrivate)).toContain(shown);
  expect(await grid.journal()).toContain('credit.join');
});

test.each(['换不了啥啊，不玩了，不过2号那钱照捐', '没啥好换的，不参加了', '不玩了'])(
  '“%s” behind joining asks to leave the points and leaves the promise alone',
  async words => {
    const { grid, person } = await withoutPoints();
    await person.says('2号我出200元', inPrivate);
    grid.now = new Date(grid.now.getTime() + 60_000);
    await person.says('加入积分', inPrivate);

    expect(await person.says(words, inPrivate)).toContain('确定退出吗');
    expect(await person.says('嗯', inPrivate)).toContain('已退出积分');
    expect(await grid.journal()).not.toContain('pledge.cancel');
  },
);

test.each(['要是换不了啥，我就不玩了', '老王说换不了啥，他不玩了', '2号好是好，不参加了，那钱照捐'])(
  '“%s” behind a promise takes nothing back',
  async words => {
    const grid = await twoOfEach();
    const person = grid.resident(20);
    await person.says('2号我出200元', inPrivate);

    await person.says(words, inPrivate);

    expect(await grid.journal()).not.toContain('pledge.cancel');
  },
);

test('不玩了 alone is read back', () => {
  expect(readCorrection('不玩了')).toEqual({ kind: 'cancel', isLoose: true });
});

test('a title cut out of a longer sentence is read back, and the right signs put it right', async () => {
  const grid = await aNeighbourhood();
  const person = grid.resident(20);

  expect(await person.says('我提一个三号楼东头黑灯瞎火的俺孙子放学摔了一跤给装个路等吧', inPrivate)).toContain(
    '路等”吗',
  );
  expect(await person.says('摔得不厉害就磕破点皮', inPrivate)).toContain('路等”吗');
  expect(await person.says('对对装路灯就行了', inPrivate)).toContain('三号楼东头装路灯');
});

test.each([
  ['装个路等', '对对装路灯就行了', { title: '装路灯', isYes: true }],
  ['铺个水尼路', '就是铺水泥路', { title: '铺水泥路', isYes: false }],
  ['修台阶', '对，修台阶', { title: '修台阶', isYes: true }],
  ['修台阶', '对，修扶手', null],
  ['装个路等', '摔得不厉害', null],
  ['装路灯', '装路灯吗？', null],
])('to the title “%s” “%s” is %j', (title, words, expected) => {
  expect(titleSaid(title, words)).toEqual(expected);
});

test.each([
  ['桂花的桂兰花的兰', '桂兰'],
  ['桂花的桂兰花的兰二单元一二三的二', '桂兰'],
  ['道德的德', '德'],
  ['三楼的王姐', ''],
])('“%s” spells “%s”', (words, signs) => {
  expect(spelledSigns(words)).toBe(signs);
});

test('a home in brackets tells who paid, and of several homes nothing is booked as one receipt', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '换管道', state: 'collecting', budgetFen: 1_000_000 });
  const cashier = grid.role('cashier');

  expect(await cashier.says('1号，老王（3号楼2单元301）交了200', inPrivate)).toContain('3号楼2单元301');
  const several = '1号，老王（3号楼2单元301）把对门302的150也捎来了，连他自己的200，一共350';
  expect(await cashier.says(several, inPrivate)).toContain('2笔一共350元吗');
  await cashier.says('取消', inPrivate);
  expect(await cashier.says(several.replace('350', '360'), inPrivate)).toContain('有几笔钱');
});

test('where there is but one grid, who is not bound asks to be in private, and corrects the signs of the name there', async () => {
  const grid = await aNeighbourhood();
  const stranger = grid.resident('newcomer');

  expect(await stranger.says('今天天气不错', inPrivate)).toContain('说一句例如“我是5号楼2单元301的周桂兰”');
  expect(await stranger.says('我是三号楼儿单元三百零一的周贵兰', inPrivate)).toContain('楼长确认');
  await stranger.says('桂花的桂兰花的兰二单元一二三的二', inPrivate);
  expect(await stranger.says('是哎是我', inPrivate)).toContain('等楼长确认');
  const row = await grid.inUnit(unit => unit.members.byUserid('newcomer'));
  expect(row).toMatchObject({ name: '周桂兰', householdId: null });
});

test.each([
  ['no', ['not in the words that are offered'], true],
  ['yes', ['loose words'], true],
  ['amount', ['not in the words that are offered'], true],
  // Free words may sound like any deed.
  ['text', ['not in the words that are offered'], false],
  ['no', ['asked'], false],
  ['yes', ['conditional', 'loose words'], false],
])('beside a question for %s another deed against which speaks only %j is a sentence: %s', (asks, against, isNew) => {
  const readings = [{ intent: 'works.resume', share: 0.98 }];
  const read = { intent: 'works.resume', confidence: 0.79, slots: {}, extras: {}, why: { readings, against } };
  const question = { intent: 'works.stop', asks } as unknown as Parameters<typeof isNewSentence>[0];

  expect(isNewSentence(question, read as unknown as Parameters<typeof isNewSentence>[1])).toBe(isNew);
});
