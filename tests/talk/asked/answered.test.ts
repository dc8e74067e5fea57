import { expect, test } from 'vitest';
import { type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

/** 1号 装路灯 and 2号 修台阶 collect, 3号 刷楼道 and 4号 清飞线 are voted on. */
const matters = playedOnce(async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('1号我出200元');
  return grid;
});

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge\.|poll\.|proposal|idea|progress|objection)/u.test(deed));
}

test.each<readonly [string, string]>([
  ['必须交钱吗', '不是必须，自愿'],
  ['路灯不出钱会怎么样', '不扣分'],
  ['不出会不会有人说我', '不公布'],
  ['钱交给谁', '出纳'],
  ['我认捐的钱若中途后悔可以撤回吗', '付款前随时可以改可以撤'],
  ['凭什么不让看谁投了', '只公布户数和结果'],
  ['301投了没', '不公布'],
  ['那我俩各投一票不行吗', '一户一票'],
  ['要是票不够呢', '延期一次'],
  ['为什么要等七天', '公示满7天'],
  ['异议提了以后多久答复？', '三个工作日'],
  ['迫切需求和品质提升有什么区别', '差在先用谁的钱'],
  ['验收合格要几个人签？', '三分之二'],
  ['打了分还能改吗', '7天内'],
  ['谁能改这个账', '谁也改不了'],
  ['批准以后多久能付', '24小时'],
  ['这钱谁批的', '会计核对'],
  ['你说的积分是个啥', '自愿参加'],
  ['我家绑的哪一户', '您家绑定的是'],
  ['家里两个人能都绑吗', '各用各的微信'],
])('“%s” hears “%s”, and nothing is done', async (words, answer) => {
  const grid = await matters();
  const before = await deeds(grid);

  expect(await grid.resident(20).says(words, { chat: 'single' })).toContain(answer);

  expect(await deeds(grid)).toEqual(before);
});

test('the own money is told in private only', async () => {
  const grid = await matters();
  const asker = grid.resident(20);

  const group = await asker.says('我转的钱你们收到没');
  expect(group).not.toContain('200');
  expect(group).toContain('私聊');
  expect(await asker.says('我付的钱入账了吗', { chat: 'single' })).toContain('认捐200元');
});

test('beside a read-back a question is answered, and the yes after it does what was read back', async () => {
  const grid = await matters();
  const asker = grid.resident(22);

  expect(await asker.says('刷楼道那事 俺愿意', { chat: 'single' })).toContain('吗？');
  const told = await asker.says('不投票会怎么样', { chat: 'single' });
  expect(told).toContain('都不扣分');
  expect(told).toContain('您是要给3号投“同意”吗？');
  expect(await asker.says('是', { chat: 'single' })).toContain('3号');
  expect(await deeds(grid)).toContain('poll.vote');
});

test('why it was refused is told once more, with the reason', async () => {
  const grid = await matters();
  const asker = grid.resident(23);

  const refused = await asker.says('3号我出200元', { chat: 'single' });
  expect(refused).not.toContain('已记');
  expect(await asker.says('刚才为啥没记上', { chat: 'single' })).toContain('刚才没有办，因为：');
});
