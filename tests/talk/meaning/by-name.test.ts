import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

/** 1号 装路灯 and 2号 修台阶 collect, 3号 刷楼道 and 4号 清飞线 are voted on; 5号 装门禁 gathers support, 7号 修下水 is being built. */
const matters = playedOnce(async () => {
  const grid = await twoOfEach();
  await aProject(grid, { no: 5, title: '装门禁', state: 'topic_proposed' });
  await aProject(grid, { no: 7, title: '修下水', state: 'in_progress' });
  return grid;
});

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge|poll\.|proposal|idea|progress|report)/u.test(deed)).slice(2);
}

test.each<readonly [string, readonly string[], string]>([
  ['路灯我家出200', ['pledge.money'], '1号认捐200元'],
  ['台阶那个事俺拿三百块钱', ['pledge.money'], '2号认捐300元'],
  ['路灯我捐二十袋水泥', ['pledge.goods'], '给1号捐水泥，数量20'],
  ['刷楼道我同意', ['poll.vote'], '3号您家投了同意'],
  ['飞线那个我反对', ['poll.vote'], '4号您家投了反对'],
  ['门禁那个我支持 附议', ['proposal.support'], '附议'],
  ['刷楼道我同意，路灯我出200', ['poll.vote', 'pledge.money'], '1号'],
  ['飞线反对 门禁附议', ['poll.vote', 'proposal.support'], '附议'],
  ['刷楼道我同意 然后路灯那个钱我出两百', ['poll.vote', 'pledge.money'], '1号'],
  ['刷楼道那个事我们家是同意的然后路灯那个钱我出两百', ['poll.vote', 'pledge.money'], '1号'],
])('a matter is called by its name: “%s” does %j', async (words, expected, answer) => {
  const grid = await matters();

  expect(await grid.resident(20).says(words)).toContain(answer);

  expect(await deeds(grid)).toEqual(expected);
});

test.each<readonly [string, string]>([
  // Only a vote is open, and what is named is no part of it.
  ['装门禁 俺家同意装', '5号「装门禁」现在没有表决。现在：'],
  ['路灯我同意', '1号「装路灯」现在没有表决'],
  // The thing that is named is the matter, and not what is given.
  ['路灯我出', '多少'],
  ['我建议门禁装刷脸的 省事', '您是要给5号「装门禁」提建议“'],
  ['路灯还差多少钱', '1号「装路灯」：全部认捐0元，预算3,000元，还差3,000元'],
  ['下水干到哪一步了', '7号 修下水'],
  ['等路灯装好了我出两百', '没有记'],
  ['路灯亮了真好', '没有记'],
  ['听说路灯出了事', '没有记'],
  // The name alone shows the matter, and a proposal of what there is already is asked about.
  ['装门禁', '5号 装门禁'],
  ['修下水吧。', '7号 修下水'],
  ['提案：装路灯', '这和1号「装路灯」很像'],
  ['安个门禁呗', '这和5号「装门禁」很像'],
  ['路灯再加两盏吧', '没有记'],
  ['路灯算我一份', '多少'],
  ['台阶剩下的我全包了', '多少'],
  ['刷楼道随大流', '没有'],
  ['路灯 101 102 都出', '没有记'],
  ['1号楼1单元101和102路灯各出一百', '这里说了几户，一户也还没有记'],
  ['门禁黄了吧', '没有记'],
])('“%s” does nothing and answers “%s”', async (words, answer) => {
  const grid = await matters();

  expect(await grid.resident(20).says(words)).toContain(answer);

  expect(await deeds(grid)).toEqual([]);
});

test('what is broken is reported, and what is wished elsewhere is proposed, though a matter has the same words in its name', async () => {
  const grid = await twoOfEach();

  await grid.resident(20).says('5号楼门口路灯坏了，一闪一闪的');
  await grid.resident(21).says('提案：5号楼后面也装路灯');

  expect(await deeds(grid)).toEqual(['report.open', 'proposal.open']);
});

test('a name that fits two matters is asked about, with both of them', async () => {
  const grid = await matters();
  await aProject(grid, { no: 8, title: '东门路灯换灯头', state: 'pledging' });
  const speaker = grid.resident(20);

  const asked = await speaker.says('路灯我家出200');
  expect(asked).toMatch(/1号 装路灯[^]*8号 东门路灯换灯头/u);
  expect(asked).not.toContain('修台阶');
  expect(await deeds(grid)).toEqual([]);

  expect(await speaker.says('8号')).toContain('8号认捐200元');
});

test('an office’s form with a name in the number’s place is read back, in the member’s own words', async () => {
  const grid = await matters();

  expect(await grid.role('building_leader').says('下水进度：主管铺完，下水井砌好了，完成60%')).toContain('7号');
  expect((await deeds(grid)).filter(deed => deed !== 'progress.report')).toEqual([]);
});

