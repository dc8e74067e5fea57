import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** 1号 is prepared, 2号 has its money. */
const quarter = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '楼东头装路灯', state: 'topic_selected', budgetFen: 300_000 });
  await aProject(grid, { title: '更换主管道', state: 'funded', budgetFen: 1_000_000 });
  return grid;
});

/** What was read back, between 您是要 and 吗. */
async function readBack(role: Parameters<Neighbourhood['role']>[0], words: string): Promise<string> {
  const answer = await (await quarter()).role(role).says(words, { chat: 'single' });
  return /您是要(?<what>[^]*?)吗？/u.exec(answer)?.groups?.['what'] ?? answer;
}

test.each([
  ['买灯泡花了860，二十只，张记五金的票，2号的', '灯泡二十只，付给张记五金'],
  ['2号买弯头花了300，老李建材的发票', '付给老李建材'],
  ['2号的人工费500要给宏达工程队，给申请一下', '人工费，付给宏达工程队'],
])('“%s” keeps what was bought and who is paid', async (words, kept) => {
  expect(await readBack('building_leader', words)).toContain(kept);
});

test.each([
  ['居委会一楼东间空着，是居委会的，居委会2月3号开会定的，登一下闲置空间', '居委会所有（居委会2月3号开会定）'],
  [
    '经居委会2月3日会议决定，将居委会一楼东间对外出租，产权属居委会所有，请予登记',
    '居委会所有（居委会2月3日会议决定）',
  ],
])('“%s” keeps whose the space is and what it stands on', async (words, kept) => {
  expect(await readBack('grid_secretary', words)).toBe(`“闲置空间：居委会一楼东间，${kept}”`);
});

test.each([
  ['请马志强当咱小区的治理顾问，他住2号楼1单元501', '马志强'],
  ['聘请欧阳建国担任治理顾问，2号楼1单元501的', '欧阳建国'],
])('“%s” names the whole name', async (words, name) => {
  expect(await readBack('community_secretary', words)).toContain(name);
});

test.each([
  ['甲公司报了2900，乙公司报3000，把1号的报价登上', '甲公司报了2900，乙公司报3000'],
  ['1号 张记五金报的3100，宏达报的2900，报价登一下', '张记五金报的3100，宏达报的2900'],
])('“%s” is read back from the first name on', async (words, list) => {
  expect(await readBack('grid_secretary', words)).toContain(list);
});

test.each<readonly [Parameters<Neighbourhood['role']>[0], string, string]>([
  ['building_leader', '主管道要付鑫源建材八百八十块，买扶手', '申请支出880元：扶手，付给鑫源建材'],
  ['building_leader', '2号申请付宏达工程队九百，浇坡道人工', '申请支出900元：浇坡道人工，付给宏达工程队'],
  ['building_leader', '2号要给付张记五金300元，弯头二十只', '弯头二十只，付给张记五金'],
  ['grid_secretary', '1号请供电所来看看接哪根线，4月20日前给个话', '看看接哪根线'],
  ['grid_secretary', '找供电所来看看路灯接哪根线，20号以前给个话', '看看路灯接哪根线'],
  ['grid_secretary', '1号做法写成：立三根杆，拉线', '1号做法：立三根杆，拉线'],
  ['grid_secretary', '路灯做法改成立三根杆', '1号做法：立三根杆'],
  ['grid_secretary', '路灯只管3号楼，4号楼不用投', '1号范围：3号楼”'],
  ['community_secretary', '请4号楼2单元301周海涛当治理顾问', '周海涛'],
])('%s: “%s” is read back as “%s”', async (role, words, said) => {
  expect(await readBack(role, words)).toContain(said);
});

test('这周五前 is read back as the day that it is', async () => {
  const words = '调度一下：3号楼楼长这周五前把公示补贴上';
  const answer = await (await quarter()).role('grid_secretary').says(words, { chat: 'single' });

  expect(answer).toContain('3号楼楼长3月13日前把公示补贴上');
});
