import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import type { Earning } from '../../../src/domain/credit/credit.js';
import type { PointEntry } from '../../../src/store/credit/point-entry.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, reconciles } from '../../support/works.js';

async function given(
  grid: Neighbourhood,
  person: Person,
  points: number,
  behaviour: Earning = 'lead',
): Promise<number> {
  return grid.inUnit(async unit => {
    const { id } = await unit.members.view(person.userid);
    const entry = { behaviour, points, score: points, about: `given:${points}`, at: grid.now };
    const kept = await unit.credit.add({ memberId: id, ...entry });
    unit.journal.add('story', { by: 'operator', at: grid.now });
    return kept.id;
  });
}

async function entriesOf(grid: Neighbourhood, person: Person): Promise<PointEntry[]> {
  return grid.inUnit(async unit => unit.credit.entries((await unit.members.view(person.userid)).id));
}

async function stockOf(grid: Neighbourhood, item: string): Promise<number | undefined> {
  return grid.inUnit(async unit => (await unit.credit.rewards()).find(reward => reward.item === item)?.stock);
}

function later(grid: Neighbourhood, days: number): void {
  grid.now = new Date(grid.now.getTime() + days * 86_400_000);
}

/** The code for the counter, out of what the member heard. */
function codeIn(said: string): string {
  return /\*\*(\d{6})\*\*/u.exec(said)?.[1] ?? '';
}

/** A resident who has not said that they take part in points. */
async function anOutsider(grid: Neighbourhood): Promise<Person> {
  const person = grid.resident(50);
  await grid.inUnit(async unit => {
    const row = await unit.members.byUserid(person.userid);
    if (row) await unit.members.keep({ ...row, creditSince: null });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return person;
}

test('points are kept only of those who take part by their own word; one 是 is enough, and leaving is too', async () => {
  const grid = await aNeighbourhood();
  const person = await anOutsider(grid);
  await grid.role('building_leader').says('发起投票：楼道装不装扶手，3天后截止');

  await person.says('同意');
  expect(await entriesOf(grid, person)).toEqual([]);
  expect(await person.says('我的积分')).toContain('自愿参加');
  expect(await person.says('是')).toContain('您的信用分是**1000**');
  await grid.role('building_leader').says('发起投票：楼道刷不刷白，3天后截止');
  await person.says('2号同意');
  expect(await person.says('我的积分', { chat: 'single' })).toMatch(
    /可用积分\*\*1\*\*分[^]*第\d+号 3月2日（周一） 参加表决 \+1/u,
  );

  await person.says('退出积分');
  expect(await person.says('是')).toContain('清零');
  await person.says('加入积分');
  expect(await person.says('我的积分')).toContain('您的信用分是**1000**');
  expect(await person.says('我的积分')).toContain('可用积分**0**分');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('a no to joining is a no: nothing is kept', async () => {
  const grid = await aNeighbourhood();
  const person = await anOutsider(grid);

  await person.says('我的积分');
  expect(await person.says('不是')).toContain('没有记');
  expect(await grid.journal()).not.toContain('credit.join');
});

test('erasing one’s data empties the points and puts what was reserved back on the shelf', async () => {
  const grid = await aNeighbourhood();
  const person = grid.resident(50);
  await given(grid, person, 40);
  await person.says('兑换保温杯一个', { chat: 'single' });
  expect(await stockOf(grid, '保温杯')).toBe(19);

  await person.says('删除我的数据', { chat: 'single' });
  await person.says('是', { chat: 'single' });

  expect(await stockOf(grid, '保温杯')).toBe(20);
  const entries = await grid.inUnit(unit => unit.credit.since(51, 'leave', new Date(0)));
  expect(entries.map(({ points, score }) => [points, score])).toEqual([[-40, -40]]);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('money earns its points when the bookkeeper has found it, not when the cashier records it, and loses them with its receipt', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'collecting' });
  const donor = grid.resident(40);
  const at = await grid.inUnit(async unit => (await unit.members.view(donor.userid)).household);

  await grid.role('cashier').says(`1号收到${at?.building}号楼${at?.unit}单元${at?.room} 350元`);
  expect(await entriesOf(grid, donor)).toEqual([]);
  await reconciles(grid, 1);
  expect((await entriesOf(grid, donor)).map(({ behaviour, points }) => [behaviour, points])).toEqual([['donate', 3]]);

  expect(await grid.role('cashier').says('冲销凭证1：记错了户')).toContain('冲销');
  expect(await donor.says('我的积分')).toContain('可用积分**0**分');
  expect(await donor.says('我的积分')).toContain('信用分是**1000**');
});

test('the bookkeeper’s own payment earns nothing by the bookkeeper’s own hand', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'collecting' });
  const bookkeeper = grid.role('bookkeeper');
  const at = await grid.inUnit(async unit => (await unit.members.view(bookkeeper.userid)).household);
  await grid.role('cashier').says(`1号收到${at?.building}号楼${at?.unit}单元${at?.room} 350元`);
  await reconciles(grid, 1);

  expect(await entriesOf(grid, bookkeeper)).toEqual([]);
});