test('in an office’s words a name beside the number is a word like others', async () => {
  const grid = await matters();

  await grid.role('building_leader').says('7号进度 路灯杆下的管子铺完了 完成60%');

  expect(await deeds(grid)).toEqual(['progress.report']);
  const [note] = await grid.store.dataSource.query<{ text: string }[]>('SELECT text FROM work_note');
  expect(note?.text).toContain('路灯杆下');
});

test.each<readonly [string, RegExp]>([
  ['路灯的事也别再告诉我了', /不再告诉您/u],
  ['路灯的事不用再告诉我', /不再告诉您/u],
  ['1号的事也别再告诉我了', /不再告诉您/u],
  ['1号继续告诉我', /每走一步会私下告诉您/u],
  ['别再老给我发催款的提醒了', /不再|请问/u],
  ['提醒我', /私下提醒您/u],
  ['不用提醒我', /不再提醒您家/u],
  ['1号也不用再提醒我了', /不再提醒您家1号/u],
])('“%s” is never the opposite', async (words, expected) => {
  const grid = await matters();

  expect(await grid.resident(20).says(words, { chat: 'single' })).toMatch(expected);
});

test('of an office’s words only the name that gave the number is no word of what is told', async () => {
  const grid = await matters();

  await grid.role('building_leader').says('下水完成80% 路灯旁的主管装好了');
  await grid.role('building_leader').says('是');

  const [note] = await grid.store.dataSource.query<{ text: string }[]>('SELECT text FROM work_note');
  expect(note?.text).toContain('路灯旁的主管装好了');
});

test('the reason beside a vote keeps the name that was said', async () => {
  const grid = await matters();

  const speaker = grid.resident(20);
  await speaker.says('飞线我反对，飞线清了又会挂上');
  await speaker.says('是');

  expect(await deeds(grid)).toEqual(['poll.vote']);
  const [ballot] = await grid.store.dataSource.query<{ reason: string | null }[]>('SELECT reason FROM ballot');
  expect(ballot?.reason).toBe('飞线清了又会挂上');
});

test('an address is no name of a matter: money from 1号楼3单元 is that home’s, though a matter is called 修单元门', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '修单元门', state: 'topic_proposed' });
  await aProject(grid, { title: '装路灯', state: 'collecting', budgetFen: 60_000 });
  const cashier = grid.role('cashier');

  expect(await cashier.says('2号收到1号楼3单元201 200元')).toContain('2号收到1号楼3单元2＊＊');
  expect(await cashier.says('路灯收到1号楼3单元202的200元')).toMatch(/1号楼3单元/u);
});

test.each<readonly [string, string]>([
  ['路登我出200', '给1号「装路灯」认捐200元吗'],
  ['陆灯我捐一百五十块', '给1号「装路灯」认捐150元吗'],
  ['台街我捐两袋水泥', '给2号「修台阶」捐2份水泥吗'],
])('a name that is typed by its sound is read back with the title: %s', async (words, asked) => {
  const grid = await matters();

  expect(await grid.resident(20).says(words)).toContain(asked);
  expect(await deeds(grid)).toEqual([]);
});

test.each<readonly [string, string]>([
  ['俺老伴同意刷楼道 俺不同意', '投“反对”吗'],
  ['我老公反对刷楼道 我同意', '投“同意”吗'],
  ['俺老伴说刷楼道投反对', '没有记'],
  ['俺家老头子不同意刷楼道 俺自己没主意', '没有记'],
])('of a vote the speaker’s own words count: “%s”', async (words, answer) => {
  const grid = await matters();

  expect(await grid.resident(20).says(words, { chat: 'single' })).toContain(answer);

  expect(await deeds(grid)).toEqual([]);
});

test('one wish that takes the place of another in the same message is the only one', async () => {
  const grid = await matters();

  await grid.resident(20).says('路灯我出一百不对是台阶我出一百', { chat: 'single' });

  expect(await deeds(grid)).toEqual(['pledge.money']);
});

test.each([
  ['门禁。建议装刷脸的', '“装刷脸的”'],
  ['门禁的话能不能装低一点我提个建议', '“能不能装低一点”'],
])('an idea has neither its offer nor the name: “%s”', async (words, answer) => {
  const grid = await matters();

  expect(await grid.resident(20).says(words, { chat: 'single' })).toContain(`给5号「装门禁」提建议${answer}`);
});

test('a promise for a matter that is called by another name of its thing is read back', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { no: 2, title: '屋顶做防水', state: 'pledging' });
  const resident = grid.resident(20);

  expect(await resident.says('漏雨那个我出一百')).toContain('给2号「屋顶做防水」认捐100元吗');
  expect(await grid.journal()).not.toContain('pledge.money');
});
