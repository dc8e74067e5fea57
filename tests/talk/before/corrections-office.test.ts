import { expect, test } from 'vitest';
import { pledgePostings } from '../../../src/domain/funds/postings.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const now = '2026-04-15T10:00:00+08:00';

/** Two polls that are open: 1号 and 2号. */
async function twoPolls(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-04-14T10:00:00+08:00' });
  for (const title of ['电梯大修', '装快递柜']) {
    await aProject(grid, { title, state: 'plan_published', planText: title, planPublishedAt: new Date('2026-04-01') });
  }
  for (const no of [1, 2]) await grid.resident('r061').says(`${no}号发起表决，4月17日20:00截止`);
  grid.now = new Date(now);
  return grid;
}

async function ballot(grid: Neighbourhood, no: number, userid: string): Promise<string | null> {
  return grid.inUnit(async unit => {
    const poll = await unit.polls.byNo(no);
    const { householdId } = await unit.members.view(userid);
    return poll && householdId !== null ? ((await unit.polls.ballotOf(poll.id, householdId))?.choice ?? null) : null;
  });
}

test.each([
  ['打错了！是2号', '是，1号我还没想好', null, 'agree'],
  ['不是1号，是2号', '对', null, 'agree'],
  ['打错了！是2号', '不是', 'agree', 'agree'],
  ['取消取消，手滑', '是', null, null],
  ['刚才那票取消', '是', null, null],
  ['不小心按的', '不是', 'agree', null],
])('“1号同意”, then “%s” and “%s”: 1号 %s, 2号 %s', async (second, answer, one, two) => {
  const grid = await twoPolls();
  const resident = grid.resident('r014');
  await resident.says('1号同意');

  expect(await resident.says(second)).toMatch(/撤销.*1号.*吗？/u);
  await resident.says(answer);

  const standing = [await ballot(grid, 1, 'r014'), await ballot(grid, 2, 'r014')];
  expect(standing.map(choice => (choice === 'withdrawn' ? null : choice))).toEqual([one, two]);
});

/** A project whose money is being collected, with a promise of one household. */
async function collecting(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now });
  const { id: projectId } = await aProject(grid, { title: '装路灯', state: 'collecting', budgetFen: 1_000_000 });
  await grid.inUnit(async unit => {
    const [home] = await unit.members.householdsAt({ building: '3', unit: '2', room: '301' });
    const pledge = { kind: 'pledge', postings: pledgePostings(1_000_000), why: '认捐', by: 'r075' } as const;
    await unit.ledger.post({ projectId, ...pledge, householdId: home?.id ?? null });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return grid;
}

/** Receipts that stand, in yuan, and what the cashier's own household promises. */
async function books(grid: Neighbourhood): Promise<{ receipts: number[]; own: number }> {
  return grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    const entries = await unit.ledger.entries(project!.id, ['receipt', 'reverse']);
    const reversed = new Set(entries.map(({ reversesId }) => reversesId));
    const receipts = entries.filter(({ kind, id }) => kind === 'receipt' && !reversed.has(id));
    const { householdId } = await unit.members.view('r004');
    const { promisedFen } = await unit.ledger.standingOf(project!.id, householdId!);
    return {
      receipts: receipts.map(({ postings }) => postings.reduce((sum, { amountFen }) => sum + amountFen, 0) / 100),
      own: promisedFen / 100,
    };
  });
}

test.each([
  ['哎呀多打了个零，是200', '对，就这样', [200]],
  ['多打了个零', '是', [200]],
  ['写错了，两百五', '嗯', [250]],
  ['改成200', '不是', [2000]],
  ['刚才那笔不算', '是', []],
  ['取消取消，手滑', '是', []],
  ['写错了', '是', [2000]],
  ['再加十块', '是', [2000]],
])('“收到… 2000元”, then “%s” and “%s” leaves %j and no promise of the cashier', async (second, answer, receipts) => {
  const grid = await collecting();
  const cashier = grid.resident('r004');
  await cashier.says('1号收到3号楼2单元301 2000元', { chat: 'single' });

  expect(await cashier.says(second, { chat: 'single' })).toContain('冲销');
  expect((await books(grid)).receipts).toEqual([2000]);
  await cashier.says(answer, { chat: 'single' });

  expect(await books(grid)).toEqual({ receipts, own: 0 });
});

async function meetingAt(grid: Neighbourhood): Promise<string | undefined> {
  return grid.inUnit(async unit => (await unit.meetings.open())[0]?.startsAt.toISOString());
}

test.each([
  ['写错了写错了，周日，不是周六，别的不变', '2026-04-19T01:00:00.000Z'],
  ['不对，是下午三点', '2026-04-18T07:00:00.000Z'],
  ['改成4月20日晚上七点', '2026-04-20T11:00:00.000Z'],
])('a meeting on Saturday at nine, then “%s” is read back and announced anew', async (words, at) => {
  const grid = await aNeighbourhood({ now });
  await aProject(grid, { title: '装路灯', state: 'topic_selected', planPublishedAt: null });
  const leader = grid.resident('r061');
  await leader.says('1号议事会：周六上午九点，3号楼前，议题：路灯装在哪里');

  expect(await leader.says(words)).toMatch(/改到.*吗？/u);
  expect(await meetingAt(grid)).toBe('2026-04-18T01:00:00.000Z');
  await leader.says('是');

  expect(await meetingAt(grid)).toBe(at);
  expect((await grid.posts()).at(-1)).toContain('改期，以这次通知为准');
});

test('a stop behind the opening of a poll says that it runs, and who ends it how', async () => {
  const grid = await twoPolls();
  await grid.until('2026-04-15T10:01:00+08:00');
  await aProject(grid, {
    title: '修门',
    state: 'plan_published',
    planText: '修门',
    planPublishedAt: new Date('2026-04-01'),
  });
  await grid.resident('r061').says('3号发起表决，4月17日20:00截止');

  expect(await grid.resident('r061').says('等等，先不发了，书记还要看一眼')).toMatch(/3号表决已经发起.*3号投票结束/u);
  expect(await grid.resident('r014').says('等等，先不发了')).not.toContain('3号表决已经发起');
});