test('goods and suggestions are awarded within bounds, to others only, until the year is full', async () => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  const [home, own] = await grid.inUnit(async unit => [
    (await unit.members.view(grid.resident(40).userid)).household,
    (await unit.members.view(secretary.userid)).household,
  ]);
  const place = `${home?.building}号楼${home?.unit}单元${home?.room}`;

  expect(await secretary.says(`奖励积分 ${place}：捐物6分，旧桌椅`)).toBe('这一项每次2到5分，请核对后再发。');
  expect(await secretary.says(`奖励积分 ${place}：捐物4分，旧桌椅`)).toContain('已记4分');
  expect(await secretary.says(`奖励积分 ${place}：捐物5分，书架`)).toContain('已记5分');
  expect(await secretary.says(`奖励积分 ${place}：捐物5分，衣柜`)).toContain('已记1分');
  expect(await secretary.says(`奖励积分 ${place}：捐物5分，沙发`)).toContain('今年最多10分');
  const ownPlace = `${own?.building}号楼${own?.unit}单元${own?.room}`;
  expect(await secretary.says(`奖励积分 ${ownPlace}：建议5分，加扶手`)).toContain('自家人');
  await secretary.says(`声明亲属：${place}`, { chat: 'single' });
  expect(await secretary.says(`奖励积分 ${place}：建议5分，加扶手`)).toContain('亲属的积分不能自己办');
  expect(await grid.resident(41).says(`奖励积分 ${place}：捐物5分，沙发`)).toContain('网格书记');
  expect(await grid.postsTo(grid.resident(40).userid)).toContain('您得了4分积分：旧桌椅。谢谢您！');
});

test.each([
  ['投了反对票', 'supervise', '不能撤销'],
  ['他没有认捐', 'supervise', '不能撤销'],
  ['提了异议', 'supervise', '不能撤销'],
  ['上访', 'supervise', '不能撤销'],
  ['重复了', 'vote', '不能撤销'],
  ['重复了', 'donate', '不能撤销'],
  ['当天没有到场', 'supervise', '已撤销'],
] as const)('taking points back because “%s” (%s): %s', async (reason, behaviour, answer) => {
  const grid = await aNeighbourhood();
  const person = grid.resident(40);
  const entry = await given(grid, person, 2, behaviour);

  expect(await grid.role('grid_secretary').says(`撤销积分${entry}：${reason}`)).toContain(answer);
  const taken = answer === '已撤销';
  expect(await person.says('我的积分')).toContain(`可用积分**${taken ? 0 : 2}**分`);
  expect((await grid.postsTo(person.userid)).some(text => text.includes('积分申诉'))).toBe(taken);
});

test('an award is taken back once, never by its owner, and never more than is unspent', async () => {
  const grid = await aNeighbourhood();
  const person = grid.resident(40);
  const entry = await given(grid, person, 20, 'supervise');
  await person.says('兑换保温杯一个');
  const secretary = grid.role('grid_secretary');
  const own = await given(grid, secretary, 2, 'supervise');

  expect(await secretary.says(`撤销积分${own}：重复了`)).toContain('自家人');
  expect(await secretary.says(`撤销积分${entry}：重复了`)).toContain('已撤销');
  expect(await secretary.says(`撤销积分${entry}：重复了`)).toContain('已经撤销过');
  expect(await secretary.says('撤销积分9999：重复了')).toContain('没有第9999号积分');
  expect(await person.says('我的积分')).toContain('信用分是**1000**');
  expect(await person.says('我的积分')).toContain('可用积分**0**分');
});

test('an appeal is answered in private, and stands on the morning list when its time is over', async () => {
  const grid = await aNeighbourhood();
  const person = grid.resident(40);
  const secretary = grid.role('grid_secretary');

  expect(await person.says('积分申诉：3月1日扫楼道没有记')).toContain(
    '积分申诉1记下了，书记会在3月5日（周四）前答复您',
  );
  expect((await grid.postsTo(secretary.userid)).at(-1)).toContain('答复申诉1');
  await grid.until('2026-03-06T09:00:00+08:00');
  expect((await grid.postsTo(secretary.userid)).at(-1)).toContain('积分申诉1：应在3月5日（周四）前答复');
  expect(await person.says('答复申诉1：同意')).toContain('网格书记');
  expect(await secretary.says('答复申诉1：已经补记2小时')).toContain('已答复');
  expect(await secretary.says('答复申诉1：已经补记2小时')).toContain('已经答复过');
  expect((await grid.postsTo(person.userid)).at(-1)).toBe('您的积分申诉1，书记答复：已经补记2小时');
  expect((await grid.posts()).join()).not.toContain('补记');
});

