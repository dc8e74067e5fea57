import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import {
  deskHolder,
  endDesk,
  enterDesk,
  leaveDesk,
  offerDesk,
  openDeskSession,
} from '../../../src/operations/people/desk-login.js';
import { DeskLogin } from '../../../src/store/people/desk-login.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';

const minuteMs = 60_000;

async function linkFor(grid: Neighbourhood, userid: string, secret: string): Promise<void> {
  await grid.inUnit(async unit => {
    await offerDesk(unit, { member: await unit.members.view(userid), secret });
  });
}

const enter = (grid: Neighbourhood, link: string, secret: string): Promise<boolean> =>
  grid.store.inUnit(open => enterDesk(open, { link, secret, now: grid.now }));

const holder = (grid: Neighbourhood, secret: string, at = grid.now): Promise<string | null> =>
  grid.store.inUnit(async open => (await deskHolder(open, { secret, now: at }))?.member.userid ?? null);

test('of two that open one link at the same time one gets in', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  await linkFor(grid, 'r041', 'once');

  const entered = await Promise.all([enter(grid, 'once', 'one'), enter(grid, 'once', 'two')]);

  expect(entered.filter(Boolean)).toHaveLength(1);
  expect([await holder(grid, 'one'), await holder(grid, 'two')].filter(Boolean)).toEqual(['r041']);
  expect((await grid.journal()).filter(deed => deed.startsWith('desk.'))).toEqual(['desk.link', 'desk.open']);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('a session lasts while it is used, is forgotten when it is over, and is the grid’s alone', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  await linkFor(grid, 'r041', 'link');
  await enter(grid, 'link', 'secret');

  const soon = new Date(grid.now.getTime() + 20 * minuteMs);
  const later = new Date(grid.now.getTime() + 49 * minuteMs);
  expect(await holder(grid, 'secret', soon)).toBe('r041');
  expect(await holder(grid, 'secret', later)).toBe('r041');
  expect(await holder(grid, 'secret', new Date(later.getTime() + 30 * minuteMs))).toBeNull();

  // Two hours after its end it is not even known whose it was.
  grid.now = new Date(later.getTime() + 151 * minuteMs);
  await linkFor(grid, 'r042', 'another');
  await enter(grid, 'another', 'other');
  expect((await grid.store.dataSource.manager.find(DeskLogin)).map(({ userid }) => userid)).toEqual(['r042']);
});

test('a session is opened for a member however they were proven, and for nobody else', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  const gridId = await grid.inUnit(async unit => unit.grid.id);
  const opens = (userid: string, id = gridId): Promise<boolean> =>
    grid.store.inUnit(open => openDeskSession(open, { gridId: id, userid, secret: `${userid} ${id}`, now: grid.now }));

  expect(await opens('r041')).toBe(true);
  expect(await opens('stranger')).toBe(false);
  expect(await opens('r041', gridId + 1)).toBe(false);
  expect(await holder(grid, `r041 ${gridId}`)).toBe('r041');
});

test('leaving ends one session, by words all of them and the links that were not used', async () => {
  const grid = await aNeighbourhood({ households: 60 });
  for (const name of ['one', 'two', 'unused']) await linkFor(grid, 'r041', name);
  for (const name of ['one', 'two']) await enter(grid, name, `at ${name}`);

  await grid.store.inUnit(open => leaveDesk(open, { secret: 'at one', now: grid.now }));
  expect([await holder(grid, 'at one'), await holder(grid, 'at two')]).toEqual([null, 'r041']);

  const ended = await grid.inUnit(async unit => endDesk(unit, { member: await unit.members.view('r041') }));
  expect(ended).toBe(1);
  expect(await holder(grid, 'at two')).toBeNull();
  expect(await enter(grid, 'unused', 'late')).toBe(false);
});
