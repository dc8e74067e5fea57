import { randomBytes } from 'node:crypto';
import Koa from 'koa';
import { expect, test } from 'vitest';
import { Role } from '../../src/store/people/role.js';
import { HouseholdCode } from '../../src/store/people/household-code.js';
import { cardRoutes } from '../../src/web/cards.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { served } from '../support/server.js';

/** A leader's grid and the page of the cards on a real port; the sheet's codes are read from the chance that made them. */
async function aPress() {
  const grid = await aNeighbourhood();
  const app = new Koa();
  const clockMs = () => performance.now();
  app.use(cardRoutes({ clockMs, store: grid.store, now: () => grid.now, random: randomBytes }).routes());
  return { grid, at: await served(app) };
}

async function linkFor(grid: Neighbourhood, building = 2): Promise<string> {
  const answer = await grid.role('building_leader', building - 1).says(`打印${building}号楼绑定卡`, { chat: 'single' });
  return /\/cards\/[\w-]+/.exec(answer)?.[0] ?? answer;
}

const codesKept = (grid: Neighbourhood): Promise<number> =>
  grid.inUnit(unit => unit.manager.countBy(HouseholdCode, {}));

test('looking at the page makes no codes; the press makes a sheet for each household, once', async () => {
  const { grid, at } = await aPress();
  const link = await linkFor(grid);

  const page = await fetch(at + link);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('2号楼的住户绑定卡')]);
  expect(await codesKept(grid)).toBe(0);

  const sheet = await fetch(at + link, { method: 'POST' });
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(
    Buffer.from(await sheet.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const homes = (await grid.inUnit(unit => unit.members.present())).filter(({ building }) => building === '2');
  expect(await codesKept(grid)).toBe(homes.length);

  const again = await fetch(at + link, { method: 'POST' });
  expect([again.status, await again.text()]).toEqual([403, expect.stringContaining('只能用一次')]);
  expect(await codesKept(grid)).toBe(homes.length);
});

test('the link of somebody who may print no longer, and one that is over, print nothing', async () => {
  const { grid, at } = await aPress();
  const [taken, late] = [await linkFor(grid), await linkFor(grid)];
  await grid.inUnit(async unit => {
    await unit.manager.delete(Role, { gridId: unit.grid.id });
    unit.journal.add('role.end', { by: 'operator', at: grid.now });
  });

  expect((await fetch(at + taken, { method: 'POST' })).status).toBe(403);
  grid.now = new Date(grid.now.getTime() + 31 * 60_000);
  expect((await fetch(at + late)).status).toBe(403);
  expect((await fetch(`${at}/cards/nobody`, { method: 'POST' })).status).toBe(403);
  expect(await codesKept(grid)).toBe(0);
});
