import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fundsPicture, pollPicture, progressPicture } from '../../src/publish/pictures.js';
import type { FundsSummary } from '../../src/publish/funds/funds-report.js';
import { LedgerEntry } from '../../src/store/funds/ledger-entry.js';
import { Milestone } from '../../src/store/works/milestone.js';
import { Poll } from '../../src/store/poll/poll.js';
import { Project } from '../../src/store/proposal/project.js';

const now = new Date('2026-04-21T18:00:00+08:00');
const aProject = (changes: Partial<Project> = {}): Project =>
  Object.assign(new Project(), {
    no: 1,
    title: '更换供暖主管道',
    state: 'in_progress',
    stateSince: new Date('2026-04-01T08:00:00+08:00'),
    percent: 55,
    budgetFen: 3_600_000,
    pledgeClosesAt: null,
    ...changes,
  });
const milestone = (name: string, plannedOn: string, doneAt: Date | null): Milestone =>
  Object.assign(new Milestone(), { name, plannedOn, doneAt });
const milestones = [
  milestone('拆旧', '2026-04-10', new Date('2026-04-10T15:00:00+08:00')),
  milestone('装管', '2026-04-25', null),
  milestone('试压', '2026-05-05', null),
];
const works = {
  fresh: [],
  percent: 55,
  percentBefore: 30,
  milestones,
  verdict: { colour: 'yellow' as const, word: '预警', reason: '节点“装管”已晚3天' },
  quietDays: null,
  next: '报施工进度',
};
const spend = (no: number, why: string, amountFen: number): LedgerEntry =>
  Object.assign(new LedgerEntry(), {
    no,
    kind: 'spend',
    why,
    at: now,
    postings: [{ from: 'cash/residents', to: 'spent', amountFen }],
  });
const funds: FundsSummary = {
  pledgedFen: 1_800_000,
  receivedFen: 3_500_000,
  receivedBySource: { residents: 1_700_000, subsidy: 1_500_000, public_revenue: 300_000 },
  cashBySource: {},
  spentFen: 1_260_050,
  refundedFen: 0,
  pendingFen: 0,
  passedFen: 0,
  balanceFen: 2_239_950,
  freeFen: 2_239_950,
  retainedFen: 0,
  unclaimedFen: 0,
  undone: [],
  expenses: [spend(12, '管材首付', 860_050), spend(13, '拆旧人工', 300_000), spend(14, '运费', 100_000)],
};

/** The size that stands in the head of a PNG. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

function kept(name: string, png: Buffer): Buffer {
  const folder = process.env['SCREENSHOTS'];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/picture-${name}.png`, png);
  }
  return png;
}

const mostBytes = 2 * 1024 * 1024;

test('the progress picture holds two projects and is far below the channel’s limit', async () => {
  const other = aProject({ no: 2, title: '这是一个非常长的标题'.repeat(20), state: 'rectification', budgetFen: null });
  const none = { ...funds, receivedFen: 0, receivedBySource: {}, spentFen: 0, balanceFen: 0 };
  const blocks = [
    { ...works, project: aProject(), funds },
    { ...works, project: other, milestones: [], funds: none },
  ];

  const png = kept('progress', await progressPicture('花园一网格', blocks, now));

  expect(sizeOf(png).width).toBe(720);
  expect(png.length).toBeLessThan(mostBytes);
});

test('the funds picture says where the money came from and where it went', async () => {
  const blocks = [{ project: aProject(), funds }];
  const png = kept('funds', await fundsPicture('花园一网格', blocks, now));
  const places = [['3号楼2单元', 12] as const, ['其余各处', 7] as const];
  const round = kept('round', await fundsPicture('花园一网格', [{ project: aProject(), funds, places }], now));

  expect(sizeOf(png).width).toBe(720);
  expect(png.length).toBeLessThan(mostBytes);
  // A row each for a head and two places.
  expect(sizeOf(round).height).toBeGreaterThan(sizeOf(png).height + 100);
});

test.each([
  ['open', null],
  ['closed', now],
] as const)('the picture of an %s poll shows both thresholds of an owners’ vote', async (name, closedAt) => {
  const poll = Object.assign(new Poll(), {
    no: 3,
    question: '是否同意“更换供暖主管道”的方案',
    track: 'owners_ordinary',
    closesAt: now,
    closedAt,
    options: null,
  });
  const count = {
    households: 120,
    voted: 71,
    silent: 49,
    counts: { agree: 60, disagree: 8, abstain: 3 },
    quorum: false,
    passed: false,
    area: { whole: 960_000, took: 650_000, agree: 500_000, disagree: 100_000, abstain: 50_000, invalid: 0 },
  };

  const png = kept(`poll-${name}`, await pollPicture('花园一网格', poll, count, now));

  expect(sizeOf(png).width).toBe(720);
});

test.each(['<script>&"\'', '修路🚧'.repeat(125), '\u202E反\u0000\u0007', '<@all> **救命**', ''])(
  'a title such as %j is drawn and breaks nothing',
  async title => {
    const png = await progressPicture(title, [{ ...works, project: aProject({ title }), funds }], now);

    expect(sizeOf(png).height).toBeLessThan(2_000);
  },
);
