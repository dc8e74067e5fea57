import { expect, test } from 'vitest';
import { type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

/** 1号 装路灯 and 2号 修台阶 collect, 3号 刷楼道 and 4号 清飞线 are voted on; 6号 装充电桩 is planned, 7号 修下水 is being built. */
const matters = playedOnce(async () => {
  const grid = await twoOfEach();
  await aProject(grid, { no: 6, title: '装充电桩', state: 'topic_selected' });
  await aProject(grid, { no: 7, title: '修下水', state: 'in_progress' });
  await grid.resident(20).says('报事：3号楼2单元楼道灯坏了');
  return grid;
});

/** Looking something up leaves no deed; what is shown to the asker alone may be noted. */
async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge\.money|poll\.|proposal|idea|progress|question)/u.test(deed));
}

test.each<readonly [string, string]>([
  // What a vote costs.
  ['反对了会不会给我穿小鞋', '都不公布'],
  ['要是投反对会不会扣分', '都不扣分'],
  ['投反对会被人知道吗', '都不公布'],
  ['不投票有啥后果', '都不扣分'],
  // Another way than the own phone.
  ['纸票能投不 俺不会按', '用纸票'],
  ['302那户刚搬来 还没绑定 咋投', '用纸票'],
  ['没有微信怎么投票', '用纸票'],
  ['纸票行不行', '用纸票'],
  // What there is, and where.
  ['公示栏在哪看', '公示栏谁都能看'],
  ['有啥志愿活动没', '现在没有志愿活动'],
  ['给俺弄个点一点就中的', '办事台'],
  ['有没有别的小区弄过充电桩多少钱一户', '案例库里还没有'],
  ['哪个小区装过晾衣架没有', '“晾衣架”'],
  ['社区基金里有多少钱', '慈善基金结余'],
  // Who holds an office.
  ['谁是书记啊', '网格书记：'],
  ['哪个是出纳', '出纳：'],
  ['谁是我们楼长', '楼长：'],
  // How it is done.
  ['怎么投票啊我不会', '投票：发送“'],
  ['怎么认捐呀 教教我', '认捐：发送“'],
  ['咋报事啊', '发送“报事：'],
  ['换水泵一般都咋弄', '供水管道：一般怎么办'],
  // How long, how much, and whether it is done, of a matter called by its name.
  ['路灯捐款还有几天截止', '1号「装路灯」'],
  ['台阶认捐啥时候截止', '2号「修台阶」'],
  ['刷楼道投票啥时候截止来着', '3号「刷楼道」的表决'],
  ['我投了吗？刷楼道', '3号「刷楼道」还没有您家的票'],
  ['飞线我投过票了吗', '4号「清飞线」还没有您家的票'],
  ['路灯我家还差多少没交', '您家的数只告诉您本人'],
  ['充电桩大家都提了些啥建议', '6号还没有人提建议'],
  // What the speaker reported.
  ['俺报的灯咋样了', '报事1 '],
  ['我报修的那个弄好没', '报事1 '],
])('“%s” is a question of no deed: “%s”', async (words, answer) => {
  const grid = await matters();
  const before = await deeds(grid);

  expect(await grid.resident(20).says(words)).toContain(answer);

  expect(await deeds(grid)).toEqual(before);
});

test('what somebody else wrote, and what is told, is no question', async () => {
  const grid = await matters();

  for (const words of ['王姐: 不投票会扣分吗', '投反对的都是好人', '志愿活动真热闹'])
    expect(await grid.resident(20).says(words)).not.toMatch(/不公布|现在没有志愿活动/u);
});

test.each<readonly [string, string]>([
  ['刷楼道那事 俺愿意', '您是要给3号「刷楼道」投“同意”吗？'],
  ['飞线那事俺不愿意', '您是要给4号「清飞线」投“反对”吗？'],
  ['撤票。飞线', '4号'],
  ['路灯那个钱别老催俺', '您是要不再给您发1号「装路灯」的交款提醒吗？'],
])('“%s” names its matter and is read back: “%s”', async (words, answer) => {
  const grid = await matters();
  const before = await deeds(grid);

  expect(await grid.resident(20).says(words)).toContain(answer);

  expect(await deeds(grid)).toEqual(before);
});

test.each(['帮我奶奶把刷楼道那票投反对', '替我妈把飞线的票投了同意', '我爸让我帮他投3号反对', '帮隔壁投刷楼道同意'])(
  '“%s” is another household’s vote, and none of the speaker',
  async words => {
    const grid = await matters();

    expect(await grid.resident(20).says(words)).toContain('替别的住户投票要有凭据');

    expect(await deeds(grid)).not.toContain('poll.vote');
  },
);

test.each(['给3号投同意', '帮我给3号投同意', '帮我投3号同意', '刷楼道帮我投同意'])(
  '“%s” is the speaker’s own vote',
  async words => {
    const grid = await matters();

    expect(await grid.resident(20).says(words)).not.toContain('凭据');
  },
);

test.each(['小区门口路灯杆歪了 看着要倒', '3号楼前面大树要倒了', '围墙裂了大口子 快塌了'])(
  '“%s” is told at once, with what to do first',
  async words => {
    const grid = await matters();

    expect(await grid.resident(21).says(words)).toMatch(/^先绕开走[^]*已马上告诉/u);
  },
);

test('who sees to what is about to fall reads all that was said', async () => {
  const grid = await matters();

  await grid.resident(21).says('3号楼后面围墙裂了大口子 快塌了');

  const told = await grid.postsTo(grid.role('grid_worker').userid);
  expect(told.join('\n')).toContain('3号楼后面围墙裂了大口子 快塌了');
});
