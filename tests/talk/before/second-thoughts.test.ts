import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';
import { twoOfEach } from '../../support/two-of-each.js';

const single = { chat: 'single' } as const;

async function count(grid: Neighbourhood): Promise<number> {
  return (await grid.journal()).length;
}

test.each([
  '哎不对俺再寻思寻思先别算俺的',
  '等等，我再想想，先不算我的',
  '先别记我的票',
  '我的票先撤了吧',
  '把我的票收回吧',
])('behind a vote “%s” asks whether it is taken back', async words => {
  const grid = await twoOfEach();
  await grid.resident(20).says('3号同意', single);
  const before = await count(grid);

  expect(await grid.resident(20).says(words, single)).toMatch(/撤销.*投的票/u);
  expect(await count(grid)).toBe(before);
  expect(await grid.resident(20).says('是', single)).toContain('3号的票已撤销');
});

test.each(['再想想', '别算错了', '我的票投了没', '老李说先别算他的'])(
  'behind a vote “%s” takes nothing back',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('3号同意', single);
    const before = await count(grid);

    expect(await grid.resident(20).says(words, single)).not.toContain('您是要撤销');
    expect(await count(grid)).toBe(before);
  },
);

test.each([
  ['刚才点错了，我要反对', '反对'],
  ['手滑了，应该是弃权', '弃权'],
  ['投错了，俺是要反对', '反对'],
])('behind a vote “%s” changes it', async (words, choice) => {
  const grid = await twoOfEach();
  await grid.resident(20).says('3号同意', single);

  expect(await grid.resident(20).says(words, single)).toContain(`改投了${choice}`);
});

test.each([
  ['更正：应为贰佰元整。', 200],
  ['写错了，应当是一百五', 150],
  ['说错了，实际是一百', 100],
])('behind a promise “%s” changes it', async (words, yuan) => {
  const grid = await twoOfEach();
  await grid.resident(20).says('1号我出300元', single);

  expect(await grid.resident(20).says(words, single)).toContain(`从300元改为${yuan}元`);
});

test.each(['想了想，我不想出了', '考虑再三，还是不捐了', '跟老伴商量了一下，我家不出了', '嗯，就是不出了'])(
  'behind a promise “%s” asks whether it is taken back, and is heard as a yes once more',
  async words => {
    const grid = await twoOfEach();
    await grid.resident(20).says('1号我出100元', single);

    expect(await grid.resident(20).says(words, single)).toContain('您是要撤回刚才给1号的认捐100元吗');
    expect(await grid.resident(20).says('嗯，就是不出了', single)).toContain('已撤回');
    expect(await grid.resident(20).says('不会有人知道吧', single)).toContain('撤回认捐不公布');
  },
);

test.each(['我有点不想出了', '想了想，出得不多', '老王想了想不出了'])('“%s” takes no promise back', async words => {
  const grid = await twoOfEach();
  await grid.resident(20).says('1号我出100元', single);
  const before = await count(grid);

  expect(await grid.resident(20).says(words, single)).not.toContain('您是要撤回');
  expect(await count(grid)).toBe(before);
});

/** The works are finished, and three residents look after them. */
const finished = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const { id } = await aProject(grid, { state: 'completed_pending_acceptance', percent: 100 });
  await grid.inUnit(async unit => {
    const team = await Promise.all(['r036', 'r066', 'r096'].map(userid => unit.members.view(userid)));
    const [first] = team;
    if (!first) throw new Error('there is no team');
    await unit.supervision.keepTeam({
      gridId: unit.grid.id,
      projectId: id,
      memberIds: team.map(member => member.id),
      setById: first.id,
      setAt: grid.now,
    });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return grid;
});

test.each(['等等，西头那盏没亮', '那就先不合格，等修好再说', '不对，灯杆有点晃，松着呢', '先别通过，底座没抹平'])(
  'behind a signature that the works pass “%s” asks whether they fail',
  async words => {
    const grid = await finished();
    await grid.resident('r036').says('1号验收合格', { chat: 'group' });

    expect(await grid.resident('r036').says(words, { chat: 'group' })).toContain('验收不合格吗');
    expect(await grid.resident('r036').says('是', { chat: 'group' })).toContain('验收不合格');
  },
);

test.each(['西头那盏亮不亮', '没毛病，挺好', '要是有一盏没亮咋办', '辛苦了'])(
  'behind a signature that the works pass “%s” changes nothing',
  async words => {
    const grid = await finished();
    await grid.resident('r036').says('1号验收合格', { chat: 'group' });
    const before = await count(grid);

    expect(await grid.resident('r036').says(words, { chat: 'group' })).not.toContain('不合格吗');
    expect(await count(grid)).toBe(before);
  },
);

test.each([
  ['名字别写恁长就叫装路灯', '装路灯'],
  ['标题改成东头装灯吧', '东头装灯'],
  ['还是叫做东头路灯吧', '东头路灯'],
])('behind a proposal “%s” is another title for it', async (words, title) => {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('提案：三号楼东头装个路灯', single);

  expect(await grid.resident(20).says(words, single)).toContain(`改名为“${title}”吗`);
  expect(await grid.resident(20).says('是', single)).toContain(`1号提案改名为「${title}」`);
});

test.each(['叫个人来看看', '名字叫啥合适', '这名字起得好'])('behind a proposal “%s” renames nothing', async words => {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('提案：三号楼东头装个路灯', single);

  expect(await grid.resident(20).says(words, single)).not.toContain('改名为');
});

test.each([
  ['一户改成最多三百吧', '每户最多300元'],
  ['最低降到三千吧', '认满3,000元才收款'],
  ['截止改到4月20日吧', '4月20日'],
])('behind the terms of a round “%s” changes that one', async (words, term) => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, {
    state: 'topic_selected',
    planText: null,
    planVersion: 0,
    planPublishedAt: null,
    budgetFen: null,
  });
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号认筹：截止4月30日，最低4000元，每户最多500元', single);

  await secretary.says(words, single);
  expect(await secretary.says('是', single)).toContain(term);
});

test.each([
  ['名字写差了，是4号楼北边，不是南边', '4号楼北边建充电棚'],
  ['地方写错了，不是南边，是北边', '4号楼北边建充电棚'],
  ['题目错了，应该是3号楼，不是4号楼', '3号楼南边建充电棚'],
])('“%s” asks for another title of the own proposal', async (words, title) => {
  const grid = await aNeighbourhood({ households: 60 });
  const person = grid.resident(20);
  await aProject(grid, { title: '4号楼南边建充电棚', state: 'issue_reported', proposer: person.userid });
  await aProject(grid, { title: '修台阶', state: 'pledging' });

  expect(await person.says(words, single)).toContain(title);
  expect(await grid.journal()).not.toContain('proposal.rename');
  expect(await grid.resident(21).says(words, single)).not.toContain(title);
});

test.each([
  ['有个螺丝松了，还是四颗吧', 4],
  ['哎呀有个螺丝松了😱还是四颗吧', 4],
  ['打高了，三分', 3],
])('“%s” behind five points is another mark', async (words, score) => {
  const grid = await aNeighbourhood({ households: 60 });
  await aProject(grid, { title: '装器材', state: 'accepted', acceptedAt: grid.now });
  const person = grid.resident(20);
  await person.says('1号打5分', single);
  if (person.last.answers) await person.says('是', single);

  expect(await person.says(words, single)).toContain(`${score}分`);
});
