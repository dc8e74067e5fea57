import { describe, expect, test } from 'vitest';
import { type ProjectState, states } from '../../src/domain/lifecycle.js';
import { may, permissions, type RoleId } from '../../src/domain/permissions.js';
import { Refusal } from '../../src/domain/refusal.js';
import { loadIntents } from '../../src/process/registry.js';
import { type AnyIntent, Confirm } from '../../src/talk/intent.js';
import { withNext } from '../../src/talk/next-steps.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { deedFor, everybody, everyDeed, roleIds } from '../support/every-deed.js';
import { aProject } from '../support/works.js';

/**
 * Every deed, in every state of a project, by every role that may do it: none ends in anything but an answer, a question or a refusal whose
 * sentence says what to do. Roles that may not do it are refused before the state is looked at, so for them one state stands for all.
 * A run of the suite tries one role for each deed and state, another for each state; with EVERY=1 it tries all of them.
 */
const every = process.env['EVERY'] === '1';
const intents = await loadIntents();
const deeds = everyDeed(intents);

class Undo extends Error {}

/** What becomes of a deed: null when it is right, else what is wrong. Nothing of it stays. */
async function fault(
  grid: Neighbourhood,
  { name, intent, slots }: (typeof deeds)[number],
  userid: string,
): Promise<string | null> {
  let wrong: string | null = null;
  const run = grid.inUnit(async unit => {
    const member = await unit.members.view(userid);
    const deed = deedFor({ unit, member, slots }, { intents, now: grid.now });
    try {
      const reply = await intent.handle(deed);
      const text = typeof reply === 'string' ? reply : reply.text;
      if (/undefined|NaN|null|\[object/u.test(text)) wrong = `says ${text.slice(0, 80)}`;
    } catch (error) {
      if (error instanceof Refusal) wrong = faultOf(await withNext(unit, error, grid.now));
      else if (!(error instanceof Confirm)) wrong = `throws ${String(error).slice(0, 160)}`;
    }
    throw new Undo();
  });
  await run.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return wrong === null ? null : `${name}: ${wrong}`;
}

/** A refusal is one or two sentences, whole, and says what can be done, or that nothing has to be. */
function faultOf(sentence: string): string | null {
  if (/undefined|NaN|null|\[object/u.test(sentence)) return `refuses with ${sentence}`;
  if (!/[。！？]$/u.test(sentence.split('\n')[0] ?? '') && !sentence.includes('\n')) return `has no end: ${sentence}`;
  const says = /发送|请|找|等|不用|可以|只能|例如|要由/u.test(sentence);
  return says ? null : `does not say what to do: ${sentence}`;
}

test('the deeds that are tried are nearly all there are', () => {
  expect(deeds.length).toBeGreaterThan(intents.size * 0.9);
});

describe.each(Object.keys(states) as ProjectState[])('in the state %s', state => {
  const nth = Object.keys(states).indexOf(state);

  test('every deed by who may do it ends in an answer or a sentence that says what to do', async () => {
    const grid = await aNeighbourhood();
    await everybody(grid);
    await aProject(grid, { state, round: { targetFen: 300_000, minimumFen: 300_000, capFen: 7_000 } });
    const faults: string[] = [];
    for (const [index, deed] of deeds.entries()) {
      const able = [...roleIds.keys()].filter(role => mayDo(deed.intent, roleIds[role]));
      const tried = every || able.length === 0 ? able : [able[(index + nth) % able.length] ?? 0];
      for (const role of tried.length > 0 ? tried : [0]) {
        const wrong = await fault(grid, deed, grid.resident(60 + role).userid);
        if (wrong !== null) faults.push(wrong);
      }
    }

    expect([...new Set(faults)]).toEqual([]);
  });
});

function mayDo({ permission }: AnyIntent, role: RoleId | undefined): boolean {
  return role !== undefined && may({ householdId: 1, roles: [{ role, building: null }] }, permission);
}

test('every permission has somebody who holds it, and every deed has a permission of the table', () => {
  const known = Object.keys(permissions);

  expect([...intents].filter(([, { permission }]) => !known.includes(permission)).map(([name]) => name)).toEqual([]);
  for (const holders of Object.values(permissions)) expect(holders.length).toBeGreaterThan(0);
});