test('a reserved reward is settled once, at the counter, by somebody else', async () => {
  const grid = await aNeighbourhood();
  const person = grid.resident(40);
  await given(grid, person, 20);
  const code = codeIn(await person.says('兑换抽纸两包', { chat: 'single' }));
  const partner = grid.role('partner');

  expect(await person.says(`核销 ${code}`)).toContain('公益资源方');
  expect(await partner.says('核销 000000')).toContain('没有这个兑换码');
  expect(await partner.says(`核销 ${code}`)).toBe('已核销，请交给他抽纸2份。');
  expect(await partner.says(`核销 ${code}`)).toContain('已经领过了');
  expect((await grid.postsTo(person.userid)).at(-1)).toContain('已经领取');
  expect(await person.says('取消兑换')).toContain('没有等着领取的东西');
  expect(await person.says('我的积分')).toContain('可用积分**16**分');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('codes at the counter are not guessed: after five wrong ones in an hour none is looked at', async () => {
  const grid = await aNeighbourhood();
  const person = grid.resident(40);
  await given(grid, person, 20);
  const code = codeIn(await person.says('兑换抽纸两包', { chat: 'single' }));
  const partner = grid.role('partner');

  for (let time = 0; time < 5; time += 1) expect(await partner.says(`核销 00000${time}`)).toContain('没有这个兑换码');
  expect(await partner.says(`核销 ${code}`)).toContain('错的码太多');
  grid.now = new Date(grid.now.getTime() + 61 * 60_000);
  expect(await partner.says(`核销 ${code}`)).toContain('已核销');
});

test('who is at the counter does not settle their own code', async () => {
  const grid = await aNeighbourhood();
  const worker = grid.role('grid_worker');
  await given(grid, worker, 20);
  const code = codeIn(await worker.says('兑换抽纸两包', { chat: 'single' }));

  expect(await worker.says(`核销${code}`)).toContain('自家人');
});

test('cancelled or not fetched in seven days, points and goods go back as they were', async () => {
  const grid = await aNeighbourhood();
  const person = grid.resident(40);
  await given(grid, person, 20);
  const first = codeIn(await person.says('兑换保温杯一个', { chat: 'single' }));
  expect(await stockOf(grid, '保温杯')).toBe(19);

  expect(await person.says('取消兑换')).toBe('已取消保温杯1份，12分退回给您。');
  expect(await stockOf(grid, '保温杯')).toBe(20);
  expect(await grid.role('partner').says(`核销 ${first}`)).toContain('已经取消了');
  expect(await person.says('我的积分')).toContain('信用分是**1020**');

  // The share of the quarter is free again.
  const second = codeIn(await person.says('兑换保温杯一个', { chat: 'single' }));
  later(grid, 6);
  await grid.scheduler.run('lapse-redemptions');
  expect(await person.says('我的积分')).toContain('可用积分**8**分');
  await grid.until('2026-03-10T00:30:00+08:00');
  await grid.scheduler.run('lapse-redemptions');
  expect(await person.says('我的积分')).toContain('可用积分**20**分。其中20分用到2027年12月31日');
  expect(await grid.role('partner').says(`核销 ${second}`)).toContain('过了领取的日子');
  expect((await grid.postsTo(person.userid)).filter(text => text.includes('已退回'))).toHaveLength(1);
  expect(await stockOf(grid, '保温杯')).toBe(20);
});

test('a secretary puts up a reward with price, stock, share, provider and last day, and takes it down', async () => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  const person = grid.resident(40);
  await given(grid, person, 90);

  expect(await secretary.says('上架理发券：5分，30份')).toContain('请写明几分、几份');
  expect(await person.says('上架理发券：5分，30份，每户1份，老李理发店')).toContain('网格书记');
  expect(await secretary.says('上架理发券：5分，1份，每户1份，老李理发店，到3月31日')).toBe(
    '已上架理发券：5分，1份，每户每季度1份，老李理发店提供，到3月31日（周二）为止。',
  );
  expect(await person.says('积分能换啥')).toContain(
    '理发券：5分，还有1份，每户每季度1份（老李理发店，到3月31日（周二））',
  );
  expect(await person.says('兑换理发券一张')).toContain('换好了');
  later(grid, 40);
  expect(await person.says('兑换理发券一张')).toContain('没有“理发券”可以兑换');
  expect(await person.says('积分能换啥')).not.toContain('理发券');
  expect(await secretary.says('下架保温杯')).toContain('已下架');
  expect(await person.says('积分能换啥')).not.toContain('保温杯');
  expect(await secretary.says('下架金条')).toContain('没有“金条”');
});

test('the rules say what earns what, and what never costs anything', async () => {
  const grid = await aNeighbourhood();

  const said = await grid.resident(40).says('积分规则');

  expect(said).toContain('参加表决：每次1分，每年最多10分');
  expect(said).toContain('众筹出资：每100元1分，每年最多10分');
  expect(said).toContain('志愿服务：每1小时1分，每天最多4分，每年最多80分');
  expect(said).toContain('投同意、反对、弃权得分一样；不投票、不出钱、提异议、投诉从不扣分');
  expect(said).toContain('1050分为AAA级');
});
