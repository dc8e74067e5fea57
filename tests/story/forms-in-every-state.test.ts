import { describe, expect, test } from 'vitest';
import { type ProjectState, states } from '../../src/domain/lifecycle.js';
import { may } from '../../src/domain/permissions.js';
import { loadIntents } from '../../src/process/registry.js';
import { typedOf } from '../../src/talk/field.js';
import type { AnyIntent } from '../../src/talk/intent.js';
import type { FilledForm } from '../../src/talk/message.js';
import type { Reply } from '../../src/talk/reply.js';
import { everybody, everyDeed, roleIds } from '../support/every-deed.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

/**
 * The form of every deed, handed in as it would be filled in, in every state of a project: no refusal, no question and nothing that is
 * read back sends anybody into a chat, where a form knows nothing of what was typed in it.
 */
const intents = await loadIntents();
const deeds = everyDeed(intents);

const chat =
  /发送|私聊|发给我|点我的头像|@我|@小助手|(?:请|例如|您|，|。|^)回复(?:“|前面|其中|一个|\s*\d)|再发“|这句话(?:发|再)/u;

function typedFor({ slots: kinds }: AnyIntent, slots: Readonly<Record<string, unknown>>): FilledForm['slots'] {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]) => {
      const value = slots[name];
      if (value === undefined) return [];
      return [[name, typedOf(kind, value instanceof Date ? value.toISOString() : value)] as const];
    }),
  );
}

function saidIn({ text, card, outcome }: Reply): string[] {
  const slots = outcome?.kind === 'asked' ? Object.values(outcome.slots) : [];
  return [text, ...slots, card?.title ?? '', card?.desc ?? '', card?.text ?? ''];
}

/** What of an answer speaks of the chat, with the deed. */
function faultsOf(name: string, reply: Reply): string[] {
  return saidIn(reply).flatMap(words => (chat.test(words) ? [`${name}: ${words}`] : []));
}

/** Whoever may do it, another one in each state. */
function holder(grid: Neighbourhood, { permission }: AnyIntent, nth: number): Person {
  const able = [...roleIds.keys()].filter(index => {
    const role = roleIds[index];
    return role && may({ householdId: 1, roles: [{ role, building: null }] }, permission);
  });
  return grid.resident(60 + (able.length === 0 ? 0 : (able[nth % able.length] ?? 0)));
}

describe.each(Object.keys(states) as ProjectState[])('in the state %s', state => {
  const nth = Object.keys(states).indexOf(state);

  test('no form is answered by words that only a chat understands', async () => {
    const grid = await aNeighbourhood();
    await everybody(grid);
    await aProject(grid, { state, round: { targetFen: 300_000, minimumFen: 300_000, capFen: 7_000 } });
    const faults: string[] = [];
    for (const [index, { name, intent, slots }] of deeds.entries())
      faults.push(
        ...faultsOf(
          name,
          await holder(grid, intent, index + nth).fills(name, typedFor(intent, slots), { revision: '' }),
        ),
      );

    expect([...new Set(faults)]).toEqual([]);
  });
});

test('no form that is left empty, or filled in with what nobody reads, asks for an answer in a chat', async () => {
  const grid = await aNeighbourhood();
  await everybody(grid);
  const faults: string[] = [];
  for (const [index, [name, intent]] of [...intents].entries()) {
    const junk = Object.fromEntries(Object.keys(intent.slots).map(slot => [slot, '？？']));
    for (const typed of [{}, junk])
      faults.push(...faultsOf(name, await holder(grid, intent, index).fills(name, typed)));
  }

  expect([...new Set(faults)]).toEqual([]);
});
