import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('a trouble gets a number, an owner by its kind and a day; the owner hears of it in private and everybody who asks sees no words', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(70);
  const property = grid.role('property_company');

  const answer = await resident.says('3号楼下水道堵了，找谁', { chat: 'single' });
  expect(answer).toContain('**报事1**：3号楼，下水和排水');
  expect(answer).toContain('物业服务企业负责');
  expect(answer).toContain('3月5日');
  expect((await grid.postsTo(property.userid)).join()).toContain('下水道堵了');
  expect(await grid.posts()).toEqual([]);

  expect(await grid.resident(20).says('报事')).toContain('报事1 3号楼 下水和排水：等答复');
  expect(await grid.resident(20).says('报事1')).not.toContain('堵了');
  expect(await resident.says('报事1', { chat: 'single' })).toContain('下水道堵了');
  expect(await grid.journal()).toEqual(['report.open']);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('what cannot wait goes to the leader and the worker at once, with the number to call first', async () => {
  const grid = await aNeighbourhood();
  const answer = await grid.resident(70).says('报事：3号楼2单元水管爆了，水淌到楼梯上', { pictures: ['爆管'] });

  expect(answer.split('\n')[0]).toContain('先关水阀');
  expect(answer).toContain('报事1');
  expect(answer).toContain('照片也收下了');
  for (const role of [grid.role('grid_worker'), grid.role('building_leader', 2)])
    expect((await grid.postsTo(role.userid)).join()).toContain('【急】报事1（3号楼2单元');
});

test('who says no place in an emergency repair is near their own home: its leader hears of it, and the board does not say where', async () => {
  const grid = await aNeighbourhood();
  const answer = await grid.resident(70).says('暖气漏了，屋里上不来温', { chat: 'single' });

  expect(answer).toContain('小区公共部位，供热管道');
  expect((await grid.postsTo(grid.role('building_leader', 2).userid)).join()).toContain('【急】报事1');
  expect(await grid.resident(20).says('报事')).not.toContain('3号楼');
});

test('the same trouble forty times is one matter, with all who told of it', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(60).says('报事：3号楼2单元楼道灯坏了');

  for (let index = 61; index < 100; index += 1) {
    const neighbour = grid.resident(index);
    expect(await neighbour.says('报事：3号楼2单元楼道灯不亮')).toContain('这件事已有报事1（3号楼2单元），要加一份吗？');
    expect(await neighbour.says('是')).toContain(`现在${index - 59}人报过`);
  }
  expect(await grid.resident(61).says('报事：3号楼2单元楼道灯又坏了')).toContain('要加一份吗');
  expect(await grid.resident(61).says('是')).toContain('您已经报过了，是报事1');
  expect(await grid.inUnit(async unit => (await unit.reports.standing()).length)).toBe(1);
});

test('不是 records another one; a resident reports five things a day at most, who walks the grid as many as there are', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(61);
  await grid.resident(60).says('报事：3号楼2单元楼道灯坏了');
  await resident.says('报事：3号楼2单元楼道灯不亮');
  expect(await resident.says('不是')).toContain('**报事2**');

  for (const what of ['北门道闸坏了', '2号楼1单元下水道堵了', '小广场的单杠松了', '1号楼3单元门禁坏了'])
    expect(await resident.says(`报事：${what}`)).toContain('**报事');
  expect(await resident.says('报事：4号楼1单元垃圾桶满了')).toContain('一天最多报5件事');
  const worker = grid.role('grid_worker');
  for (const what of [
    '4号楼1单元垃圾桶满了',
    '4号楼2单元门锁坏了',
    '南门宣传栏玻璃碎了',
    '4号楼屋顶漏雨',
    '车棚里的充电桩坏了',
    '4号楼1单元声控灯不亮',
  ])
    expect(await worker.says(`报事：${what}`)).toContain('**报事');
});

test.each([
  ['报事：3号楼着火了', '打119'],
  ['报事：电梯里困了人', '打119或96333'],
  ['报事：有人在楼下晕倒了', '打120'],
  ['报事：车棚电瓶车被偷了', '打110'],
  ['报事：楼上天天半夜唱歌', '说到哪个人、哪一家的事我不登记'],
  ['报事：王大爷在楼道骂人', '说到哪个人、哪一家的事我不登记'],
  ['报事：网格员都是傻逼', '说到哪个人、哪一家的事我不登记'],
  ['报事：隔壁邻居乱扔垃圾', '说到哪个人、哪一家的事我不登记'],
])('%s: one sentence, and nothing is recorded', async (said, words) => {
  const grid = await aNeighbourhood();

  const answer = await grid.resident(50).says(said);
  expect(answer).toContain(words);
  expect(answer.split('\n')).toHaveLength(1);
  expect(await grid.journal()).toEqual([]);
  expect(await grid.inUnit(async unit => unit.reports.standing())).toEqual([]);
});

