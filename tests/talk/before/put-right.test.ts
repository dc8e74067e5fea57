import { expect, test } from 'vitest';
import { Attendance } from '../../../src/store/meeting/attendance.js';
import { Meeting } from '../../../src/store/meeting/meeting.js';
import { Poll } from '../../../src/store/poll/poll.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

/** A meeting about 1号 that has begun, and 2号, on whose plan a vote may be opened. */
async function aMeeting(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '装路灯', state: 'topic_selected', planPublishedAt: null });
  await aProject(grid, {
    title: '修台阶',
    state: 'plan_published',
    planPublishedAt: new Date('2026-02-25T15:30:00+08:00'),
  });
  await grid.role('building_leader').says('1号议事会：今天上午十点，3号楼前，议题：路灯装在哪里');
  grid.now = new Date('2026-03-11T10:05:00+08:00');
  return grid;
}

async function there(grid: Neighbourhood): Promise<string[]> {
  const rows = await grid.store.dataSource.manager.find(Attendance, { order: { id: 'ASC' } });
  const homes = await grid.inUnit(unit => Promise.all(rows.map(row => unit.members.household(row.householdId))));
  return homes.flatMap((home, index) =>
    rows[index]?.how === 'struck' ? [] : [`${home?.building}-${home?.unit}-${home?.room}`],
  );
}

test.each<readonly [string, string, readonly string[]]>([
  ['看花眼了，302没来，来的是1单元202的张大娘', '划掉1号到场里的3号楼2单元302（', ['3-2-301', '3-1-202']],
  ['记错了，302没到，是201到的', '记上3号楼2单元201（', ['3-2-301', '3-2-201']],
  ['不是302，是401', '记上3号楼2单元401（', ['3-2-301', '3-2-401']],
  ['302请假了没来', '划掉1号到场里的3号楼2单元302（', ['3-2-301']],
  ['漏了201，也来了', '给1号记上到场：3号楼2单元201（', ['3-2-301', '3-2-302', '3-2-201']],
])('behind the list “%s” is read back: %s', async (words, readBack, expected) => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');
  await leader.says('1号到场：3号楼2单元301、302');
  expect(await there(grid)).toEqual(['3-2-301', '3-2-302']);

  expect(await leader.says(words)).toContain(readBack);
  expect(await there(grid)).toEqual(['3-2-301', '3-2-302']);
  await leader.says('嗯对');

  expect(await there(grid)).toEqual(expected);
});

test('who signed in by their own word is struck by nobody, and a home of no such list is named', async () => {
  const grid = await aMeeting();
  await grid.resident(40).says('1号签到');
  const own = await there(grid);
  const leader = grid.role('building_leader');

  expect(await leader.says(`1号没到场：${own[0] ?? ''}`)).toContain('自己签到');
  expect(await leader.says('1号没到场：3号楼2单元302')).toContain('没有3号楼2单元302');
  expect(await there(grid)).toEqual(own);
});

test.each(['3号楼2单元301不在家，表决票没送到', '3号楼2单元301没在家，催缴单没送到手上'])(
  'an absence that is told of something else (%s) asks to strike nobody off',
  async words => {
    const grid = await aMeeting();
    const leader = grid.role('building_leader');
    await leader.says('1号到场：3号楼2单元301、302');
    grid.now = new Date('2026-03-11T14:05:00+08:00');

    expect(await leader.says(words, { chat: 'single' })).not.toContain('划掉');
  },
);

test('what is struck by mistake is listed again', async () => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');
  await leader.says('1号到场：3号楼2单元301、302');
  await leader.says('1号没到场：3号楼2单元302');
  expect(await there(grid)).toEqual(['3-2-301']);

  expect(await leader.says('1号到场：3号楼2单元302')).toContain('登记了1户，现在到场2户');
});

test.each(['302家漏水你们管不管', '302来了吗', '谢谢302', '大家辛苦了'])(
  'behind the list “%s” corrects nothing',
  async words => {
    const grid = await aMeeting();
    const leader = grid.role('building_leader');
    await leader.says('1号到场：3号楼2单元301、302');
    await leader.says(words);
    await leader.says('嗯对');

    expect(await there(grid)).toEqual(['3-2-301', '3-2-302']);
  },
);

