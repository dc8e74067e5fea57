import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject, unplanned } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** 1号 装路灯 and 2号 修台阶 collect, 3号 刷楼道 and 4号 清飞线 are voted on. */
const matters = playedOnce(() => twoOfEach());

test.each<readonly [string, RegExp]>([
  ['路灯我必须出钱吗', /不是必须，自愿/u],
  ['我提了异议会被大家看到名字吗', /不写您的名字/u],
  ['提反对意见别人知道是谁吗', /不写您的名字/u],
  ['不投票扣积分不', /不扣/u],
  ['钱付错了可咋办', /冲销凭证/u],
  ['刷楼道到底算轻量还是提升，你给说说', /先用谁的钱/u],
  ['要是作罢了认捐的钱咋算', /一分不收/u],
  ['我不出钱会不会扣我的分', /不扣/u],
  ['那咋能攒分啊', /开会签到/u],
  ['分从哪儿来的，咋挣', /开会签到/u],
  ['报事是啥意思', /坏了、脏了、有危险/u],
  ['啥叫报事呀', /坏了、脏了、有危险/u],
  ['请把赵建国家的电话告诉我。', /不告诉/u],
  ['谁有楼上那家的手机号', /不告诉/u],
  ['我眼神不好你字大一点', /换成大字/u],
  ['字太小了看不见', /换成大字/u],
  ['老赵刷楼道投的啥', /不公布/u],
  ['如果我投了同意，后面还能改吗？', /截止(?:以)?前/u],
  ['要是没收到退款我找谁', /出纳.*替您家存着/u],
  ['退款咋一直没给我', /出纳|退/u],
  ['报销要怎么走', /会计核对/u],
  ['这些钱是谁批的？', /会计核对/u],
  ['隔壁102出了多少钱', /不公布/u],
  ['老李家捐了多少', /不公布/u],
  ['好吧，那找谁办', /网格书记/u],
  ['那我该去找谁呢', /网格书记/u],
])('a resident asks “%s”', async (words, answer) => {
  const grid = await matters();
  const before = await grid.journal();

  expect(await grid.resident(20).says(words, inPrivate)).toMatch(answer);

  expect(await grid.journal()).toEqual(before);
});

test.each<readonly [RoleId, string, RegExp]>([
  ['grid_secretary', '支出申请怎么写？', /申请支出/u],
  ['building_leader', '用款申请咋弄', /申请支出/u],
  ['building_leader', '纸票怎么登记？', /纸票.*3号楼2单元301 同意/u],
  ['grid_worker', '收上来的纸票咋录', /纸票.*3号楼2单元301 同意/u],
  ['bookkeeper', '我新来的，会计都管啥？', /会计办这些.*核对/su],
  ['cashier', '刚当上出纳，都要干些啥', /出纳办这些/u],
  ['building_leader', '楼长的职责是什么', /楼长办这些/u],
])('%s asks “%s”', async (role, words, answer) => {
  const grid = await matters();
  const before = await grid.journal();

  expect(await grid.role(role).says(words, inPrivate)).toMatch(answer);

  expect(await grid.journal()).toEqual(before);
});

test.each(['这个大概要花多少钱呀', '装这个得花多少钱', '整下来贵不贵'])(
  '“%s” of what is only raised: there is no budget yet',
  async words => {
    const grid = await aNeighbourhood();
    await aProject(grid, { ...unplanned, title: '放快递柜', state: 'issue_reported' });
    await grid.resident(20).says('1号怎么样了');

    expect(await grid.resident(20).says(words)).toMatch(/还没有(?:公示的)?预算|预算没有定/u);
  },
);

test.each(['还有谁的任务没办完？', '任务现在都有哪些', '大家都认领了啥任务'])('“%s” lists the tasks', async words => {
  const grid = await aNeighbourhood();
  for (const said of ['三单元门口的落叶我来扫', '是']) await grid.resident(20).says(said, inPrivate);

  expect(await grid.resident(30).says(words)).toContain('任务1');
});