test('what fits no kind is read back first; a stranger is recorded as one', async () => {
  const grid = await aNeighbourhood();
  expect(await grid.resident(50).says('报事：门口那个东西又那样了')).toContain('我还没有记');
  expect(await grid.resident(50).says('是')).toContain('**报事1**：小区公共部位，其他');
  const stranger = grid.resident('guest.one');

  expect(await stranger.says('报事：3号楼2单元楼道灯坏了')).toContain('您还没有绑定住户，先按未绑定的人记下');
  expect((await grid.postsTo(grid.role('property_company').userid)).join()).toContain('一位还没绑定住户的人');
});

test('an answer and an end reach each who reported, in private; an office that is not theirs may not', async () => {
  const grid = await aNeighbourhood();
  const [one, other, property] = [grid.resident(61), grid.resident(62), grid.role('property_company')];
  await one.says('报事：3号楼2单元楼道灯坏了');
  await other.says('报事：3号楼2单元的楼道灯不亮');
  await other.says('是');

  expect(await one.says('报事1答复：明天修')).toContain('这件事要由');
  expect(await property.says('报事1答复：已派电工，周四前修好')).toContain('报过的人都会听到');
  for (const { userid } of [one, other]) expect((await grid.postsTo(userid)).at(-1)).toContain('周四前修好');
  expect(await property.says('报事1办好了')).toContain('怎么办好的');
  expect(await property.says('换了两盏声控灯')).toContain('记为办好了“换了两盏声控灯”吗');
  expect(await property.says('是')).toContain('办结');
  for (const { userid } of [one, other]) {
    const told = (await grid.postsTo(userid)).filter(text => text.includes('换了两盏声控灯'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('谢谢您');
  }
  expect(await property.says('报事1答复：又坏了')).toContain('已办好，不用再办');
  expect(await grid.resident(20).says('报事1')).toContain('换了两盏声控灯');
  expect((await grid.posts()).join()).not.toContain('报事1');
});

test('it is handed on by office, taken over, and told whose it is', async () => {
  const grid = await aNeighbourhood();
  const [resident, worker, leader] = [grid.resident(61), grid.role('grid_worker'), grid.role('building_leader', 2)];
  await resident.says('报事：3号楼2单元的门禁坏了');

  expect(await worker.says('报事1转给楼长')).toContain('已转给楼长');
  expect((await grid.postsTo(leader.userid)).join()).toContain('门禁坏了');
  expect(await worker.says('报事1转给外星人')).toContain('没有人担任');
  expect(await worker.says('报事1我来办')).toContain('现在归您管');
  expect(await worker.says('报事1不归我们，归供电公司')).toContain('归供电公司');
  expect((await grid.postsTo(resident.userid)).at(-1)).toContain('归供电公司，请直接找他们');
  expect(await worker.says('报事9我来办')).toContain('没有报事9');
});

test('it grows into a proposal with one sentence, which its reporters second', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(61).says('报事：3号楼2单元楼道灯坏了', { chat: 'single' });
  for (const index of [62, 63, 64]) {
    await grid.resident(index).says('报事：3号楼2单元楼道灯不亮', { chat: 'single' });
    await grid.resident(index).says('是', { chat: 'single' });
  }

  expect(await grid.resident(20).says('报事1转提案')).toContain('由报过这件事的邻居');
  expect(await grid.resident(63).says('报事1转提案')).toContain('现在4户，还差1户');
  expect((await grid.postsTo(grid.resident(61).userid)).at(-1)).toContain('已转成1号提案');
  expect(await grid.resident(20).says('附议1号')).toContain('成为议题');
  expect(await grid.resident(20).says('报事1')).toContain('转成1号提案');
  expect(await grid.resident(61).says('报事1转提案')).toContain('不用再办');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('an entrance without its building is asked for it; the answer joins the report', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(70);

  expect(await resident.says('一单元门口那个井盖晃荡')).toContain('请问是几号楼');
  expect(await grid.journal()).toEqual([]);

  expect(await resident.says('是1号楼的')).toContain('**报事1**：1号楼1单元');
  expect(await grid.journal()).toEqual(['report.open']);
});

test('what is broken is told whole, also where it stands between the place and what ails it', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(70);
  await resident.says('五号楼后头那排车棚顶子漏雨', { chat: 'single' });

  expect(await resident.says('报事1', { chat: 'single' })).toContain('后头那排车棚顶子漏雨');
});