async function end(grid: Neighbourhood): Promise<string | undefined> {
  const polls = await grid.store.dataSource.manager.find(Poll);
  return polls.at(-1)?.closesAt.toISOString();
}

test.each([
  [
    '本来想着周五，可三单元好几家上夜班，还是放宽到周日吧，晚上八点',
    '3月15日（周日）20:00',
    '2026-03-15T12:00:00.000Z',
  ],
  ['截止改到周日晚八点', '3月15日（周日）20:00', '2026-03-15T12:00:00.000Z'],
  ['写错了，是周日晚八点', '3月15日（周日）20:00', '2026-03-15T12:00:00.000Z'],
  ['三天后晚八点截止吧', '3月14日（周六）20:00', '2026-03-14T12:00:00.000Z'],
  ['还是到20号下午六点', '3月20日（周五）18:00', '2026-03-20T10:00:00.000Z'],
])('behind the opening of a poll “%s” gives it another end', async (words, said, expected) => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');
  await leader.says('2号发起表决');
  const before = await end(grid);

  expect(await leader.says(words)).toContain(`把2号「修台阶」表决的截止时间改到${said}吗`);
  expect(await end(grid)).toBe(before);
  expect(await leader.says('对')).toContain(`已改到${said}`);

  expect(await end(grid)).toBe(expected);
  expect((await grid.posts()).at(-1)).toContain(`截止：${said}`);
});

test.each(['我周日晚上八点在家', '几点截止', '明天我去贴告示', '要是周日截止呢'])(
  'behind the opening of a poll “%s” moves nothing',
  async words => {
    const grid = await aMeeting();
    const leader = grid.role('building_leader');
    await leader.says('2号发起表决');
    const before = await end(grid);
    await leader.says(words);
    await leader.says('对');

    expect(await end(grid)).toBe(before);
  },
);

test('once somebody has voted, and for anybody else, the end stays', async () => {
  const grid = await aMeeting();
  await grid.role('building_leader').says('2号发起表决');
  const before = await end(grid);
  await grid.resident(40).says('2号同意');

  expect(await grid.role('building_leader').says('放宽到周日晚上八点吧')).toContain('还没有人投票时能改');
  expect(await end(grid)).toBe(before);
});

test('minutes that tell who was there enter them first, with the photo that came', async () => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');

  expect(
    await leader.says('1号今天来了3号楼2单元301、302两家，401请假。商量的是路灯装东头，用太阳能，记个纪要吧', {
      pictures: ['会场'],
    }),
  ).toContain('登记1号「装路灯」到场：3号楼2单元301、3号楼2单元302，再公布1号会议纪要“路灯装东头，用太阳能”吗');
  expect(await leader.says('是')).toContain('到场2户');

  expect(await there(grid)).toEqual(['3-2-301', '3-2-302']);
  const [meeting] = await grid.store.dataSource.manager.find(Meeting);
  expect(meeting?.photos).toHaveLength(1);
  expect(meeting?.minutes).toBe('路灯装东头，用太阳能');
});

test('a form of minutes that names who came asks to enter them, and never says 到场0户', async () => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');

  expect(await leader.says('1号会议纪要：到场3号楼2单元301、302。路灯装东头')).toContain('登记这2户到场，再公布纪要');
  expect((await grid.posts()).at(-1)).not.toContain('纪要');
  expect(await leader.says('对')).toContain('到场2户');
});

test('what was left out of the minutes is added to them by whoever wrote them', async () => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');
  await leader.says('1号会议纪要：路灯装东头');

  for (const words of [
    '漏了一句，费用先走自愿认捐',
    '会议纪要还漏了一条：费用先走自愿认捐',
    '纪要补一句：费用先走自愿认捐',
  ])
    expect(await leader.says(words)).toContain('给1号「装路灯」会议纪要补充“费用先走自愿认捐”吗');
  expect(await leader.says('是')).toContain('已补充');

  expect((await grid.posts()).at(-1)).toContain('费用先走自愿认捐');
  expect((await theProject(grid, 1)).state).toBe('topic_selected');
});

