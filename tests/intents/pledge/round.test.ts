import { expect, test } from 'vitest';
import { openingTerms } from '../../../src/domain/pledge/pledge-round.js';
import { rulesAt } from '../../../src/domain/rules.js';
import { readRoundTerms } from '../../../src/language/values/money/round-terms.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, aRoundOf, fundsAre, reconciles, theProject } from '../../support/works.js';

const now = new Date('2026-03-06T10:00:00+08:00');

/** A round of 1 000 yuan with a minimum of 800, which ends on 20 March. */
async function aRound(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: now.toISOString() });
  await aProject(grid, { ...aRoundOf(100_000, { capFen: 100_000, minimumFen: 80_000 }), ...changes });
  return grid;
}

const secretarysPosts = async (grid: Neighbourhood): Promise<string[]> =>
  grid.postsTo(grid.role('grid_secretary').userid);

test.each([
  ['截止4月20日，最低5万元，每户最多2000元', { closesAt: '2026-04-20', minimumFen: 5_000_000, capFen: 200_000 }],
  ['每户不超过2,000.50元；至少筹到50,000元', { minimumFen: 5_000_000, capFen: 200_050 }],
  ['20天', { days: 20 }],
  ['为期30天、保底5万元', { days: 30, minimumFen: 5_000_000 }],
])('“%s” is read term by term', (said, terms) => {
  const read = readRoundTerms(said, now);

  expect({ ...read, ...(read?.closesAt ? { closesAt: read.closesAt.toISOString().slice(0, 10) } : {}) }).toEqual(terms);
});

test.each([
  '',
  '大家看着办',
  '最低几万',
  '最低-5元',
  '最低0.001元',
  '最低5万元，最低6万元',
  '每户最多美元100',
  '截止以后再说',
])('“%s” names no terms', said => {
  expect(readRoundTerms(said, now)).toBeNull();
});

test('the secretary sets deadline, minimum and cap before the plan is published; the round opens under them', async () => {
  const grid = await aRound({ state: 'topic_selected', round: null, pledgeClosesAt: null, budgetFen: 6_000_000 });

  const answer = await grid.role('grid_secretary').says('1号认筹：截止4月20日，最低5万元，每户最多2000元');

  expect(answer).toContain('4月20日（周一）截止，认满50,000元才收款，每户最多2,000元');
  const project = await theProject(grid, 1);
  const opened = openingTerms(project, { households: 118, at: now, rules: rulesAt(now) });
  expect(opened.round).toEqual({ targetFen: 6_000_000, minimumFen: 5_000_000, capFen: 200_000 });
  expect(opened.pledgeClosesAt.toISOString()).toBe('2026-04-20T15:59:00.000Z');
});

test.each([
  ['1号认筹：最低60001元', '都不能超过它'],
  ['1号认筹：截止3月1日', '认筹截止日要在今天以后'],
  ['1号认筹：随便', '没看懂，没有记'],
])('“%s” is refused, and nothing is kept', async (said, sentence) => {
  const grid = await aRound({ state: 'topic_selected', round: null, budgetFen: 6_000_000 });
  const deeds = await grid.journal();

  expect(await grid.role('grid_secretary').says(said)).toContain(sentence);
  expect(await grid.journal()).toEqual(deeds);
});

test.each([
  ['799.99元', 'funding_failed', '还差200.01元。认捐全部作废，没有收任何钱'],
  ['800元', 'collecting', '认到了最低额，开始收款'],
  ['999.99元', 'collecting', '还差0.01元，由书记另找来源或缩小范围'],
])('on the last day with %s of a minimum of 800 yuan it is %s', async (pledged, state, told) => {
  const grid = await aRound();
  await grid.resident(20).says(`1号我出${pledged}`);
  expect((await theProject(grid, 1)).state).toBe('pledging');

  await grid.until('2026-03-21T10:00:00+08:00');

  expect((await theProject(grid, 1)).state).toBe(state);
  expect((await grid.posts()).filter(text => text.includes(told))).toHaveLength(1);
  expect(await fundsAre(grid, 1)).toContain(state === 'collecting' ? `认筹${pledged}` : '认筹0元');
});