test('what was found done within a week stands in the list', async () => {
  const grid = await aNeighbourhood();
  for (const said of ['三单元门口的落叶我来扫', '是', '任务1完成', '是']) await grid.resident(20).says(said, inPrivate);
  for (const said of ['任务1核实', '是']) await grid.resident(60).says(said, inPrivate);

  expect(await grid.resident(20).says('任务')).toMatch(/一周里核实办好的：任务1/u);
});

test.each(['你好，我刚搬来，想支持一下快递柜，怎么弄？', '我刚搬来，怎么才能投票', '新来的怎么附议'])(
  'who is not bound asks “%s” and hears how to bind',
  async words => {
    const grid = await matters();

    expect(await grid.resident('gao.lei').says(words, inPrivate)).toMatch(/我是\d号楼\d单元\d+的/u);
  },
);

test.each(['我家楼顶漏水那个事现在弄到哪了', '对了我报的漏水弄得咋样了', '我上次报的楼顶那事到哪步了'])(
  '“%s” of an own report tells how that stands',
  async words => {
    const grid = await aNeighbourhood();
    await grid.resident(20).says('报事：3号楼2单元楼顶漏水', inPrivate);
    grid.now = new Date(grid.now.getTime() + 20 * 60_000);

    expect(await grid.resident(20).says(words, inPrivate)).toContain('报事1');
  },
);

test.each(['我上次提的异议有答复了吗？', '我那条异议回了没', '书记答复我的异议没有'])(
  '“%s” tells the answer to the own objection',
  async words => {
    const grid = await aNeighbourhood();
    await aProject(grid, { title: '装摄像头', state: 'plan_published', planPublishedAt: grid.now });
    await grid.resident(20).says('1号异议：别对着窗户', inPrivate);
    await grid.role('grid_secretary').says('答复1号异议1：只照公共道路');
    grid.now = new Date(grid.now.getTime() + 20 * 60_000);

    expect(await grid.resident(20).says(words, inPrivate)).toContain('只照公共道路');
  },
);

test.each(['他们回话了没？', '电梯公司那边回话没？', '电梯公司有信儿没有'])(
  '“%s” of what a party was asked',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-10T09:00:00+08:00' });
    await aProject(grid, { ...unplanned, title: '电梯换钢丝绳' });
    const secretary = grid.role('grid_secretary');
    for (const said of ['1号请电梯公司办：看一看钢丝绳，3月20日前', '是']) await secretary.says(said, inPrivate);

    expect(await secretary.says(words, inPrivate)).toContain('请办1');
  },
);

test.each<readonly [string, RegExp]>([
  ['修树的事定下来没有', /1号.*选题确定/u],
  ['剪树那个定了吗', /1号.*选题确定/u],
  ['修车的事定了没', /^(?!.*选题确定)/su],
])('a short name whose signs stand in one title: “%s”', async (words, answer) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...unplanned, title: '修剪院里的大树' });

  expect(await grid.resident(20).says(words)).toMatch(answer);
});

test('a building is told though the number of the matter stands beside it', async () => {
  const grid = await aNeighbourhood();
  for (let no = 1; no <= 9; no += 1) await aProject(grid, { title: `装第${no}盏灯`, state: 'collecting' });

  expect(await grid.resident(20).says('咱三号楼9号交了多少了？')).not.toContain('请问是几号楼');
});

test('works that stand still are told to stand still, since when and why', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '加固围墙' });
  await grid.role('supervisor').says('1号停工：水泥标号不对', inPrivate);
  await grid.role('supervisor').says('是', inPrivate);

  expect(await grid.role('grid_secretary').says('1号进度')).toMatch(
    /停工中（.*叫停：水泥标号不对），复工前不能报进度/u,
  );
});

test('what somebody else has to do asks no neighbour for money', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...unplanned, title: '化粪池清掏', state: 'referred' });

  expect(await grid.resident(20).says('1号收支')).toContain('不向居民筹款');
});
