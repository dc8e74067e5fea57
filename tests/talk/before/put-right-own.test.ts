import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

test.each([
  '我那票先撤了吧，还没想好',
  '我的票不算数，回头再投',
  '对了，我家那票收回来，投早了',
  '把我那票取消，我再想想',
])('“%s” reads back that the own vote is taken back', async words => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('3号同意');
  await person.says(words);
  await person.says('是');

  expect((await grid.journal()).at(-1)).toBe('poll.undo');
});

test.each(['我家的票撤了，再投反对', '我的票取消，再投一次反对', '我那票不算，改投反对'])(
  '“%s” is another vote, and not only the end of the old one',
  async words => {
    const grid = await twoOfEach();
    const person = grid.resident(20);
    await person.says('3号同意');

    expect(await person.says(words)).toMatch(/给3号.*投“反对”/u);
    await person.says('是');
    expect((await grid.journal()).slice(-2)).toEqual(['poll.vote', 'poll.vote']);
  },
);

test.each(['还没想好', '我那票撤得了不', '我那票还在吧，先不撤', '老王说他那票先撤了'])(
  '“%s” takes back no vote',
  async words => {
    const grid = await twoOfEach();
    const person = grid.resident(20);
    await person.says('3号同意');
    await person.says(words);

    expect(await grid.journal()).not.toContain('poll.undo');
  },
);

test.each([
  ['我上午提的那个写错啦，应该是3号楼前画停车线', '3号楼前画停车线'],
  ['我刚才提的提案写错了，是3号楼前画停车线', '3号楼前画停车线'],
  ['哎呀我提的那个地方说错了，应该是3号楼', '3号楼前画停车线'],
  ['我昨天提的那件名字打错了，改成1号楼前画停车线', '1号楼前画停车线'],
])('“%s” is another name for the own proposal, and no money', async (words, title) => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('提案：2号楼前画停车线');
  await grid.until('2026-03-02T14:00:00+08:00');

  expect(await person.says(words, inPrivate)).toContain(`改名为“${title}”`);
  await person.says('是', inPrivate);
  expect((await grid.journal()).filter(deed => deed.startsWith('proposal'))).toEqual([
    'proposal.open',
    'proposal.rename',
  ]);
});

test('the place that a corrected title no longer has is no place of the proposal', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('提案：2号楼前画停车线');
  await person.says('我刚才提的那个写错啦，应该是3号楼前画停车线');
  await person.says('是');

  expect(await person.says('1号', inPrivate)).not.toContain('2号楼前');
});

test.each(['我上午提的那个怎么样了', '我提的那个写错了吗', '他提的那个写错了，应该是3号楼前画停车线'])(
  '“%s” renames nothing',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
    const person = grid.resident(20);
    await person.says('提案：2号楼前画停车线');

    expect(await person.says(words, inPrivate)).not.toContain('改名为');
  },
);

test.each(['我上午都清完了。', '弄好了', '都收拾干净了', '活干完了'])(
  '“%s” behind a claimed task says that it is done',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
    const person = grid.resident(20);
    await person.says('1号楼3单元楼道里的小广告我来盯');
    await person.says(words);
    await person.says('是');

    expect((await grid.journal()).at(-1)).toBe('task.done');
  },
);

test('whether it has a day is answered by the task just claimed', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('1号楼3单元楼道里的小广告我来盯', inPrivate);

  expect(await person.says('对了，这个有期限吗？', inPrivate)).toContain('3月9日');
});

test.each([
  ['水泵那个', 2],
  ['泵', 2],
  ['大坑那个', 1],
  ['修路的那个', 1],
])('“%s” to 请问是几号 is read back as the one of the list', async (words, no) => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  for (const title of ['大门口路面填坑', '换自来水加压泵']) await aProject(grid, { title, state: 'pledging' });
  const person = grid.resident(20);
  await person.says('我出三百', inPrivate);

  expect(await person.says(words, inPrivate)).toContain(`给${no}号`);
  expect(await grid.journal()).not.toContain('pledge.money');
});

test.each(['群里不会说吧', '都行', '那个', '水电费交了没', '你猜'])('“%s” is none of the list', async words => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  for (const title of ['大门口路面填坑', '换自来水加压泵']) await aProject(grid, { title, state: 'pledging' });
  const person = grid.resident(20);
  await person.says('我出三百', inPrivate);

  expect(await person.says(words, inPrivate)).not.toContain('您是要');
});

test('who asks of the own report by its words hears of it', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('报事：3号楼楼顶漏水', inPrivate);
  await grid.until('2026-03-04T10:00:00+08:00');

  expect(await person.says('前天我报的那个楼顶漏水，有人管了没有啊', inPrivate)).toContain('报事1');
});

test('a leader names homes without the building that is led', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '装路灯', state: 'issue_reported' });
  const leader = grid.role('building_leader');
  await leader.says('1号议事会：3月11日上午十点，3号楼前，议题：怎么装', inPrivate);
  await grid.until('2026-03-11T10:05:00+08:00');
  const { building } = leader.known ?? {};

  await leader.says('1号到场：1单元101和301', inPrivate);
  expect(await leader.says('说错了，301没来，来的是302', inPrivate)).toContain(`${building}号楼1单元302`);
});

test.each([
  ['就大门口到3号楼那一段', '大门口到3号楼那一段填坑'],
  ['就在4号楼门口', '4号楼门口填坑'],
  ['是2号楼和3号楼之间', '2号楼和3号楼之间填坑'],
  ['在北门西头那一片空地', '北门西头那一片空地填坑'],
])('“%s” behind a proposal says where it is', async (words, title) => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('提案：填坑', inPrivate);

  expect(await person.says(words, inPrivate)).toContain(`改名为“${title}”`);
});

test('放在西门那边就行 behind 3号楼门口装个长椅 is another place', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('提案：3号楼门口装个长椅', inPrivate);

  expect(await person.says('放在西门那边就行', inPrivate)).toContain('改名为“西门那边装个长椅”');
});

test('要几家同意 behind a proposal is asked of that proposal, whatever is voted on', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('提案：3号楼门口装个长椅', inPrivate);

  expect(await person.says('要几家同意', inPrivate)).toContain(
    '1号「3号楼门口装个长椅」现在：征集附议。1户附议，还差4户',
  );
});

test('where it is takes the place of less of it in the name', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('提案：3号楼前装长椅', inPrivate);

  expect(await person.says('就在3号楼东头', inPrivate)).toContain('改名为“3号楼东头装长椅”');
});

test.each(['我提的那个', '我提的那个写错了', '我提的那个，明天再说吧', '我上午提的那个写错了，明天再改吧'])(
  '“%s” takes nothing back',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
    const person = grid.resident(20);
    await person.says('提案：3号楼前装长椅', inPrivate);
    await person.says(words, inPrivate);

    expect((await grid.journal()).at(-1)).toBe('proposal.open');
  },
);

test.each(['在家呢', '就这样吧', '是在3号楼门口吗', '4号楼门口灯坏了'])('“%s” does not', async words => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const person = grid.resident(20);
  await person.says('提案：填坑', inPrivate);

  expect(await person.says(words, inPrivate)).not.toContain('改名为');
});

test.each(['我认的那笔', '我认的钱', '我认的那笔说错了', '我认捐的那笔，明天再说'])(
  '“%s” leaves the own promise as it is',
  async words => {
    const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
    await aProject(grid, { title: '装路灯', state: 'pledging' });
    const person = grid.resident(20);
    await person.says('1号我出300元', inPrivate);
    await person.says(words, inPrivate);

    expect(await grid.journal()).not.toContain('pledge.cancel');
  },
);
