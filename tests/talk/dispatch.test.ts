import { expect, test } from 'vitest';
import { aNeighbourhood } from '../support/neighbourhood.js';

test('a message delivered again gets the first answer again and changes nothing', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(20);

  const first = await resident.says('提案：3号楼东头装路灯', { id: 'same' });
  const deeds = await grid.journal();
  const second = await resident.says('提案：3号楼东头装路灯', { id: 'same' });

  expect(second).toBe(first);
  expect(await grid.journal()).toEqual(deeds);
  expect(await grid.resident(20).says('项目列表')).not.toContain('2号');
});

test('the same message delivered three times at once is one deed', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(20);

  const answers = await Promise.all([1, 2, 3].map(async () => resident.says('提案：3号楼东头装路灯', { id: 'same' })));

  expect(new Set(answers).size).toBe(1);
  expect((await grid.journal()).filter(deed => deed === 'proposal.open')).toHaveLength(1);
});

test('when a slot is missing the bot asks one question, and the next message of that member answers it', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(20);

  expect(await resident.says('我想提个提案')).toMatch(/[？?]/);
  expect(await grid.resident(21).says('大家早上好')).not.toContain('1号');
  expect(await resident.says('3号楼东头装路灯')).toContain('您是要提案“3号楼东头装路灯”吗');
  expect(await resident.says('是')).toContain('1号');
});

test('a question left for half an hour is forgotten', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(20);

  await resident.says('我想提个提案');
  await grid.until('2026-03-02T10:31:00+08:00');
  await resident.says('今天天气不错');

  expect(await grid.journal()).toEqual([]);
});

test('another, clear wish goes before the question that was asked', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(20);

  await resident.says('我想提个提案');

  expect(await resident.says('帮助')).toContain('提案');
  expect(await grid.journal()).toEqual([]);
});

test('somebody whom no roster knows may read and ask, and is told how to be bound before anything else', async () => {
  const grid = await aNeighbourhood();
  const stranger = grid.resident('stranger');

  expect(await stranger.says('项目列表')).not.toContain('绑定');
  expect(await stranger.says('提案：3号楼东头装路灯')).toContain('我是5号楼2单元301');
  expect(await grid.journal()).toEqual([]);
});

test('a group that belongs to no grid is told how to bind', async () => {
  const grid = await aNeighbourhood();

  const reply = await grid.answer({
    id: 'x',
    userid: 'r001',
    chat: { kind: 'group', id: 'another' },
    body: { kind: 'said', text: '帮助', pictures: [] },
  });

  expect(reply.text).toContain('绑定网格');
});

test('a project number of another grid, or of none, is told apart from one that exists', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(20).says('看看99号项目')).toContain('没有99号项目');
});

test('what waits for a member in private is told when they open the private chat, once', async () => {
  const grid = await aNeighbourhood();
  await grid.inUnit(async unit => {
    await unit.posts.toMember('r021', '您的认捐还没有交，自愿参与。', grid.now);
  });

  expect(await grid.resident(20).opensPrivateChat()).toContain('您的认捐还没有交');
  expect(await grid.resident(20).opensPrivateChat()).not.toContain('您的认捐还没有交');
});

test('several projects that fit are listed, and a bare number picks one', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('提案：3号楼东头装路灯');
  await grid.resident(21).says('提案：清理楼道飞线');

  expect(await grid.resident(22).says('附议')).toMatch(/1号[^]*2号/);
  expect(await grid.resident(22).says('2号')).toContain('2号');
});
