import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

const single = { chat: 'single' } as const;
const group = { chat: 'group' } as const;

/** 1号 is being raised, and wants seconds. */
const raised = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident('r072').says('提案：3号楼东头装路灯，预算3000元', single);
  return grid;
});
/** 1号 is collected for. */
const round = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { state: 'pledging', budgetFen: 3_000_000 });
  return grid;
});

test.each(['必须支持，黑得我都撞过树', '路灯+1', '支持+1'])(
  '“%s” is read back as a second for what is raised',
  async words => {
    const grid = await raised();

    expect(await grid.resident('r077').says(words, group)).toContain('您是要附议1号');
    expect(await grid.resident('r077').says('是', group)).toContain('已附议1号');
  },
);

test.each(['支持个啥', '老王说这事他支持', '这事谁支持', '支持国货'])('“%s” seconds nothing', async words => {
  const grid = await raised();

  expect(await grid.resident('r077').says(words, group)).not.toContain('您是要附议');
});

test.each([['俺有个主意，灯杆立矮点', '灯杆立矮点']])('“%s” is read back as an idea for it', async (words, text) => {
  const grid = await raised();

  expect(await grid.resident('r077').says(words, group)).toContain(`提建议“${text}”吗`);
});

test.each([
  ['开玩笑的，出五十', 50],
  ['那我出五十行不', 50],
  ['等发了低保再给，先记五十', 50],
  ['跟楼上一样也出一百二', 120],
])('“%s” is read back as a promise', async (words, yuan) => {
  const grid = await round();

  expect(await grid.resident('r080').says(words, group)).toContain(`认捐${yuan}元吗`);
  expect((await grid.journal()).join()).not.toContain('pledge.money');
});

test.each(['老王出五十行不', '他说他出五十', '昨天我出五十买了菜', '我出门五十分钟', '要是人人都出，我再说'])(
  '“%s” promises nothing',
  async words => {
    const grid = await round();

    expect(await grid.resident('r080').says(words, group)).not.toMatch(/认捐50元吗/u);
    expect((await grid.journal()).join()).not.toContain('pledge.money');
  },
);

test('我就同意行不行 is read back, and what a neighbour says of the own vote is not', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('飞线那个我不会点，我就同意行不行', single)).toContain('投“同意”吗');
  expect(await grid.resident(40).says('我隔壁老李说他也同意', single)).toContain('别家的票口头、电话、录音都不算');
  expect(await grid.resident(40).says('那他不会弄咋办', single)).toContain('纸票');
});

test('what was asked is taken up again by the name of the matter behind a report', async () => {
  const grid = await twoOfEach();
  await grid.resident(20).says('俺同意', group);

  expect(await grid.resident(20).says('先不说这个 报个事 俺楼道灯不亮了', group)).toContain('报事1');
  expect(await grid.resident(20).says('刚才那个 是飞线的', group)).toContain('给4号「清飞线」投“同意”吗');
});

test('能就提一个 says yes to the question', async () => {
  const grid = await raised();
  await grid.resident('r077').says('说正经的，单元门口装个晾衣架，能提不', single);

  expect(await grid.resident('r077').says('能就提一个', single)).toContain('已登记为2号提案');
});

test('a vote and a report, a sum and goods in one message are both kept', async () => {
  const polls = await twoOfEach();
  const answer = await polls.resident(20).says('3号同意，顺便报一下3号楼门禁坏了', single);
  expect(answer).toContain('投了同意');
  expect(answer).toContain('报事1');

  const grid = await round();
  const both = await grid.resident('r077').says('100块钱，外加一箱矿泉水', single);
  expect(both).toContain('认捐100元');
  expect(both).toContain('矿泉水');
});

test.each([
  ['我认捐的钱若中途后悔，可以撤回吗', '付款前随时可以改可以撤'],
  ['不出会不会有人说我', '不公布'],
  ['出多少合适', '都由您定'],
  ['要是灯坏了该找谁', '三个工作日内答复'],
  ['批准以后多久能付', '24小时'],
  ['异议提了以后多久答复', '三个工作日'],
  ['验收合格要几个人签', '三分之二'],
  ['打了分还能改吗', '7天内'],
  ['谢谢。请问目前大家一共认了多少？', '全部认捐0元'],
])('“%s” is answered: %s', async (words, answer) => {
  const grid = await round();

  expect(await grid.resident('r079').says(words, single)).toContain(answer);
  expect((await grid.journal()).join()).not.toContain('question.pass');
});

test('water from above is told first what to do', async () => {
  const grid = await round();

  expect(await grid.resident('r080').says('楼上漏水漏到我家了，我一个人害怕，怎么办', single)).toMatch(/^先关水阀/u);
});