test('a round that reached its minimum collects, and the works wait until the gap is charged to a named source', async () => {
  const grid = await aRound();
  const [giver, secretary, cashier] = [grid.resident(20), grid.role('grid_secretary'), grid.role('cashier')];
  await giver.says('1号我出880元');
  await grid.until('2026-03-21T10:00:00+08:00');
  await cashier.says('1号收到1号楼3单元101 880元');
  await reconciles(grid, 1);
  expect((await theProject(grid, 1)).state).toBe('collecting');

  expect(await secretary.says('1号缺口：居民120元')).toContain('缺口不摊给居民');
  expect(await secretary.says('1号缺口：社区慈善基金120元')).toContain('要写明依据');
  expect(await secretary.says('1号缺口：公共收益120元（业委会同意）')).toContain('要写明业主表决的号');
  expect(await secretary.says('1号缺口：社区慈善基金120.01元（基金2026-3号决定）')).toContain('缺口只有120元');
  expect(await grid.resident(40).says('1号缺口：社区慈善基金120元（基金2026-3号决定）')).toContain('网格书记');
  expect((await theProject(grid, 1)).fundingPlan).toBeNull();

  expect(await secretary.says('1号缺口：社区慈善基金100元（基金2026-3号决定）')).toContain('还差20元');
  expect((await theProject(grid, 1)).state).toBe('collecting');
  expect(await secretary.says('1号缺口：社区慈善基金20元（基金2026-4号决定）')).toContain('缺口补上了');

  const project = await theProject(grid, 1);
  expect(project.fundingPlan?.sources).toEqual([
    { source: 'residents', plannedFen: 88_000, evidence: null },
    { source: 'charity_fund', plannedFen: 12_000, evidence: '基金2026-3号决定；基金2026-4号决定' },
  ]);
  expect(project.state).toBe('funded');
  expect((await grid.posts()).at(-1)).toMatch(/居民不用多出[^]*有依据、待到账120元/u);
  expect(await secretary.says('1号缺口：社区慈善基金1元（基金2026-5号决定）')).toMatch(/资金到位|没有缺口/u);
});

test('the secretary hears three days before the end, and at the end, what may be done, with exact sums; nobody else does', async () => {
  const grid = await aRound();
  await grid.resident(20).says('1号我出880元');

  await grid.until('2026-03-19T10:00:00+08:00');
  const ahead = (await secretarysPosts(grid)).filter(text => text.includes('1号认筹还差120元'));
  expect(ahead).toHaveLength(1);
  expect(ahead[0]).toContain('发送“1号缺口：政策奖补120元（写明依据）”');
  expect(ahead[0]).toContain('发送“1号认筹：截止4月1日”');
  expect(ahead[0]).toContain('预算减到880元：先发送“1号认筹作罢”放回认捐');
  expect(ahead[0]).not.toMatch(/单元|\d{3}室|先生|女士/u);

  await grid.until('2026-03-21T10:00:00+08:00');
  expect((await secretarysPosts(grid)).filter(text => text.includes('1号认筹还差120元'))).toHaveLength(2);
  expect(await grid.role('grid_secretary').says('1号缺口怎么办')).toBe('办法已私聊发给您。');
  expect((await secretarysPosts(grid)).at(-1)).toContain('还差120元');
  expect(await grid.resident(40).says('1号缺口怎么办')).toContain('网格书记');
  expect((await grid.posts()).some(text => text.includes('可以选一样办'))).toBe(false);
});

