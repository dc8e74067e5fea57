import { expect, onTestFinished, test } from 'vitest';
import { KfDesk } from '../../../src/store/notice/kf-desk.js';
import { aStore } from '../../support/store.js';

const now = new Date('2026-03-02T10:00:00+08:00');
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

async function aDesk() {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());
  return <T>(work: (desk: KfDesk) => Promise<T>): Promise<T> =>
    store.inUnit(open => work(new KfDesk(open.manager, 'wkOak0001')));
}

const said = (msgid: string) => ({
  msgid,
  external: 'wm1',
  sentAt: now,
  content: { kind: 'said', text: '好' },
  why: null,
});
const answer = (part: number, state: 'waiting' | 'later' = 'waiting') => ({
  part,
  sendId: `s-${part}`,
  content: { msgtype: 'text', text: { content: '好' } },
  welcomeCode: null,
  state,
});

test('a message is kept once, with the cursor behind its page', async () => {
  const at = await aDesk();
  await at(desk => desk.account(now));

  expect(await at(desk => desk.keep([said('m1'), said('m1'), said('m2')], 'c-1'))).toHaveLength(2);
  expect(await at(desk => desk.keep([said('m2'), { ...said('m3'), why: 'too old' }], 'c-2'))).toHaveLength(1);

  expect((await at(desk => desk.waiting())).map(({ msgid }) => msgid)).toEqual(['m1', 'm2']);
  expect(await at(desk => desk.account(now))).toMatchObject({ cursor: 'c-2', openedAt: now });
});

test('five messages within 48 hours of the customer’s last, and five more when they write again', async () => {
  const at = await aDesk();
  const takes = async (when: Date): Promise<boolean> => at(desk => desk.take('wm1', when));
  expect(await takes(now)).toBe(false);
  await at(desk => desk.opened('wm1', now));

  const six = [];
  for (let i = 0; i < 6; i += 1) six.push(await takes(later(1)));
  await at(desk => desk.opened('wm1', later(2)));

  expect(six).toEqual([true, true, true, true, true, false]);
  expect([await takes(later(3)), await takes(later(50))]).toEqual([true, false]);
});

test('what found no room comes again as far as there is some', async () => {
  const at = await aDesk();
  await at(desk => desk.answer('wm1', 'm1', [answer(0), answer(1, 'later'), answer(2, 'later')], now));

  await at(desk => desk.revive('wm1', 0, now));
  expect((await at(desk => desk.due('wm1', now))).map(({ part }) => part)).toEqual([0]);
  await at(desk => desk.revive('wm1', 1, now));
  expect((await at(desk => desk.due('wm1', now))).map(({ part }) => part)).toEqual([0, 1]);
  expect(await at(desk => desk.owed(now))).toEqual(['wm1']);
});

test('nothing overtakes an answer that waits to be tried again, but a welcome', async () => {
  const at = await aDesk();
  await at(desk => desk.answer('wm1', 'm1', [answer(0), answer(1)], now));
  const [first] = await at(desk => desk.due('wm1', now));
  if (!first) throw new Error('there is an answer');
  await at(desk => desk.update(first, { state: 'waiting', attempts: 1, dueAt: later(1) }));
  await at(desk => desk.answer('wm1', 'm2', [answer(2), { ...answer(3), welcomeCode: 'w1' }], now));

  expect((await at(desk => desk.due('wm1', now))).map(({ part }) => part)).toEqual([3]);
  expect((await at(desk => desk.due('wm1', later(1)))).map(({ part }) => part)).toEqual([0, 1, 2, 3]);
});

test('a row of a menu is good for whom it was made for, and is forgotten after ninety days', async () => {
  const at = await aDesk();
  const press = { intent: 'proposal.support', slots: { no: 1 }, revision: 'p0v0' };
  await at(desk => desk.offer('wm1', 'prop-1@x', [{ key: 'k1', press }], now));

  expect(await at(desk => desk.row('k1', 'wm1'))).toMatchObject({ press, tappedBy: null });
  expect(await at(desk => desk.row('k1', 'wm2'))).toBeNull();
  await at(desk => desk.forget(later(91 * 24)));
  expect(await at(desk => desk.row('k1', 'wm1'))).toBeNull();
});

test('of a person who had themselves erased, nothing that was said to or by them is left', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());
  const door = { corpId: 'ww1', kind: 'external', value: 'wm1' } as const;

  const left = await store.inUnit(async open => {
    const desk = new KfDesk(open.manager, 'wkOak0001');
    const userid = await open.identities.meet(door, { now, random: Buffer.alloc(12, 7) });
    await desk.account(now);
    await desk.keep([{ ...said('m1'), why: 'too old' }], 'c-1');
    await desk.answer('wm1', 'm1', [answer(0)], now);
    await desk.offer('wm1', 'c@x', [{ key: 'k1', press: { intent: 'help.show', slots: {}, revision: '' } }], now);
    await open.identities.forget(userid, 'erased-1', now);
    return [await desk.message('m1'), await desk.row('k1', 'wm1'), ...(await desk.due('wm1', now))];
  });

  expect(left).toEqual([null, null]);
});
