import { expect, test } from 'vitest';
import type { RoleId } from '../../src/domain/permissions.js';
import { verify } from '../../src/process/commands/verify.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { DoorLink } from '../../src/store/people/door-link.js';
import { DeskLogin } from '../../src/store/people/desk-login.js';
import { Role } from '../../src/store/people/role.js';
import { aDesk, atDesk, deskLink, enter, post, read } from '../support/desk.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';

const reopened = '请重新打开办事台';
const minutes = (count: number): number => count * 60_000;

async function later(grid: Neighbourhood, ms: number): Promise<void> {
  grid.now = new Date(grid.now.getTime() + ms);
}

async function give(unit: Unit, userid: string, role: RoleId, now: Date): Promise<void> {
  await unit.members.giveRole({ gridId: unit.grid.id, userid, role, building: null, givenAt: now });
  unit.journal.add('role.give', { by: 'operator', at: now });
}

/** The home of a session, as long as there is one. */
const homeOf = async (base: string, cookie: string): Promise<number> => (await read(base, '/desk', cookie)).status;

test('a link opens once, from a press and not from a look; only digests are kept of it', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid, { isSecure: true });
  const path = await deskLink(grid.resident(40));
  expect((await read(base, path)).text).toContain('进入办事台');
  expect((await read(base, path)).status).toBe(200);

  const first = await enter(base, path);
  const again = await enter(base, path);

  expect(first.status).toBe(303);
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/desk']) expect(first.set).toContain(part);
  expect(again).toMatchObject({ status: 403, cookie: '' });
  expect((await read(base, path)).text).toContain(reopened);
  const home = await read(base, '/desk', first.cookie);
  expect(home.status).toBe(200);
  expect(home.text).toContain(grid.resident(40).name);
  expect(home.headers.get('cache-control')).toBe('no-store');
  expect(home.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/u);
  const rows = JSON.stringify([
    await grid.store.dataSource.manager.find(DeskLogin),
    await grid.store.dataSource.manager.find(DoorLink),
  ]);
  expect(rows).not.toContain(path.split('/').at(-1));
  expect(rows).not.toContain(first.cookie.split('=')[1]);
  expect(await grid.journal()).toEqual(expect.arrayContaining(['desk.link', 'desk.open']));
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('without a session, with a forged one, by a forged or an old link: one page that says what to do', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid);
  const old = await deskLink(grid.resident(40));
  await later(grid, minutes(10));
  for (const [path, cookie] of [
    ['/desk', ''],
    ['/desk', 'desk=forged'],
    ['/desk/12', ''],
    ['/desk/login/forged', ''],
    [old, ''],
  ] as const) {
    const { status, text } = await read(base, path, cookie);
    expect([path, status]).toEqual([path, 403]);
    expect(text).toContain(reopened);
  }
  expect((await enter(base, old)).status).toBe(403);
  expect((await enter(base, '/desk/login/forged')).status).toBe(403);
});

test('in the group no link is given, and a guest gets none at all', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(40).says('办事台')).toContain('私聊');
  expect(grid.resident(40).last.text).not.toContain('/desk/');
  await grid.resident('stranger').says('附议12号');
  const guest = await grid.resident('stranger').says('办事台', { chat: 'single' });
  expect(guest).not.toContain('/desk/');
});

test('a session ends after thirty minutes without use, and after half a day in any case', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid);
  const { cookie } = await atDesk(base, grid.resident(40));

  await later(grid, minutes(29));
  expect(await homeOf(base, cookie)).toBe(200);
  await later(grid, minutes(29));
  expect(await homeOf(base, cookie)).toBe(200);
  await later(grid, minutes(30));
  expect(await homeOf(base, cookie)).toBe(403);

  const long = await atDesk(base, grid.resident(40));
  let lasted = 0;
  for (; lasted < 40 && (await long.read('/desk')).status === 200; lasted += 1) await later(grid, minutes(20));
  expect(lasted).toBe(36);
});

test('a role that is taken back, and a home that is no more, end the session at once; a new role does not', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid);
  const cashier = grid.role('cashier');
  const held = await atDesk(base, cashier);
  const given = await atDesk(base, grid.resident(41));
  const unbound = await atDesk(base, grid.resident(42));
  await grid.inUnit(async unit => {
    await give(unit, grid.resident(41).userid, 'bookkeeper', grid.now);
    await unit.manager.delete(Role, { gridId: unit.grid.id, userid: cashier.userid });
    unit.journal.add('role.end', { by: 'operator', at: grid.now });
  });
  await grid.inUnit(async unit => {
    const member = await unit.members.byUserid(grid.resident(42).userid);
    if (member) await unit.members.keep(Object.assign(member, { householdId: null }));
    unit.journal.add('member.unbind', { by: 'operator', at: grid.now });
  });

  expect((await held.read('/desk')).text).toContain(reopened);
  expect((await unbound.read('/desk')).text).toContain(reopened);
  expect((await given.read('/desk')).status).toBe(200);
  // The role given again does not bring the session back.
  await grid.inUnit(unit => give(unit, cashier.userid, 'cashier', grid.now));
  expect((await held.read('/desk')).status).toBe(403);
});

