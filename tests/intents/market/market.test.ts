import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import type { RoleId } from '../../../src/domain/permissions.js';
import { rateOf } from '../../../src/language/values/percent.js';
import { readAgreement, readOwner } from '../../../src/language/values/money/market-forms.js';
import { anAgreement, aShare } from '../../support/market.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { anOwnersResult, aProject, received, reconciles, theProject } from '../../support/works.js';

const privately = { chat: 'single' } as const;
const form = '空间1，惠民理发店，按收入8%，保底200元，2026年3月1日到2027年2月28日';

test.each([
  ['业主共有（3号表决）', 'owners/3号表决'],
  ['业主共有', 'owners/'],
  ['业主的共有部分(3号表决)', 'owners/3号表决'],
  ['居委会所有（居委会2月3日会议决定）', 'committee/居委会2月3日会议决定'],
  ['公有（街道同意书2026-5号）', 'public/街道同意书2026-5号'],
])('“%s” says whose a space is', (said, read) => {
  const owner = readOwner(said);
  expect(`${owner?.ownership}/${owner?.consent ?? ''}`).toBe(read);
});

test.each(['物业', '我们家', '业主共有3号表决', ''])('“%s” names no owner', said => {
  expect(readOwner(said)).toBeNull();
});

test('an agreement is read in any order of its parts', () => {
  expect(
    readAgreement('２０２６年3月1日至2026年12月31日,空间2租给惠民理发店，联系人：李四，按利润12.5%，按季申报'),
  ).toMatchObject({
    space: 2,
    operator: '惠民理发店',
    basis: 'profit',
    rate: '12.5%',
    minFen: 0,
    cycle: 'quarter',
    contact: '李四',
  });
  expect(readAgreement('空间1，早点铺，每期固定1,300元，收益进慈善基金（3号表决）')).toMatchObject({
    basis: 'fixed',
    minFen: 130_000,
    destination: { to: 'fund', consent: '3号表决' },
  });
});

test('an agreement in the words of a day', () => {
  expect(
    readAgreement(
      '空间1租给惠民理发店，按收入百分之八，保底两百，2026年4月1号到2027年3月31号，联系人李四，收益进慈善基金（3号表决）',
    ),
  ).toMatchObject({ space: 1, operator: '惠民理发店', basis: 'revenue', minFen: 20_000, contact: '李四' });
  expect(['百分之八', '百分之十二', '百分之8'].map(rateOf)).toEqual([800, 1200, 800]);
  expect(rateOf('百分之两百')).toBeNull();
});

/** A vote of the owners on letting a part of what they own. */
const letting = { question: '架空层租出去', track: 'owners_major' } as const;

/** Space 1 is the committee's and may be let, 2 nobody's yet, 3 the owners' without their vote. */
async function spaces(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-02-26T10:00:00+08:00' });
  const secretary = grid.role('grid_secretary');
  await secretary.says('闲置空间：邻里驿站东间，居委会所有（居委会2月3日会议决定）');
  await secretary.says('闲置空间：北门门房');
  await secretary.says('闲置空间：3号楼架空层，业主共有');
  return grid;
}

