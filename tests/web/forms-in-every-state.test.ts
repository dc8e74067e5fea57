import { describe, expect, test } from 'vitest';
import { type ProjectState, states } from '../../src/domain/lifecycle.js';
import { may } from '../../src/domain/permissions.js';
import { loadIntents } from '../../src/process/registry.js';
import { typedOf } from '../../src/talk/form/field.js';
import type { AnyIntent } from '../../src/talk/intent.js';
import type { FilledForm } from '../../src/talk/message.js';
import type { Reply } from '../../src/talk/reply.js';
import { everybody, everyDeed, roleIds } from '../support/every-deed.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { contentsOf } from '../support/store.js';
import { aProject } from '../support/works.js';

/**
 * The form of every deed, handed in as it would be filled in, in every state of a project: no refusal, no question and nothing that is
 * read back sends anybody into a chat, where a form knows nothing of what was typed in it; and what is refused leaves not a byte of the
 * record changed. A run of the suite tries one role for each deed and state, another for each state; with EVERY=1 it tries all of them.
 */
const every = process.env['EVERY'] === '1';
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

/** Those who try it: whoever may do it, another one in each state, or all of them; somebody where nobody of these may. */
function holders(grid: Neighbourhood, { permission }: AnyIntent, nth: number): Person[] {
  const able = [...roleIds.keys()].filter(index => {
    const role = roleIds[index];
    return role && may({ householdId: 1, roles: [{ role, building: null }] }, permission);
  });
  const tried = every ? able : able.slice(nth % Math.max(1, able.length)).slice(0, 1);
  return (tried.length === 0 ? [0] : tried).map(index => grid.resident(60 + index));
}

/** The deeds that some state refuses. */
const refused = new Set<string>();

/** What a form is answered with, and what of it should not be. */
async function handedIn(person: Person, grid: Neighbourhood, { name, intent, slots }: (typeof deeds)[number]) {
  const before = await bytesOf(grid);
  const reply = await person.fills(name, typedFor(intent, slots), { revision: '' });
  const isRefused = reply.outcome?.kind === 'refused';
  if (isRefused) refused.add(name);
  const isClean = !isRefused || before.equals(await bytesOf(grid));
  return [...faultsOf(name, reply), ...(isClean ? [] : [`${name}: it was refused, and left something behind`])];
}

/** The whole record, where it is held in memory. */
async function bytesOf({ store }: Neighbourhood): Promise<Buffer> {
  const contents = store.dataSource.options.type === 'postgres' ? null : await contentsOf(store);
  return Buffer.isBuffer(contents) ? contents : Buffer.alloc(0);
}

describe.each(Object.keys(states) as ProjectState[])('in the state %s', state => {
  const nth = Object.keys(states).indexOf(state);

  test('no form is answered by words that only a chat understands', async () => {
    const grid = await aNeighbourhood();
    await everybody(grid);
    await aProject(grid, { state, round: { targetFen: 300_000, minimumFen: 300_000, capFen: 7_000 } });
    const faults: string[] = [];
    for (const [index, deed] of deeds.entries())
      for (const person of holders(grid, deed.intent, index + nth))
        faults.push(...(await handedIn(person, grid, deed)));

    expect([...new Set(faults)]).toEqual([]);
  });
});

test('most deeds were refused in some state, or nothing was tried', () => {
  expect(refused.size).toBeGreaterThan(deeds.length / 2);
});

test('no form that is left empty, or filled in with what nobody reads, asks for an answer in a chat', async () => {
  const grid = await aNeighbourhood();
  await everybody(grid);
  const faults: string[] = [];
  for (const [index, [name, intent]] of [...intents].entries()) {
    const junk = Object.fromEntries(Object.keys(intent.slots).map(slot => [slot, '？？']));
    for (const typed of [{}, junk])
      for (const person of holders(grid, intent, index))
        faults.push(...faultsOf(name, await person.fills(name, typed)));
  }

  expect([...new Set(faults)]).toEqual([]);
});
