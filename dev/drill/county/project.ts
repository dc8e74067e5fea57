import { strict as assert } from 'node:assert';
import type { ProjectState } from '../../../src/domain/lifecycle.js';
import { summaryOf } from '../../../src/domain/funds/ledger.js';
import { castVote } from '../../../src/operations/poll/cast-vote.js';
import { pledgeMoney } from '../../../src/operations/pledge/pledge-money.js';
import { recordReceipt } from '../../../src/operations/funds/record-receipt.js';
import { Disclosure } from '../../../src/store/notice/disclosure.js';
import type { Unit } from '../../../src/store/engine/unit.js';
import type { Market } from './market.js';
import { type Town, yearEnd } from './town.js';

/** How far a project comes before the year is over. */
export type Fate = 'idea' | 'rejected' | 'works' | 'done';

export interface ProjectPlan {
  readonly title: string;
  readonly kind: '迫切需求类' | '轻量影响类' | '品质提升类';
  readonly budgetYuan: number;
  readonly fate: Fate;
  /** True where the works are planned to take all autumn. */
  readonly slow: boolean;
  /** True for the grid's key project of the year. */
  readonly isKey: boolean;
  /** The place in the roster of the first of the residents that carry it. */
  readonly first: number;
}

/** A project with what the charity fund gives to it, in yuan. */
interface Funded extends ProjectPlan {
  readonly fundYuan: number;
}

/** How many households promise and pay; each pays two shares of the residents' half. */
const payers = 60;
const sheets = ['plan', 'result', 'funds', 'final'];

/** One project from the first word as far as its fate lets it come, said to the bot by those whose part it is. */
export async function playProject(town: Town, market: Market, asked: ProjectPlan): Promise<void> {
  const plan = { ...asked, fundYuan: await fundShare(market, asked) };
  const no = await openTopic(town, plan);
  if (plan.fate === 'idea') return town.days(10);
  await publishPlan(town, no, plan);
  await decide(town, no, plan);
  if (plan.fate === 'rejected') return;
  await fund(town, no, plan);
  const team = await work(town, no, plan);
  if (team) await accept(town, no, team);
}

/** What the charity fund gives to a project of quality: all whole hundreds that it has, up to a quarter of the budget. */
async function fundShare(market: Market, { kind, budgetYuan }: ProjectPlan): Promise<number> {
  if (kind !== '品质提升类') return 0;
  return Math.min((await market.hundredsLeft()) * 100, budgetYuan / 4);
}

/** 分析选题: a resident speaks up, four others second it, the secretary sets the class and finds out who has to pay. */
async function openTopic(town: Town, { title, budgetYuan, kind, first }: ProjectPlan): Promise<number> {
  const proposer = town.resident(first).userid;
  const no = Number(/(\d+)号/u.exec(await town.says(proposer, `提案：${title}，预算${budgetYuan}元`, '号'))?.[1]);
  for (let index = 1; index <= 4; index += 1)
    await town.says(town.resident(first + index).userid, `附议${no}号`, '附议');
  await town.days(2);
  const secretary = town.holder('grid_secretary');
  await town.says(secretary, `${no}号定为${kind}`, kind.slice(0, 4));
  for (const [said, expected] of [
    [`${no}号责任核查`, '1'],
    ['6', ''],
    ['1998年建成，已过保修', ''],
  ] as const)
    await town.says(secretary, said, expected);
  return no;
}

/** 确定方案: team, schedule and sources of the money, the plan in the group and, a day or more later, on the board. */
async function publishPlan(
  town: Town,
  no: number,
  { title, budgetYuan, fundYuan, slow, first, isKey }: Funded,
): Promise<void> {
  const secretary = town.holder('grid_secretary');
  await town.days(1);
  const names = [10, 11, 12].map(index => town.resident(first + index).name);
  await town.says(secretary, `${no}号监管小组：${names.join('、')}`, '监管小组3人');
  await town.says(secretary, `${no}号工期：备料${town.dayAhead(38)}，施工${town.dayAhead(slow ? 75 : 48)}`, '工期');
  const half = budgetYuan / 2;
  const given = fundYuan > 0 ? `，慈善基金${fundYuan}元（基金${no}号决定）` : '';
  const subsidy = `奖补${half - fundYuan}元（批县财2026-${no}号）`;
  await town.says(secretary, `${no}号资金来源：居民${half}元，${subsidy}${given}`, '合计');
  await town.says(secretary, `发布${no}号方案：${title}，预算${budgetYuan}元`, `${budgetYuan.toLocaleString('en')}元`);
  if (isKey)
    await town.says(
      secretary,
      `${no}号定为2026年度攻坚项目：目标${title}，期限${town.dayAhead(80)}，牵头${town.resident(0).name}`,
      '攻坚',
    );
  await town.days(1);
  await postSheets(town);
}