test.each([
  ['a rate of 101 %', form.replace('8%', '101%'), '“101%”不能作分成比例'],
  ['a rate below nothing', form.replace('8%', '-8%'), '不能作分成比例'],
  ['a rate of three decimals', form.replace('8%', '8.125%'), '不能作分成比例'],
  ['no share', form.replace('按收入8%，', ''), '没有写怎么分成'],
  ['no operator', form.replace('惠民理发店，', ''), '没有写经营方'],
  ['no days', form.replace('，2026年3月1日到2027年2月28日', ''), '起止日不对'],
  ['an end before the beginning', form.replace('2027年2月28日', '2026年2月27日'), '起止日不对'],
  ['a day that does not exist', form.replace('2027年2月28日', '2027年2月30日'), '起止日不对'],
  ['an end that is over', form.replace('2026年3月1日到2027年2月28日', '2025年3月1日到2025年12月31日'), '起止日不对'],
  ['two operators', form.replace('惠民理发店', '惠民理发店，早点铺'), '没看懂协议'],
  ['a guarantee that is no sum', form.replace('200元', '几百元'), '没看懂协议里的“保底几百元”'],
  ['a guarantee beyond all measure', form.replace('200元', '10000000.01元'), '不能超过10,000,000元'],
  ['a space that is not there', form.replace('空间1', '空间9'), '没有空间9'],
  ['a space that is nobody’s', form.replace('空间1', '空间2'), '空间2还没写归谁，不能出租'],
  ['an owners’ part without their vote', form.replace('空间1', '空间3'), '要有业主表决'],
  ['income for owners of what is not theirs', `${form}，收益归业主`, '不是业主共有'],
  ['somebody unknown', `${form}，联系人查无此人`, '查无此人'],
])('an agreement with %s is refused, and nothing is kept', async (_, said, sentence) => {
  const grid = await spaces();
  const deeds = await grid.journal();

  expect(await grid.role('grid_secretary').says(`公益协议：${said}`)).toContain(sentence);

  expect(await grid.journal()).toEqual(deeds);
  expect(await grid.inUnit(unit => unit.market.agreements())).toEqual([]);
});

test.each([
  ['that is not there', {}, 9],
  ['that did not pass', { result: { passed: false } }, 4],
  ['still open', { closedAt: null, result: null }, 4],
  ['whose result is in review', { reviewEndsAt: new Date('2026-03-05T00:00:00+08:00') }, 4],
  ['of households', { track: 'residents_meeting' }, 4],
  ['on another matter', { matter: 'use_fund' }, 4],
])(
  'an owners’ part is not let on a vote %s',
  async (_, { matter = 'change_use', ...vote }: Record<string, unknown>, no) => {
    const grid = await spaces();
    const project = await aProject(grid, { matter: matter as 'change_use' });
    await anOwnersResult(grid, 4, { ...letting, projectId: project.id, ...vote });

    expect(await grid.role('grid_secretary').says(`空间3归业主共有（${no}号表决）`)).toContain(`${no}号不是已经通过`);
    expect((await grid.inUnit(unit => unit.market.spaceByNo(3)))?.consent).toBeNull();
  },
);

