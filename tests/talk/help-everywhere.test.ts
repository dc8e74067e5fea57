import { describe, expect, test } from 'vitest';
import { type ProjectState, states } from '../../src/domain/lifecycle.js';
import { Refusal } from '../../src/domain/refusal.js';
import { loadIntents } from '../../src/process/registry.js';
import { AskSlot, Confirm } from '../../src/talk/intent.js';
import { say } from '../../src/talk/refusals/say.js';
import type { Offer } from '../../src/talk/reply.js';
import { deedFor, everybody, roleIds } from '../support/every-deed.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

const intents = await loadIntents();

class Undo extends Error {}

/** What comes of an offer that asks for nothing more, undone at once: null where it may be done. */
async function faultOf(grid: Neighbourhood, userid: string, { intent: name, slots }: Offer): Promise<string | null> {
  const intent = intents.get(name);
  if (!intent) return `${name} is no deed`;
  const values = Object.fromEntries(
    Object.entries(intent.slots).map(([slot, kind]) => [slot, kind.accept(slots[slot])]),
  );
  const isWhole = Object.entries(intent.slots).every(([slot, kind]) => kind.optional || values[slot] !== undefined);
  if (!isWhole) return null;
  let wrong: string | null = null;
  const run = grid.inUnit(async unit => {
    const member = await unit.members.view(userid);
    const deed = deedFor({ unit, member, slots: values }, { intents, now: grid.now });
    try {
      await intent.handle(deed);
    } catch (error) {
      // What the deed still asks for is no refusal, and neither is the picture that goes with it.
      const isAsked = error instanceof Confirm || error instanceof AskSlot;
      const isPicture = error instanceof Refusal && /^(?:evidence|paper\.pictures)/u.test(error.code);
      if (error instanceof Refusal && !isPicture) wrong = say(error);
      else if (!isAsked && !isPicture) throw error;
    }
    throw new Undo();
  });
  await run.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return wrong;
}

/** Everybody who may hear something else than the others: one of each office, and a resident. */
function people(grid: Neighbourhood): readonly Person[] {
  return [...roleIds.map((_, index) => grid.resident(60 + index)), grid.resident(50), grid.resident('stranger')];
}

describe.each(Object.keys(states) as ProjectState[])('in the state %s', state => {
  test('the help has at most ten lines and 300 characters for everybody, and what waits can be done as it is read', async () => {
    const grid = await aNeighbourhood();
    await everybody(grid);
    for (const title of ['更换3号楼2单元地下室的供暖主管道和阀门', '装路灯', '粉刷楼道'])
      await aProject(grid, { title, state, round: { targetFen: 300_000, minimumFen: 300_000, capFen: 7_000 } });
    const faults: string[] = [];
    for (const person of people(grid)) {
      for (const chat of ['group', 'single'] as const) {
        const said = await person.says('帮助', { chat });
        const shown = said.replaceAll(/\]\([^)]+\)/gu, ']');
        if (shown.split('\n').length > 10 || [...shown].length > 300)
          faults.push(`${person.userid} ${chat}: ${shown.split('\n').length} lines, ${[...shown].length}: ${shown}`);
      }
      await person.says('待办', { chat: 'single' });
      for (const offer of person.last.offers ?? []) {
        const wrong = await faultOf(grid, person.userid, offer);
        if (wrong !== null)
          faults.push(`${person.userid} is offered ${offer.intent} ${JSON.stringify(offer.slots)}: ${wrong}`);
      }
    }

    expect([...new Set(faults)]).toEqual([]);
  });
});