/** The vote of all households, and the week in which its result may be objected to. */
async function decide(town: Town, no: number, { fate }: ProjectPlan): Promise<void> {
  await openPoll(town, no);
  const voters = town.plan.people.filter(() => town.chance(fate === 'rejected' ? 70 : 88));
  await town.inUnit(async unit => {
    for (const { userid } of voters) {
      const choice = town.chance(fate === 'rejected' ? 25 : 96) ? 'agree' : 'disagree';
      await castVote(unit, {
        ...(await asking(town, unit, userid)),
        no,
        choice,
        reason: undefined,
        random: n => town.bot.bytes(n),
      });
    }
  });
  await town.days(4);
  await postSheets(town);
  await reaches(town, no, fate === 'rejected' ? ['not_approved', 'quorum_failed'] : ['pledging']);
}

/** Once the plan has hung for its week; holidays make the week longer, and the bot says until when. */
async function openPoll(town: Town, no: number): Promise<void> {
  const leader = town.holder('building_leader');
  for (let day = 0; day < 25; day += 1) {
    await town.days(day === 0 ? 8 : 1);
    const said = await town.says(leader, `${no}号发起表决，3天后截止`, /表决已发起|公示要满|公示栏还没有照片/u);
    if (said.includes('表决已发起')) return;
    await postSheets(town);
  }
  throw new Error(`${town.plan.code}: the plan ${no} could not be put to the vote`);
}

/** Waits, a month at most, for what the clock brings: the end of a period that skips holidays, accounts that are due. */
async function reaches(town: Town, no: number, states: readonly ProjectState[]): Promise<void> {
  for (let day = 0; day < 31; day += 1) {
    const project = await town.inUnit(unit => unit.projects.byNo(no));
    if (project && states.includes(project.state)) return;
    await town.days(1);
    await postSheets(town);
  }
  throw new Error(`${town.plan.code}: project ${no} did not become ${states.join(' or ')}`);
}

/** Promises and receipts, the subsidy, and the bookkeeper's word that the bank has it all. */
async function fund(town: Town, no: number, { budgetYuan, fundYuan }: Funded): Promise<void> {
  const cashier = town.holder('cashier');
  const amountFen = (budgetYuan / 2 / payers) * 100;
  await town.inUnit(async unit => {
    for (let index = 0; index < payers; index += 1)
      await pledgeMoney(unit, {
        ...(await asking(town, unit, town.resident(index * 2).userid)),
        no,
        amountFen,
        replaces: false,
      });
  });
  await town.days(1);
  await town.inUnit(async unit => {
    for (let index = 0; index < payers; index += 1) {
      const { building, unit: entrance, room } = town.resident(index * 2);
      const payer = { said: '', building, unit: entrance, room };
      await recordReceipt(unit, {
        no,
        amountFen,
        payer,
        source: undefined,
      });
    }
  }, cashier);
  await town.says(cashier, `${no}号奖补资金到账${budgetYuan / 2 - fundYuan}元`, '凭证');
  if (fundYuan > 0) await town.says(cashier, `慈善基金拨付${no}号${fundYuan}元`, '凭证');
  const { pendingFen } = await town.inUnit(async unit => {
    const project = await unit.projects.byNo(no);
    assert(project, 'the project is there');
    return summaryOf(await unit.ledger.balances(project.id));
  });
  await town.says(town.holder('bookkeeper'), `${no}号对账无误，共${pendingFen / 100}元`, '对账完成');
  await town.days(1);
  await postSheets(town);
}

/** 推动实施: whoever is on duty looks each day, a fault is mended and looked at again, and each milestone is paid for. */
async function work(town: Town, no: number, { budgetYuan, first, fate }: ProjectPlan): Promise<string[] | null> {
  const secretary = town.holder('grid_secretary');
  const team = [10, 11, 12].map(index => town.resident(first + index).userid);
  const [one = '', two = ''] = team;
  await town.says(secretary, `${no}号进度：材料已进场，完成20%`, '20%');
  const isLate = town.chance(25);
  await lookDaily(town, no, team, 3);
  if (town.chance(40)) await mendFault(town, no, one, two);
  if (town.chance(8)) await stopWorks(town, no, one);
  await lookDaily(town, no, team, isLate ? 14 : 4);
  if (isLate) await dispatch(town, no);
  await reachAndPay(town, no, { name: '备料', share: budgetYuan * 0.6, inspector: one });
  await town.says(secretary, `${no}号进度：主体完成一半，完成60%`, '60%');
  await lookDaily(town, no, team, isLate ? 9 : 5);
  if (fate === 'works') return goOn(town, no, team);
  await reachAndPay(town, no, { name: '施工', share: budgetYuan * 0.4, inspector: two });
  await town.says(secretary, `${no}号进度：全部完工，完成100%`, '100%');
  return team;
}

