import { expect, test } from 'vitest';
import { gridBoard } from '../../src/publish/notice/notice-board.js';
import { posterPdf } from '../../src/publish/notice/poster.js';
import { projectBoard } from '../../src/publish/notice/project-board.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject, noted, paid, reconciles, spends, theProject } from '../support/works.js';

/** What a neighbour who plays hacker writes wherever words are taken. */
const hostile =
  '<@all> **免费** [点我](http://evil.example) <script>alert(1)</script> `rm` =HYPERLINK("http://evil.example") 👨‍👩‍👧';
/** A shorter one, for sentences that take few words. */
const short = '<@all> **免费** [点我](http://evil.example)';
const signs = ['<@all>', '**免费**', '[点我](', '](http://evil', '<script', '`rm`'];

function brokenOut(text: string): string[] {
  return signs.filter(sign => text.includes(sign));
}

/** A project whose every word is hostile, from the proposal to the final accounts; all that was answered on the way. */
async function theStory(): Promise<{ grid: Neighbourhood; answers: string[] }> {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const [secretary, leader, cashier] = [
    grid.role('grid_secretary'),
    grid.role('building_leader'),
    grid.role('cashier'),
  ];
  const answers: string[] = [];
  const says = async (person: typeof secretary, text: string, chat: 'group' | 'single' = 'group'): Promise<void> => {
    answers.push(await person.says(text, { chat }));
  };
  await aProject(grid, {
    title: `装路灯 ${hostile}`,
    place: `东头 ${hostile}`,
    planText: `六盏 ${hostile}`.repeat(3),
    state: 'topic_selected',
    budgetFen: null,
    payerCheck: { answer: 'owners', evidence: `已过保修 ${hostile}`, by: 1, at: grid.now.toISOString() },
  });
  await says(secretary, `1号工期：挖沟<@all>4月20日，立**免费**杆4月25日`);
  await says(leader, `1号议事会：周六上午九点，3号楼前${short}，议题：${short}`);
  await says(secretary, `1号会议纪要：${hostile}`);
  await says(secretary, '1号认筹：每户最多200元');
  await says(secretary, '发布1号方案，预算3000元');
  await says(grid.resident(30), `1号异议：报价偏高 ${short}`);
  await says(secretary, `答复1号异议1：已比三家 ${short}`);
  await grid.until('2026-03-12T09:00:00+08:00');
  await says(leader, '1号发起表决，3天后截止');
  for (let who = 0; who < 118; who += 1) await grid.resident(who).says('1号同意');
  await grid.until('2026-03-26T09:00:00+08:00');
  for (let who = 0; who < 20; who += 1) await grid.resident(who).says('1号我出150元');
  for (let who = 0; who < 20; who += 1) {
    const { building = 0, unit = 0, room = '' } = grid.resident(who).known ?? {};
    await cashier.says(`1号收到${building}号楼${unit}单元${room} 150元`);
  }
  await reconciles(grid, 1);
  const works = await theProject(grid, 1);
  await says(secretary, '1号进度：基础已挖好，完成50%');
  await noted(grid, works, { percent: 50, text: `基础已挖好 ${hostile}` });
  await noted(grid, works, { kind: 'inspection', text: `材料堆放整齐 ${hostile}` });
  await grid.until('2026-04-07T18:30:00+08:00');
  await paid(grid, works, { fen: 86_000, why: `灯杆 ${hostile}` });
  for (const { name } of await grid.inUnit(unit => unit.works.milestones(1))) {
    await says(leader, `1号节点完成：${name}`);
    await says(grid.role('supervisor'), `1号节点验收：${name}`);
  }
  answers.push(await spends(grid, 1, '860元', `灯杆 ${short}`));
  await grid.until('2026-04-10T18:30:00+08:00');
  await says(secretary, '1号进度：全部装好，完成100%');
  for (const who of [0, 1, 2, 3, 4]) await grid.role('supervisor', who % 3).says('1号验收合格');
  await grid.until('2026-04-20T10:00:00+08:00');
  for (const said of ['1号进度', '1号收支', '看看1号方案', '项目列表', '谁监督', '1号异议情况', '支出申请'])
    await says(grid.resident(40), said);
  return { grid, answers };
}

test('whatever neighbours write can neither mention, format, link nor run anything: in no answer, post, page or sheet', async () => {
  const { grid, answers } = await theStory();

  const posts = await grid.posts();
  for (const words of [
    '方案公示',
    '异议',
    '议事会',
    '表决通知',
    '结果公告',
    '认筹够了',
    '资金公示',
    '进度公示',
    '决算公示',
  ])
    expect(posts.join('\n')).toContain(words);
  for (const post of posts) expect(brokenOut(post), post).toEqual([]);
  for (const answer of answers) expect(brokenOut(answer), answer).toEqual([]);
  for (const role of ['grid_secretary', 'bookkeeper', 'supervisor', 'cashier'] as const)
    for (const post of await grid.postsTo(grid.role(role).userid)) expect(brokenOut(post), post).toEqual([]);
  // A post fits the channel, hostile words or not.
  for (const post of posts) expect(Buffer.byteLength(post)).toBeLessThanOrEqual(4096);

  const pages = await grid.inUnit(async unit => [
    await projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now }),
    await gridBoard(unit, { page: 1, now: grid.now }),
  ]);
  for (const page of pages) {
    expect(page).toContain('装路灯');
    expect(page).not.toMatch(/<script|<@all>|href="http:\/\/evil/u);
  }
  const notices = await grid.inUnit(unit => unit.disclosures.ofProject(1));
  for (const notice of notices.slice(0, 5)) {
    const pdf = await posterPdf({ notice, place: '花园一网格', address: 'http://board/x/1', paper: 'a4' });
    expect(pdf.toString('latin1')).not.toContain('evil.example');
  }
});