test('a link that was given to a resident opens nothing when they are none any more', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid);
  const path = await deskLink(grid.resident(40));
  await grid.inUnit(async unit => {
    const member = await unit.members.byUserid(grid.resident(40).userid);
    if (member) await unit.members.keep(Object.assign(member, { householdId: null }));
    unit.journal.add('member.unbind', { by: 'operator', at: grid.now });
  });

  expect((await enter(base, path)).status).toBe(403);
});

test('who leaves by the button or by words is out, in all windows by words, and an unused link is void', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid);
  const wang = grid.resident(40);
  const [here, there] = [await atDesk(base, wang), await atDesk(base, wang)];

  const left = await here.post('/desk/logout');
  expect([left.status, left.headers.get('set-cookie')]).toEqual([200, expect.stringContaining('Max-Age=0')]);
  expect((await here.read('/desk')).status).toBe(403);
  expect((await there.read('/desk')).status).toBe(200);

  const unused = await deskLink(wang);
  const other = await atDesk(base, grid.resident(41));
  expect(await wang.says('退出办事台', { chat: 'single' })).toContain('已退出');
  expect((await there.read('/desk')).status).toBe(403);
  expect((await enter(base, unused)).status).toBe(403);
  expect((await other.read('/desk')).status).toBe(200);
  expect(await wang.says('退出办事台', { chat: 'single' })).toContain('没有打开');
});

test('a form without its key, with another session’s, or sent from another site does nothing', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid);
  const own = await atDesk(base, grid.resident(40));
  const other = await atDesk(base, grid.resident(41));
  const [, foreign = ''] = /name="csrf" value="([\w-]+)"/u.exec((await other.read('/desk')).text) ?? [];
  const [, csrf = ''] = /name="csrf" value="([\w-]+)"/u.exec((await own.read('/desk')).text) ?? [];
  expect(csrf).not.toBe(foreign);

  for (const [key, headers] of [
    ['', {}],
    [foreign, {}],
    [csrf, { 'Sec-Fetch-Site': 'cross-site' }],
    // An old browser says only this.
    [csrf, { Origin: 'https://evil.example' }],
  ] as const) {
    const { status, text } = await post(base, '/desk/logout', { csrf: key }, own.cookie, headers);
    expect([status, text]).toEqual([403, expect.stringContaining('没有办')]);
  }
  expect((await own.read('/desk')).status).toBe(200);
  const link = await deskLink(grid.resident(40));
  const foreignSites: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'https://evil.example' },
  ];
  for (const headers of foreignSites) expect((await enter(base, link, headers)).status).toBe(403);
  expect((await enter(base, link, { Origin: base })).status).toBe(303);
});

test('an address with nothing under it gets a page, and a closed grid has no desk', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid);
  const { read: reads } = await atDesk(base, grid.resident(40));
  const nowhere = await reads('/desk/no/such/page');
  expect([nowhere.status, nowhere.text]).toEqual([404, expect.stringContaining('没有找到这一页')]);

  await grid.store.dataSource.query('UPDATE grid SET "closedAt" = 1');
  expect((await reads('/desk')).status).toBe(403);
});

test('another member’s link asks whoever sits there first, and by its press the first session is over', async () => {
  const grid = await aNeighbourhood();
  const base = await aDesk(grid);
  const first = await atDesk(base, grid.resident(40));
  const [own, other] = [await deskLink(grid.resident(40)), await deskLink(grid.resident(41))];

  expect((await read(base, own, first.cookie)).text).not.toContain('要换成');
  const asked = (await read(base, other, first.cookie)).text;
  expect(asked).toContain('要换成');
  expect(asked).toContain('不换，回到');
  expect(await homeOf(base, first.cookie)).toBe(200);
  expect((await read(base, other)).text).not.toContain('要换成');

  const second = await enter(base, other, { cookie: first.cookie });
  expect(await homeOf(base, first.cookie)).toBe(403);
  expect(await homeOf(base, second.cookie)).toBe(200);
});