/** Up to the end of the year: looked at daily, told of weekly, and not finished. Some stop telling. */
async function goOn(town: Town, no: number, team: readonly string[]): Promise<null> {
  for (let percent = 65; town.now < yearEnd; percent += 5) {
    await lookDaily(town, no, team, 5);
    if (percent < 100 && town.chance(85))
      await town.says(town.holder('grid_secretary'), `${no}号进度：收尾，完成${percent}%`, `${percent}%`);
  }
  return null;
}

/** On most workdays somebody of the team says what they saw. */
async function lookDaily(town: Town, no: number, team: readonly string[], days: number): Promise<void> {
  for (let day = 0; day < days && town.now < yearEnd; day += 1) {
    await town.days(1);
    if (town.chance(80))
      await town.says(team[day % team.length] ?? '', `${no}号巡查：材料堆放整齐，无安全隐患`, '巡查已记');
    await postSheets(town);
  }
}

/** 定期调度: what is late is given to somebody with a day, reported done with evidence, and checked by a second person. */
async function dispatch(town: Town, no: number): Promise<void> {
  const secretary = town.holder('grid_secretary');
  await town.says(secretary, '调度', /滞后|预警|超期|没有要调度/u);
  const owner = town.resident(13);
  const said = await town.says(
    secretary,
    `调度事项：${owner.name}${town.dayAhead(5)}前把${no}号缺的材料补齐`,
    '调度事项',
  );
  const action = /事项(\d+)/u.exec(said)?.[1];
  await town.days(town.chance(70) ? 2 : 6);
  await town.says(owner.userid, `销号${action}：材料已补齐，单据在公示栏`, '第二个人');
  if (town.chance(90)) await town.says(town.holder('building_leader'), `销号${action}核实`, '销号');
}

async function mendFault(town: Town, no: number, one: string, two: string): Promise<void> {
  const said = await town.says(one, `${no}号限期整改：今天巡查，水泥标号不对`, '整改');
  const finding = /整改(\d+)/u.exec(said)?.[1];
  await town.days(2);
  await town.says(town.holder('contractor'), `整改${finding}完成`, '复查');
  await town.days(1);
  await town.says(two, `复查${finding}通过`, '通过');
}

async function stopWorks(town: Town, no: number, inspector: string): Promise<void> {
  await town.says(inspector, `${no}号叫停：电线裸露，先断电`, '停');
  await town.days(town.chance(50) ? 2 : 5);
  await town.says(inspector, `${no}号复工`, '复工');
}

async function reachAndPay(
  town: Town,
  no: number,
  { name, share, inspector }: { name: string; share: number; inspector: string },
): Promise<void> {
  const secretary = town.holder('grid_secretary');
  await town.says(secretary, `${no}号节点完成：${name}`, name);
  await town.says(inspector, `${no}号节点验收：${name}`, name);
  const leader = town.holder('building_leader');
  await town.sendsPicture(leader, '发票');
  const said = await town.says(leader, `${no}号申请支出${share}元：${name}款`, '支出申请');
  const request = /支出申请(\d+)/u.exec(said)?.[1];
  await town.says(town.holder('bookkeeper'), `核对申请${request}`, '核对');
  for (const approver of [secretary, town.holder('community_secretary')])
    await town.says(approver, `批准申请${request}`, '批准');
  await town.says(inspector, `申请${request}无异议`, '');
  await town.days(2);
  await town.says(town.holder('cashier'), `${no}号支出${share}元，${name}款`, '凭证');
}

/** 验收成果: the team signs, residents rate, the accounts close to the cent and hang on the board. */
async function accept(town: Town, no: number, team: readonly string[]): Promise<void> {
  await town.days(2);
  for (const userid of team) await town.says(userid, `${no}号验收合格`, /验收|合格/u);
  for (let index = 40; index < 48; index += 1)
    await town.says(town.resident(index).userid, `给${no}号打${town.chance(80) ? 5 : 4}分`, '分');
  for (const days of [2, 2, 3, 7]) {
    await town.days(days);
    await postSheets(town);
  }
}

/** The leader hangs up what the group has and the board does not; now and then that is left for the next time. */
async function postSheets(town: Town): Promise<void> {
  if (town.chance(12)) return;
  const { id } = town.grid;
  const waiting = await town.inUnit(unit =>
    unit.manager.find(Disclosure, { where: { gridId: id }, order: { no: 'ASC' } }),
  );
  const leader = town.holder('building_leader');
  for (const { no, kind, boardAt } of waiting) {
    if (boardAt || !sheets.includes(kind)) continue;
    await town.sendsPicture(leader, `公示栏${no}`);
    await town.says(leader, `第${no}号公示已张贴，东门公示栏`, '照片会出现', true);
  }
}

/** Who asks an operation for something now. Ballots and receipts enter by the operations themselves, a poll or a round a unit. */
async function asking(town: Town, unit: Unit, userid: string) {
  town.bot.messages += 1;
  const member = await unit.members.view(userid);
  return { member, now: town.now };
}