test('what owners’ parts earn is the owners’, apart from the fund, unless they voted to give it', async () => {
  const grid = await spaces();
  const secretary = grid.role('grid_secretary');
  const project = await aProject(grid, { matter: 'change_use', fundingClass: 'urgent', state: 'collecting' });
  await anOwnersResult(grid, 4, { ...letting, projectId: project.id });
  await secretary.says('空间3归业主共有（4号表决）');
  const said = `公益协议：${form.replace('空间1', '空间3')}`;

  expect(await secretary.says(`${said}，收益进慈善基金`)).toContain('请写明业主表决的号');
  expect(await secretary.says(`${said}，收益进慈善基金（8号表决）`)).toContain('8号不是已经通过');
  expect(await secretary.says(said)).toContain('分成进业主公共收益');
  grid.now = new Date('2026-04-02T10:00:00+08:00');
  await aShare(grid, '3月', 80_000);

  const shown = await secretary.says('公益市场');
  expect(shown).toContain('慈善基金结余0元，另有业主公共收益800元');
  // It goes into a project only by an owners' vote, and not as the fund's.
  expect(await grid.role('cashier').says('公共收益拨付1号500元')).toContain('没有写公共收益和业主表决');
  await grid.inUnit(async unit => {
    const sources = [{ source: 'public_revenue' as const, plannedFen: 300_000, evidence: '4号表决' }];
    await unit.projects.keep(
      Object.assign(await unit.projects.byNo(1).then(one => one ?? project), { fundingPlan: { sources } }),
    );
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  expect(await grid.role('cashier').says('公共收益拨付1号800.01元')).toContain('业主公共收益只有800元');
  expect(await grid.role('cashier').says('公共收益拨付1号500元')).toContain('业主公共收益还有300元');
  const lines: string[] = [];
  await verify(grid.store, line => lines.push(line));
  expect(lines.join('\n')).toContain('market: 1 agreements, 80000 fen of shares are what the fund got');
});

test('a space is let to one operator at a time, and taken back early with what was earned until then', async () => {
  const grid = await spaces();
  const secretary = grid.role('grid_secretary');
  await secretary.says(`公益协议：${form}`);

  expect(await secretary.says(`公益协议：${form.replace('惠民理发店', '早点铺')}`)).toContain(
    '已按公益协议1租到2027年2月28日',
  );
  expect(await secretary.says('公益协议1终止：经营方退租')).toContain('从2026年3月1日才开始');
  grid.now = new Date('2026-03-10T10:00:00+08:00');
  expect(await secretary.says('公益协议1终止：经营方退租')).toContain('到3月10日终止');
  expect(await secretary.says('公益协议1终止：经营方退租')).toContain('已经结束了');
  grid.now = new Date('2026-03-12T10:00:00+08:00');
  expect(await grid.role('grid_worker').says('公益协议1申报3月收入3000元', privately)).toContain('应交240元');
  expect(await secretary.says('公益协议：空间1，早点铺，每期固定300元，2026年3月15日到2026年12月31日')).toContain(
    '公益协议2已登记',
  );
});

test.each<readonly [RoleId, string, string]>([
  ['grid_worker', '公益协议9申报3月收入3000元', '没有公益协议9'],
  ['grid_worker', '公益协议1申报2月收入3000元', '没有“2月”这一期'],
  ['grid_worker', '公益协议1申报4月收入3000元', '2026年4月要到2026年4月30日结束'],
  ['grid_worker', '公益协议1申报3月收入几千元', '准数'],
  ['grid_worker', '公益协议1申报3月收入30.005元', '小数点后最多两位'],
  ['grid_worker', '公益协议1申报3月收入10000000.01元', '不能超过'],
  ['partner', '公益协议1申报3月收入3000元', '不是您经营的'],
  ['partner', '公益协议1', '不是您经营的'],
  ['cashier', '公益协议1的3月分成到账240元', '还没申报'],
  ['bookkeeper', '慈善基金对账无误，共240元', '没有等待对账的收款'],
  ['bookkeeper', '慈善基金对账', '没有等待对账的收款'],
  ['cashier', '慈善基金拨付1号500元', '慈善基金的钱用在品质提升类的项目上'],
  ['cashier', '慈善基金拨付2号500元', '没有写慈善基金和它的决定'],
  ['cashier', '慈善基金拨付3号500元', '社区慈善基金只有0元'],
  ['cashier', '慈善基金拨付9号500元', '9号'],
  ['cashier', '3号慈善基金到账500元', '慈善基金拨付3号5000元'],
])('the %s says “%s” and hears: %s', async (role, said, sentence) => {
  const grid = await aNeighbourhood({ now: '2026-04-02T10:00:00+08:00' });
  await anAgreement(grid);
  const plan = (evidence: string | null) => ({
    sources: [{ source: 'charity_fund' as const, plannedFen: 300_000, evidence }],
  });
  await aProject(grid, { fundingClass: 'urgent', fundingPlan: plan('基金2号决定') });
  await aProject(grid, { fundingClass: 'quality', fundingPlan: plan(null) });
  await aProject(grid, { fundingClass: 'quality', fundingPlan: plan('基金2号决定') });
  const deeds = await grid.journal();

  expect(await grid.role(role).says(said, privately)).toContain(sentence);

  expect(await grid.journal()).toEqual(deeds);
});

test('a share is paid in parts, never above what is due, by somebody else than who declared it; what is declared anew does not undercut it', async () => {
  const grid = await aNeighbourhood({ now: '2026-04-02T10:00:00+08:00' });
  await anAgreement(grid);
  const [worker, cashier, bookkeeper] = [grid.role('grid_worker'), grid.role('cashier'), grid.role('bookkeeper')];
  await worker.says('公益协议1申报3月收入10000元', privately);

  expect(await cashier.says('公益协议1的3月分成到账500元')).toContain('还差300元');
  expect(await cashier.says('公益协议1的3月分成到账300.01元')).toContain('只差300元');
  expect(await worker.says('公益协议1申报3月收入5000元', privately)).toContain('已经收了500元');
  expect(await worker.says('公益协议1申报3月收入9000元', privately)).toContain('应交720元');
  await cashier.says('公益协议1的3月分成到账220元');
  expect(await bookkeeper.says('慈善基金对账无误，共700元')).toContain('等待对账的是720元');
  expect(await bookkeeper.says('慈善基金对账无误，共720元')).toContain('2笔，共720元');
  expect(await cashier.says('公益协议1的3月分成到账1元')).toContain('已经交清');

  // A receipt that was booked wrongly is taken back, and the share is open again.
  expect(await cashier.says('冲销凭证2：记错了')).toContain('已冲销第2号凭证220元');
  expect(await worker.says('公益市场')).toContain('应交720元，已收500元');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('nobody declares what they then book', async () => {
  const grid = await aNeighbourhood({ now: '2026-04-02T10:00:00+08:00' });
  await anAgreement(grid);
  const cashier = grid.role('cashier');
  const { id } = await grid.inUnit(unit => unit.members.view(cashier.userid));
  await grid.inUnit(async unit => {
    const figures = { agreementId: 1, period: '2026-03', baseFen: 1_000_000, dueFen: 80_000 };
    await unit.market.declare({ ...figures, declaredById: id, declaredAt: grid.now });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await cashier.says('公益协议1的3月分成到账800元')).toContain('请另一位出纳');
});

test('what the fund gave comes back to it when the receipt is taken back, or the project is given up', async () => {
  const grid = await aNeighbourhood({ now: '2026-04-02T10:00:00+08:00' });
  await anAgreement(grid);
  await aShare(grid, '3月', 80_000);
  const sources = [{ source: 'charity_fund' as const, plannedFen: 60_000, evidence: '基金2号决定' }];
  const plan = { fundingClass: 'quality' as const, budgetFen: 60_000, fundingPlan: { sources } };
  await aProject(grid, { ...plan, state: 'collecting' });
  const cashier = grid.role('cashier');
  const left = async (): Promise<string> => /慈善基金结余(\S+元)/u.exec(await cashier.says('慈善基金余额'))?.[1] ?? '';

  expect(await cashier.says('慈善基金拨付1号500元')).toContain('还有300元');
  const voucher = /第(\d+)号凭证/u.exec(cashier.last.text)?.[1];
  await cashier.says(`冲销凭证${voucher}：拨错了`);
  expect(await left()).toBe('800元');

  await cashier.says('慈善基金拨付1号600元');
  await reconciles(grid, 1);
  expect(await left()).toBe('200元');
  const community = grid.role('community_secretary');
  await community.says('1号终止：不办了');
  await community.says('是');
  expect((await theProject(grid, 1)).state).toBe('cancelled');
  expect(await cashier.says('1号退回原渠道600元')).toContain('600元');
  expect(await left()).toBe('800元');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('what a project hands to the charity fund stands in its book once reconciled, and pays for the next one', async () => {
  const grid = await aNeighbourhood({ now: '2026-04-02T10:00:00+08:00' });
  await anAgreement(grid);
  await aShare(grid, '3月', 80_000);
  const done = await aProject(grid, { state: 'settlement_published', surplusTo: 'charity_fund', settledAt: grid.now });
  await received(grid, done, { fen: 30_000, householdId: 1 });
  const sources = [{ source: 'charity_fund' as const, plannedFen: 110_000, evidence: '基金2号决定' }];
  await aProject(grid, { fundingClass: 'quality', budgetFen: 110_000, fundingPlan: { sources }, state: 'collecting' });
  const cashier = grid.role('cashier');

  expect(await cashier.says('1号余款转出300元')).toContain('社区慈善基金');
  expect(await cashier.says('慈善基金拨付2号1100元')).toContain('社区慈善基金只有800元');
  expect(await cashier.says('公益市场')).toContain('慈善基金结余800元，待对账300元');
  const entries = await grid.inUnit(unit => unit.ledger.all());
  const surplus = entries.findLast(({ projectId }) => projectId < 0);
  expect(await cashier.says(`冲销凭证${surplus?.no}：记错了`)).toContain('不能直接冲销');
  expect(await grid.role('bookkeeper').says('慈善基金对账无误，共300元')).toContain('慈善基金结余1,100元');
  expect(await cashier.says('慈善基金拨付2号1100元')).toContain('社区慈善基金还有0元');
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
});

test('figures stay between the operator and who keeps the books; the group and the board read due and received', async () => {
  const grid = await aNeighbourhood({ now: '2026-04-02T10:00:00+08:00' });
  const operator = grid.role('partner');
  const { id: contactId } = await grid.inUnit(unit => unit.members.view(operator.userid));
  await anAgreement(grid, { contactId });

  expect(await operator.says('公益协议1申报3月收入12345元')).toContain('商业秘密');
  expect(await operator.says('公益协议1')).toContain('只在私聊里看');
  await operator.says('公益协议1申报3月收入12345元', privately);
  expect(await operator.says('公益协议1', privately)).toContain('3月申报12,345元');
  expect(await grid.role('bookkeeper').says('公益协议1', privately)).toMatch(/按收入8%，保底200元，按月；\S+登记/u);
  expect(await grid.resident(50).says('公益协议1', privately)).toContain('不是您经营的');
  const shown = await grid.resident(50).says('公益市场');
  expect(shown).toContain('2026年3月：应交987.60元，已收0元，4月20日前交');
  expect(shown).not.toMatch(/12,?345|8%|保底/u);
});

test('a neighbour who is named the contact declares, and nobody else who only lives here', async () => {
  const grid = await spaces();
  const [operator, other] = [grid.resident(40), grid.resident(41)];
  await grid.role('grid_secretary').says(`公益协议：${form}，联系人${operator.name}`);
  expect(await grid.postsTo(operator.userid)).toContainEqual(
    expect.stringMatching(/您是联系人。每月过完，请在私聊里发送“公益协议1申报3月收入12000元”/u),
  );
  await grid.until('2026-04-02T10:00:00+08:00');

  expect(await other.says('公益协议1申报3月收入12000元', privately)).toContain('不是您经营的');
  expect(await operator.says('公益协议1申报3月收入12000元', privately)).toContain('应交960元');
  expect(await operator.says('公益协议1', privately)).toContain('3月申报12,000元');
});

test('the days of a letting are told as people say them', async () => {
  const grid = await spaces();
  const secretary = grid.role('grid_secretary');
  const agreed = await secretary.says(`公益协议：${form}`);
  const again = await secretary.says(`公益协议：${form}`);
  const early = await secretary.says('公益协议1终止：经营方退租');
  await grid.until('2026-04-11T10:00:00+08:00');
  const told = (await grid.postsTo(secretary.userid)).filter(text => text.includes('公益市场逾期'));
  const ended = await secretary.says('公益协议1终止：经营方退租');

  expect(agreed).toContain('租给惠民理发店，3月1日到2027年2月28日');
  expect(again).toContain('租到2027年2月28日，日期不能重叠');
  expect(early).toContain('从2026年3月1日才开始');
  expect(told[0]).toContain('没有申报，应在4月10日前');
  expect(ended).toContain('公益协议1到4月11日终止');
});

test('late shares are listed each morning once, and the operator is reminded the first time and every seventh day', async () => {
  const grid = await aNeighbourhood({ now: '2026-04-11T08:35:00+08:00' });
  const operator = grid.role('partner');
  const { id: contactId } = await grid.inUnit(unit => unit.members.view(operator.userid));
  await anAgreement(grid, { contactId });
  const heard = async (): Promise<string[]> =>
    (await grid.postsTo(operator.userid)).filter(text => text.startsWith('提醒：公益协议1'));
  const listed = async (): Promise<string[]> =>
    (await grid.postsTo(grid.role('bookkeeper').userid)).filter(text => text.includes('公益市场逾期'));

  for (let day = 11; day <= 25; day += 1) {
    grid.now = new Date(`2026-04-${day}T08:35:00+08:00`);
    await grid.scheduler.run('list-late-shares');
    await grid.scheduler.run('list-late-shares');
  }

  expect(await listed()).toHaveLength(15);
  expect((await listed())[0]).toContain('惠民理发店 2026年3月：没有申报，应在4月10日前');
  expect(await heard()).toHaveLength(3);
  // Somebody who is no secretary and no accountant hears nothing of it.
  expect(await grid.postsTo(grid.resident(50).userid)).toEqual([]);
});
