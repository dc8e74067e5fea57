import { expect, onTestFinished, test } from 'vitest';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { Project } from '../../src/store/proposal/project.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { offices } from '../support/offices.js';
import { type Shown, Wire } from '../support/wire.js';
import { aProject, received } from '../support/works.js';

const { secretary, community, leader, cashier, bookkeeper, supervisors } = offices;
const [supervisor = ''] = supervisors;
const worker = 'r007';
/** A neighbour without any office. */
const neighbour = 'r051';

async function aWire(now = '2026-03-02T10:00:00+08:00'): Promise<Wire> {
  const wire = await Wire.open('sqlite::memory:', now);
  onTestFinished(() => wire.close());
  return wire;
}

/** Works with money and a request for a payment of 600 yuan, which the leader has asked for. */
async function aRequest(): Promise<Wire> {
  const wire = await aWire();
  const project = await aProject(wire.grid, { state: 'in_progress', budgetFen: 300_000 });
  await received(wire.grid, project, { fen: 300_000, source: 'subsidy' });
  await wire.sends(leader, '发票');
  expect((await wire.asks(leader, '1号申请支出600元：灯泡二十只，付给宏达照明公司')).text).toContain('支出申请1已提交');
  return wire;
}

async function aCheckedRequest(): Promise<Wire> {
  const wire = await aRequest();
  await wire.asks(bookkeeper, '核对申请1');
  return wire;
}

async function anApprovedRequest(): Promise<Wire> {
  const wire = await aCheckedRequest();
  await wire.asks(community, '批准申请1');
  await wire.until('2026-03-04T10:00:00+08:00');
  return wire;
}

async function aReceipt(): Promise<Wire> {
  const wire = await aWire();
  await aProject(wire.grid, { state: 'collecting', budgetFen: 60_000 });
  expect((await wire.asks(cashier, '1号奖补资金到账600元')).text).toContain('600元');
  return wire;
}

async function finishedWorks(): Promise<Wire> {
  const wire = await aWire();
  await aProject(wire.grid, { state: 'completed_pending_acceptance', percent: 100 });
  return wire;
}

