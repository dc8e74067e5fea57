import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

const single = { chat: 'single' } as const;

async function round(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 1, title: '装路灯', state: 'pledging', budgetFen: 3_600_000 });
  return grid;
}

test.each([
  ['你好，我是租房子的，楼道灯坏了好几天了能报吗', '报事'],
  ['3号楼2单元楼道灯坏了', '报事1'],
  ['咋绑定啊', '我是5号楼2单元301的周桂兰'],
  ['路灯的钱必须交吗', '自愿'],
  ['路灯到哪一步了', '1号 装路灯'],
  ['今天天气不错', '没绑定也能问'],
])('somebody in private whom no grid knows is answered, where there is but one: “%s”', async (words, expected) => {
  const grid = await round();

  expect(await grid.resident('stranger').says(words, single)).toContain(expected);
});

test.each(['3号楼1单元二楼', '2单元一楼楼道', '3号楼2单元门口', '3号楼顶楼走廊'])(
  '“%s” is where something is, and no home to be bound to',
  async words => {
    const grid = await round();

    await grid.resident('stranger').says(words, single);

    expect(grid.resident('stranger').last.text).not.toContain('房号');
    expect(await grid.journal()).not.toContain('member.ask');
  },
);

test('a home is still one, and who waits for the leader hears so', async () => {
  const grid = await round();
  const stranger = grid.resident('stranger');

  expect(await stranger.says('我是2号楼2单元301的张小军', single)).toContain('楼长确认');
  expect(await stranger.says('要等多久', single)).toContain('2号楼楼长');
});

test('what wants a household is not done for a stranger', async () => {
  const grid = await round();

  expect(await grid.resident('stranger').says('1号我出200元', single)).toContain('绑定');
  expect(await grid.journal()).not.toContain('pledge.money');
});

test.each(['那我现在能投票了吗', '现在可以投票不', '能认捐了没'])('“%s” of who waits for the leader', async words => {
  const grid = await round();
  const stranger = grid.resident('stranger');
  await stranger.says('我是2号楼2单元301的张小军', single);

  expect(await stranger.says(words, single)).toMatch(/还没有确认：您申请绑定的.*楼长或书记确认/u);
});