test.each([
  '漏了一句，底下要硬化一下地面',
  '补一句，台阶坏了的也一起修',
  '还有一条，垃圾当天清走',
  '忘写了，楼道灯坏的先换',
])('“%s” behind minutes is more of them, whatever deed it would be by itself', async words => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');
  await leader.says('1号会议纪要：路灯装东头');

  expect(await leader.says(words)).toContain('会议纪要补充“');
  expect(await grid.journal()).not.toContain('report.open');
});

test.each(['楼道灯坏了', '3号楼漏水了，快来人', '漏了，水都流到楼下了'])(
  '“%s” behind minutes is a report',
  async words => {
    const grid = await aMeeting();
    const leader = grid.role('building_leader');
    await leader.says('1号会议纪要：路灯装东头');

    expect(await leader.says(words)).not.toContain('纪要');
  },
);

test('what was left out of a proposal is read back as its name', async () => {
  const grid = await aMeeting();
  const person = grid.resident(20);
  await person.says('提案：4号楼后头装晾衣架');

  expect(await person.says('漏了一句，底下地面坏了要硬化')).toContain('4号楼后头装晾衣架，底下地面坏了要硬化');
  expect(await grid.journal()).not.toContain('report.open');
});

test.each(['漏了一句，2号的台阶也要修', '补充一下：1号的路灯也要装'])(
  '“%s” behind another proposal is no part of its name',
  async words => {
    const grid = await aMeeting();
    const person = grid.resident(20);
    await person.says('提案：4号楼后头装晾衣架');

    expect(await person.says(words)).not.toContain('4号楼后头装晾衣架，');
  },
);

test('the time of a meeting is moved by what is said behind its call', async () => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');
  await leader.says('2号议事会：周六上午九点半，3号楼前，议题：台阶怎么修');

  expect(await leader.says('改到十点吧，九点半有人要送孩子')).toContain('改到3月14日（周六）10:00吗');
  await leader.says('对');
  expect((await grid.posts()).at(-1)).toContain('3月14日（周六）10:00');
});

test.each(['施工的说没那么多 应该才百分之四十', '说多了，其实40%', '不对，才四成', '不好意思，北边还剩一小条，算40%'])(
  'whoever reported too much puts it right a moment later: %s',
  async words => {
    const grid = await aMeeting();
    await aProject(grid, { title: '换管道', state: 'in_progress', percent: 20 });
    const leader = grid.role('building_leader');
    await leader.says('3号进度：挖沟完成50%');

    expect(await leader.says(words)).toMatch(/更正，给3号「换管道」记进度“挖沟完?”，完成40%吗/u);
    await leader.says('对');

    expect((await theProject(grid, 3)).percent).toBe(40);
  },
);

test.each([
  ['302没来，来的是401', '划掉1号到场里的3号楼2单元302', '记上3号楼2单元401'],
  ['201没到，是401到的', '划掉1号到场里的3号楼1单元201', '记上3号楼1单元401'],
  ['不是201，是3号楼401', '划掉1号到场里的3号楼1单元201', '记上3号楼1单元401'],
  ['201没来，来的是2单元401', '划掉1号到场里的3号楼1单元201', '记上3号楼2单元401'],
])('of homes of two entrances “%s” is read back as of the one it stands for', async (words, gone, came) => {
  const grid = await aMeeting();
  const leader = grid.role('building_leader');
  await leader.says('1号到场：3号楼1单元201、3号楼2单元301、3号楼2单元302');

  const answer = await leader.says(words);

  expect(answer).toContain(gone);
  expect(answer).toContain(came);
});

test.each(['还剩30%没干', '后天能到30%吗', '剩三成没挖'])(
  '“%s” behind a report of half puts nothing right',
  async words => {
    const grid = await aMeeting();
    await aProject(grid, { title: '换管道', state: 'in_progress', percent: 20 });
    const leader = grid.role('building_leader');
    await leader.says('3号进度：挖沟完成50%');

    expect(await leader.says(words)).not.toContain('更正');
  },
);