async function aPaperBallot(): Promise<Wire> {
  const wire = await aWire('2026-03-18T09:00:00+08:00');
  await aProject(wire.grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  await wire.says(leader, '1号发起表决，3天后截止');
  await wire.sends(leader, '纸票');
  expect((await wire.asks(leader, '1号纸票：2号楼3单元101 同意')).text).toContain('编号1');
  return wire;
}

async function aNewcomer(): Promise<Wire> {
  const wire = await aWire();
  const { building, unit, room, name } = sampleResidents()[33] ?? expect.fail('the sample is too small');
  expect((await wire.says('newcomer', `我是${building}号楼${unit}单元${room}的${name}`)).text).toContain('楼长');
  return wire;
}

async function points(): Promise<Wire> {
  const wire = await aWire();
  await wire.grid.inUnit(async unit => {
    const { id } = await unit.members.view(neighbour);
    const entry = { behaviour: 'lead', points: 20, score: 20, about: 'given', at: wire.clock.now } as const;
    await unit.credit.add({ memberId: id, ...entry });
    unit.journal.add('story', { by: 'operator', at: wire.clock.now });
  });
  return wire;
}

interface Tap {
  readonly what: string;
  readonly given: () => Promise<Wire>;
  /** Who gets the card, by which words, and which of its buttons they press; then what the card asks for. */
  readonly who: string;
  readonly says: string;
  readonly button: string;
  readonly answers?: string;
  readonly typed?: string;
  /** Somebody else, to whom the card was never sent. */
  readonly other: string;
  readonly deed: string;
  /** What stands beside the button before it is pressed: nobody says yes to a number. */
  readonly shows?: string;
}

const payment = '600元给宏达照明公司';

const taps: readonly Tap[] = [
  {
    what: 'a payment is checked',
    given: aRequest,
    who: bookkeeper,
    button: '核对支出申请1',
    other: cashier,
    deed: 'spend.check',
    shows: payment,
  },
  {
    what: 'a payment is approved',
    given: aCheckedRequest,
    who: community,
    button: '批准支出申请1',
    other: leader,
    deed: 'spend.approve',
    shows: payment,
  },
  {
    what: 'a payment is held',
    given: aCheckedRequest,
    who: supervisor,
    button: '暂缓支出申请1',
    typed: '数量不对',
    other: cashier,
    deed: 'spend.hold',
    shows: payment,
  },
  {
    what: 'a payment is sent back',
    given: aCheckedRequest,
    who: bookkeeper,
    button: '退回支出申请1',
    typed: '数量不对',
    other: cashier,
    deed: 'spend.refuse',
    shows: payment,
  },
  {
    what: 'a payment is made',
    given: anApprovedRequest,
    who: cashier,
    button: '付款：支出申请1',
    other: bookkeeper,
    deed: 'funds.spend',
    shows: payment,
  },
  {
    what: 'receipts are reconciled',
    given: aReceipt,
    who: bookkeeper,
    button: '对账，待核',
    other: cashier,
    deed: 'funds.reconcile',
    shows: '600元',
  },
  {
    what: 'works are accepted',
    given: finishedWorks,
    who: supervisor,
    button: '验收',
    answers: '合格',
    other: secretary,
    deed: 'project.accept',
  },
  {
    what: 'a paper ballot is checked',
    given: aPaperBallot,
    who: worker,
    says: '看纸票1',
    button: '一致',
    other: leader,
    deed: 'paper.check',
  },
  {
    what: 'a newcomer is bound',
    given: aNewcomer,
    who: 'r031',
    button: '2号楼有人申请',
    other: leader,
    deed: 'member.confirm',
  },
  {
    what: 'points are redeemed',
    given: points,
    who: neighbour,
    says: '积分能换啥',
    button: '换抽纸',
    answers: '是',
    other: 'r052',
    deed: 'credit.redeem',
  },
].map(tap => ({ says: '待办', ...tap }));

/** Presses the first button that holds the words, in private. */
async function press(wire: Wire, userid: string, { card }: Shown, words: string): Promise<Shown> {
  const button = card?.button_list?.find(({ text }) => text.replace(/^\d+ /u, '').startsWith(words.slice(0, 6)));
  if (!card || !button) throw new Error(`no “${words}” among ${JSON.stringify(card?.button_list)}`);
  const template_card_event = { card_type: card.card_type, event_key: button.key, task_id: card.task_id };
  const event = { eventtype: 'template_card_event', template_card_event };
  return wire.deliver(userid, { msgtype: 'event', event }, { chat: 'single' });
}

test.each(taps)(
  '$what by one tap of who it is for: of nobody else, not twice, and not by a card from before',
  async tap => {
    const { given, who, says, button, answers, typed, other, deed, shows = '' } = tap;
    const wire = await given();
    const count = () => wire.store.dataSource.manager.countBy(JournalLine, { deed });
    const does = async (card: Shown): Promise<string> => {
      let said = await press(wire, who, card, button);
      const asked = said;
      if (answers !== undefined && (await count()) === 0) {
        said = await press(wire, who, asked, answers);
        // Touched twice, it is heard once.
        await press(wire, who, asked, answers);
      }
      if (typed !== undefined) said = await wire.asks(who, typed);
      // Typed words are read back once before they are booked.
      if (typed !== undefined && JSON.stringify(said).includes('您是要')) said = await wire.asks(who, '是');
      return JSON.stringify(said);
    };
    const before = await wire.asks(who, says);
    const card = await wire.asks(who, says);
    expect(JSON.stringify(card)).toContain(shows);

    expect(await press(wire, other, card, button)).toEqual({ text: '' });
    expect(await count()).toBe(0);
    const done = await does(card);
    expect(await count(), done).toBe(1);
    // Pressed again, and on the card from before: what was done stands, and nothing is done.
    const [again, late] = [await does(card), await does(before)];

    expect(await count()).toBe(1);
    for (const said of [again, late]) expect(said).toMatch(/没有|不能|已经|不用|还办不了|您是要|请问/u);
  },
);

test('a card of money from before another plan does nothing and shows how it stands', async () => {
  const wire = await aReceipt();
  const card = await wire.asks(bookkeeper, '待办');
  await wire.store.dataSource.manager.update(Project, { no: 1 }, { planVersion: 7 });

  expect(JSON.stringify(await press(wire, bookkeeper, card, '对账'))).toContain('这是以前的卡片，没有记');
  expect(await wire.store.dataSource.manager.countBy(JournalLine, { deed: 'funds.reconcile' })).toBe(0);
});

/** Two payments that wait for the bookkeeper. */
async function twoRequests(): Promise<Wire> {
  const wire = await aRequest();
  await wire.sends(leader, '发票二');
  await wire.asks(leader, '1号申请支出80元：胶带，付给张记五金');
  return wire;
}

test('the card that follows a deed says above its buttons what each of them pays, and to whom', async () => {
  const wire = await twoRequests();

  const { card } = await wire.asks(bookkeeper, '核对申请1');

  expect(JSON.stringify(card?.horizontal_content_list)).toContain('核对支出申请2，80元给张记五金');
  expect(card?.button_list?.[0]?.text).toBe('1 核对支出申请2');
  await press(wire, bookkeeper, { text: '', ...(card && { card }) }, '核对支出申请2');
  expect(await wire.store.dataSource.manager.countBy(JournalLine, { deed: 'spend.check' })).toBe(2);
});

test('which payment is meant is asked with the sum and the payee of each that waits, and tapped', async () => {
  const wire = await twoRequests();

  const asked = await wire.asks(bookkeeper, '核对支出申请');

  expect(asked.text).toContain('申请1：1号「装路灯」核对支出申请1，600元给宏达照明公司');
  expect(asked.text).toContain('申请2：1号「装路灯」核对支出申请2，80元给张记五金');
  // It was said loosely, so it is read back, and again not by its number alone.
  const read = await press(wire, bookkeeper, asked, '申请2');
  expect(JSON.stringify(read)).toContain('申请2：80元，付给张记五金，用于胶带');
  expect(JSON.stringify(await press(wire, bookkeeper, read, '是'))).toContain('支出申请2已核对');
});

test('a person who is paid is not named whole: in the list, the question, the read-back and what is asked about a payment', async () => {
  const wire = await aRequest();
  await wire.sends(leader, '发票三');
  await wire.asks(leader, '1号申请支出80元：修门，付给王小明');

  // The notice that waits for the bookkeeper, who holds it against the invoice, names the payee whole.
  await wire.asks(bookkeeper, '待办');
  const list = await wire.asks(bookkeeper, '待办');
  const asked = await wire.asks(bookkeeper, '核对支出申请');
  const read = await press(wire, bookkeeper, asked, '申请2');
  const told = [await wire.says(neighbour, '支出申请'), await wire.says(neighbour, '申请2到哪一步了')];

  expect(JSON.stringify(read)).toContain('申请2：80元，付给王＊＊，用于修门');
  for (const shown of [list, asked, read, ...told]) {
    expect(JSON.stringify(shown)).not.toContain('王小明');
    expect(JSON.stringify(shown)).toContain('80元');
  }
});
