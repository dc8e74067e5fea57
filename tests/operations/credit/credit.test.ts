import { expect, onTestFinished, test } from 'vitest';
import { award } from '../../../src/operations/credit/award-points.js';
import { redeemReward } from '../../../src/operations/credit/redeem-reward.js';
import { stockCatalogue } from '../../../src/operations/credit/stock-catalogue.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { rewardDefaults } from '../../../src/domain/credit/reward-defaults.js';
import type { Member } from '../../../src/store/people/member.js';
import type { Store } from '../../../src/store/engine/store.js';
import type { Unit } from '../../../src/store/engine/unit.js';
import { anEmptyGrid, inGrid } from '../../support/board-story.js';
import { aStore } from '../../support/store.js';

const now = new Date('2026-03-02T10:00:00+08:00');
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

/** A grid with a stocked catalogue and two households of one member each. */
async function aGrid() {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());
  await anEmptyGrid(store, now);
  await inGrid(store, async unit => {
    for (const room of ['101', '102']) await settle(unit, room);
    await stockCatalogue(unit);
    unit.journal.add('story', { by: 'operator', at: now });
  });
  return store;
}

async function settle(unit: Unit, room: string): Promise<Member> {
  const gridId = unit.grid.id;
  const home = {
    gridId,
    building: '1',
    unit: '1',
    room,
    areaCentiM2: 9_000,
    owners: ['李芳'],
    userids: [room],
    phone: null,
  };
  const household = await unit.members.keepHousehold(home);
  const person = {
    gridId,
    userid: room,
    name: '李芳',
    householdId: household.id,
    askedHouseholdId: null,
    boundAt: now,
    creditSince: now,
  };
  return unit.members.keep(person);
}

/** Gives points through supervision shifts, two a day, and returns the member's id. */
async function earn(store: Store, userid: string, points: number): Promise<void> {
  await inGrid(store, async unit => {
    const { id } = await unit.members.view(userid);
    await unit.credit.add({ memberId: id, behaviour: 'lead', points, about: `given:${points}`, at: now });
    unit.journal.add('story', { by: 'operator', at: now });
  });
}

interface Wish {
  readonly quantity?: number;
  readonly at?: Date;
  readonly messageId?: string;
}