test('the sentences that are proposed do what they say: for longer, and others give the rest', async () => {
  const grid = await aRound();
  await grid.resident(20).says('1号我出880元');
  await grid.until('2026-03-21T10:00:00+08:00');
  expect(await grid.resident(40).says('1号我出120元')).toContain('现在不收认捐');

  expect(await grid.role('grid_secretary').says('1号认筹：截止4月1日')).toContain('认筹延到4月1日（周三）24:00');
  expect(await grid.resident(40).says('1号我出120元')).toContain('1号认捐120元');
  expect(await grid.role('grid_secretary').says('1号认筹：截止4月20日')).toContain('没有缺口');
});

test('made smaller: every promise is released, and a smaller plan is published anew; never once somebody has paid', async () => {
  const grid = await aRound();
  const secretary = grid.role('grid_secretary');
  await grid.resident(20).says('1号我出880元');
  await grid.until('2026-03-21T10:00:00+08:00');

  expect(await secretary.says('1号认筹作罢')).toContain('认捐全部放回');
  expect(await fundsAre(grid, 1)).toContain('认筹0元');
  expect((await grid.posts()).at(-1)).toContain('没有收任何钱');
  expect(await secretary.says('1号缺口怎么办', { chat: 'single' })).toContain('发送“发布1号方案：做什么，预算880元”');
  expect(await secretary.says('发布1号方案：少修一段，预算880元')).toContain('方案已公示');

  const other = await aRound();
  await other.resident(20).says('1号我出880元');
  await other.until('2026-03-21T10:00:00+08:00');
  await other.role('cashier').says('1号收到1号楼3单元101 880元');
  expect(await other.role('grid_secretary').says('1号认筹作罢')).toContain('已经收到钱');
});

test('a failed round’s proposals are sentences that the bot takes as they stand', async () => {
  const grid = await aRound({
    fundingPlan: { sources: [{ source: 'residents', plannedFen: 100_000, evidence: null }] },
  });
  const secretary = grid.role('grid_secretary');
  await grid.resident(20).says('1号我出500元');
  await grid.until('2026-03-21T10:00:00+08:00');

  const ways = await secretary.says('1号缺口怎么办', { chat: 'single' });
  const sentences = [...ways.matchAll(/“(?<said>[^”]+)”/gu)].map(({ groups }) => groups?.['said'] ?? '');
  expect(sentences[0]).toBe('1号资金来源：居民众筹500元，政策奖补500元');
  expect(await secretary.says(sentences[0] ?? '')).toContain('合计1,000元');
  expect(await secretary.says((sentences[1] ?? '').replace('做什么', '修路'))).toContain('方案已公示');
});

test.each([
  ['voting', '1号认筹：截止4月20日，最低500元，每户最多100元', '不能再定认筹的最低额和每户上限了'],
  ['approved', '1号认筹：最低500元', '不能再定认筹的最低额和每户上限了'],
  ['pledging', '1号认筹：截止4月20日，最低500元', '不能再定认筹的最低额和每户上限了'],
  // Its end may be moved once the round is open.
  ['approved', '1号认筹：截止4月20日', '还不能改认筹期限'],
] as const)('in %s “%s” hears the same before and after the round begins: %s', async (state, words, hint) => {
  const grid = await aRound({ state, round: null });

  expect(await grid.role('grid_secretary').says(words)).toContain(hint);
});

test('who gives as much as one may hears it in private, and who gives less does not', async () => {
  const grid = await aRound({ round: { targetFen: 100_000, minimumFen: 80_000, capFen: 20_000 } });

  expect(await grid.resident(20).says('1号我出200元', { chat: 'single' })).toContain('每户最多200元，已经认满');
  expect(await grid.resident(21).says('1号我出100元', { chat: 'single' })).not.toContain('每户最多');
});

test('捐 is no part of the thing that is given', async () => {
  const grid = await aRound({ title: '屋顶做防水' });

  expect(await grid.resident(20).says('屋顶防水捐防水布3卷')).toContain('捐防水布，数量3');
});
