import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createDispatch } from '../../src/talk/dispatch.js';
import { may, type RoleId, roles } from '../../src/domain/permissions.js';
import { createUnderstanding } from '../../src/language/reading/understand.js';
import { giveRole } from '../../src/operations/people/set-up-grid.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { Grid } from '../../src/store/people/grid.js';
import { sample } from '../../src/trial/sample-grid.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

const roleIds = Object.keys(roles) as RoleId[];
const refusedBy = ['permission.missing', 'member.unbound'];

/**
 * Every role, and none, bound or not, presses every button there is, at home and in a grid where nobody knows them.
 * `may` says who may; that nobody else gets further is what is tried here.
 */
test('every role, every intent, bound or not, in the own grid and in another: only who may gets past the door', async () => {
  const grid = await aNeighbourhood({ households: 1 });
  await grid.inUnit(async unit => {
    for (const role of roleIds) {
      for (const userid of [`${role}-bound`, `${role}-free`]) {
        await giveRole(unit, { userid, role, building: null });
        const member = await unit.members.byUserid(userid);
        if (member && userid.endsWith('bound'))
          await unit.members.keep({ ...member, householdId: 1, boundAt: grid.now });
      }
    }
    const { gridId } = unit.rows;
    const resident = { gridId, userid: 'none-bound', name: '居民', householdId: 1, askedHouseholdId: null };
    await unit.members.keep({ ...resident, boundAt: grid.now });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.store.inUnit(async open => {
    const other = {
      code: 'other',
      name: '别的网格',
      community: '别的社区',
      webhookKey: null,
      bindCode: null,
      nextNo: 1,
    };
    const unit = await open.within(await open.grids.add({ ...other, createdAt: grid.now }));
    await unit.rows.keep(Grid, unit.grid);
    await unit.members.bindChat('other-chat', grid.now);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  const intents = await loadIntents();
  const refusals: string[] = [];
  const answer = createDispatch({
    random: randomBytes,
    store: grid.store,
    intents,
    understand: createUnderstanding(phrasesOf(intents)),
    now: () => grid.now,
    boardUrl: () => '',
    log: pino({ level: 'silent' }),
    onRefusal: code => refusals.push(code),
  });

  const wrong: string[] = [];
  let tried = 0;
  // Whoever was erased is bound no more: that comes last.
  const isLast = ([name]: readonly [string, unknown]): number => Number(name === 'data.erase');
  for (const [name, intent] of [...intents].toSorted((a, b) => isLast(a) - isLast(b))) {
    for (const userid of ['none-free', 'none-bound', ...roleIds.flatMap(role => [`${role}-bound`, `${role}-free`])]) {
      for (const place of ['own', 'other']) {
        tried += 1;
        refusals.length = 0;
        const [role = '', state] = userid.split('-');
        const held = place === 'own' && role !== 'none' ? [{ role: role as RoleId, building: null }] : [];
        const isBound = place === 'own' && state === 'bound';
        const isAllowed = may({ householdId: isBound ? 1 : null, roles: held }, intent.permission);
        const press = { taskId: 't', cardType: 'button_interaction', intent: name, slots: {}, revision: '' };
        const id = place === 'own' ? sample.chatId : 'other-chat';
        // An intent may still find something else wrong: there is no project, a slot is missing.
        await answer({ id: `p${tried}`, userid, chat: { kind: 'group', id }, body: { kind: 'pressed', press } });
        const isRefused = refusals.some(
          code => code === 'permission.missing' || (!isAllowed && refusedBy.includes(code)),
        );
        if (isRefused === isAllowed) wrong.push(`${userid} ${name} in the ${place} grid: ${refusals.join()}`);
      }
    }
  }

  expect(wrong).toEqual([]);
  expect(tried).toBe(intents.size * (roleIds.length + 1) * 4);
}, 240_000);