function redeem(store: Store, userid: string, item: string, { quantity = 1, at = now, messageId }: Wish = {}) {
  const id = messageId ?? `m-${userid}-${item}-${at.getTime()}`;
  return inGrid(store, async unit => redeemReward(unit, { member: await unit.members.view(userid), item, quantity }), {
    by: userid,
    at,
    messageId: id,
  });
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; details: object }> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`);
  return { code: error.code, details: error.details };
}

test('the same deed is rewarded once, and another one again, until the year is full', async () => {
  const store = await aGrid();

  const given = await inGrid(store, async unit => {
    const { id: memberId } = await unit.members.view('101');
    const points: number[] = [];
    for (const about of ['poll:1', 'poll:1', ...Array.from({ length: 12 }, (_, index) => `poll:${index + 2}`)]) {
      points.push(await award(unit, { memberId, behaviour: 'vote', about, now }));
    }
    points.push(await award(unit, { memberId, behaviour: 'vote', about: 'poll:99', now: later(365) }));
    unit.journal.add('story', { by: 'operator', at: now });
    return points;
  });

  expect(given).toEqual([1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1]);
});

test('two shifts on one day earn two points, a shift on the next day earns again', async () => {
  const store = await aGrid();

  const given = await inGrid(store, async unit => {
    const { id: memberId } = await unit.members.view('101');
    const shift = (about: string, at: Date) => award(unit, { memberId, behaviour: 'supervise', about, now: at });
    const points = [await shift('1', now), await shift('2', now), await shift('3', later(1))];
    unit.journal.add('story', { by: 'operator', at: now });
    return points;
  });

  expect(given).toEqual([2, 0, 2]);
});

test('a donation earns a point for every full hundred yuan, ten a year', async () => {
  const store = await aGrid();

  const given = await inGrid(store, async unit => {
    const { id: memberId } = await unit.members.view('101');
    const give = (about: string, amountFen: number) =>
      award(unit, { memberId, behaviour: 'donate', about, now, amount: amountFen });
    const points = [
      await give('1', 9_999),
      await give('2', 65_000),
      await give('3', 100_000_000),
      await give('4', 10_000),
    ];
    unit.journal.add('story', { by: 'operator', at: now });
    return points;
  });

  expect(given).toEqual([0, 6, 4, 0]);
});

test('the catalogue is stocked once', async () => {
  const store = await aGrid();

  expect(await inGrid(store, unit => stockCatalogue(unit))).toBe(0);
  expect(await inGrid(store, async unit => (await unit.credit.rewards()).length)).toBe(rewardDefaults.length);
});

test('redeeming takes points and stock, gives a code, and stands in the journal without it', async () => {
  const store = await aGrid();
  await earn(store, '101', 12);

  const { reward, redemption, left } = await redeem(store, '101', '电费券', { quantity: 2 });

  expect(reward.item).toBe('电费抵扣券');
  expect(redemption).toMatchObject({ quantity: 2, points: 10 });
  expect(redemption.code).toMatch(/^\d{6}$/);
  expect(left).toBe(2);
  const [line, rewards] = await inGrid(
    store,
    async unit =>
      [(await unit.journal.ofDeed('credit.redeem', new Date(0))).at(-1), await unit.credit.rewards()] as const,
  );
  expect(rewards.find(({ item }) => item === '电费抵扣券')?.stock).toBe(48);
  expect(line?.deed).toBe('credit.redeem');
  expect(JSON.stringify(line?.facts)).not.toContain(redemption.code);
});

test.each([
  ['抽纸', 0, 'reward.quantity', {}],
  ['抽纸', 100, 'reward.quantity', {}],
  ['抵扣券', 1, 'reward.several', { item: '抵扣券', items: ['水费抵扣券', '电费抵扣券', '燃气抵扣券'] }],
  ['保温杯', 21, 'reward.empty', { item: '保温杯', stock: 20 }],
  ['保温杯', 2, 'reward.limit', { item: '保温杯', perQuarter: 1, left: 1 }],
  ['保温杯', 1, 'reward.points', { item: '保温杯', needed: 12, balance: 3 }],
])('%s × %i is refused with %s, and nothing is recorded', async (item, quantity, code, details) => {
  const store = await aGrid();
  await earn(store, '101', 3);
  const before = await inGrid(store, unit => unit.journal.last());

  expect(await refusalOf(redeem(store, '101', item, { quantity }))).toEqual({ code, details });
  expect(await inGrid(store, unit => unit.journal.last())).toEqual(before);
});

test('what is not in the catalogue is refused with a list of what is', async () => {
  const store = await aGrid();

  const { code, details } = await refusalOf(redeem(store, '101', '茅台'));

  expect(code).toBe('reward.unknown');
  expect(details).toMatchObject({ item: '茅台', items: expect.arrayContaining(['抽纸', '家政服务']) as unknown });
});

test('a stranger cannot redeem', async () => {
  const store = await aGrid();

  expect((await refusalOf(redeem(store, 'stranger', '抽纸'))).code).toBe('member.unbound');
});

test('the share of a quarter is the household’s, and the next quarter brings a new one', async () => {
  const store = await aGrid();
  await earn(store, '101', 100);

  await redeem(store, '101', '保温杯');

  expect(await refusalOf(redeem(store, '101', '保温杯', { messageId: 'again' }))).toEqual({
    code: 'reward.limit',
    details: { item: '保温杯', perQuarter: 1, left: 0 },
  });
  const next = await redeem(store, '101', '保温杯', { at: new Date('2026-04-01T00:00:00+08:00') });
  expect(next.left).toBe(76);
});

test('points that have expired cannot be spent', async () => {
  const store = await aGrid();
  await earn(store, '101', 50);

  const refused = await refusalOf(redeem(store, '101', '抽纸', { at: new Date('2028-01-01T00:00:00+08:00') }));

  expect(refused).toEqual({ code: 'reward.points', details: { item: '抽纸', needed: 2, balance: 0 } });
});

test('when two ask for the last one at once, one gets it and the other hears that it is gone', async () => {
  const store = await aGrid();
  await earn(store, '101', 50);
  await earn(store, '102', 50);
  await inGrid(store, async unit => {
    const reward = (await unit.credit.rewards()).find(({ item }) => item === '保温杯');
    if (reward) await unit.credit.keepReward({ ...reward, stock: 1 });
    unit.journal.add('story', { by: 'operator', at: now });
  });

  const asked = await Promise.allSettled([redeem(store, '101', '保温杯'), redeem(store, '102', '保温杯')]);

  expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = asked.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ code: 'reward.empty', details: { stock: 0 } });
  const left = await inGrid(
    store,
    async unit => (await unit.credit.rewards()).find(({ item }) => item === '保温杯')?.stock,
  );
  expect(left).toBe(0);
});
