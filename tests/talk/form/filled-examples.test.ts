import { expect, test } from 'vitest';
import { helpLine } from '../../../src/publish/help-line.js';
import { permissions, type RoleId } from '../../../src/domain/permissions.js';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';
import { typedOf } from '../../../src/talk/form/field.js';
import type { AnyIntent } from '../../../src/talk/intent.js';
import { repliedOnPage } from '../../../src/talk/form/on-page.js';
import { fixedForms } from '../../../src/talk/wish.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const intents = await loadIntents();
const fixed = fixedForms(intents);
const understand = createUnderstanding(phrasesOf(intents));

/** The quoted examples of a deed's help that say this very deed, with what each fills in. */
function examplesOf(name: string, { help, slots }: AnyIntent, now: Date) {
  return [...(help ? helpLine(help) : '').matchAll(/“([^”]+)”/gu)].flatMap(([, words = '']) => {
    const read = fixed(words) ?? understand(words, now, { openPolls: [], openPledges: [], roles: [] });
    if (read.intent !== name) return [];
    const typed = Object.entries(slots).flatMap(([slot, kind]) => {
      const value = read.slots[slot];
      return value === undefined ? [] : [[slot, typedOf(kind, value)] as const];
    });
    return [{ name, words, typed: Object.fromEntries(typed) }];
  });
}

/** In words what lacks is answered from the state of the matter, whatever it lacks; the form asks of its vote. */
const ofState = ['poll.gap'];

/** Whoever has left is not known any more: those deeds come last. */
const leaving = ['data.erase', 'member.unbind'];
const inOrder = [...intents].toSorted(([a], [b]) => leaving.indexOf(a) - leaving.indexOf(b));
const examples = inOrder.flatMap(([name, intent]) => examplesOf(name, intent, new Date('2026-03-04T09:00:00+08:00')));

async function aGrid(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-04T09:00:00+08:00', households: 118 });
  await aProject(grid, { no: 12, state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
  return grid;
}

/** Whoever may do it; another resident each time, for some of the deeds end what a household has. */
function whoMay(grid: Neighbourhood, { permission }: AnyIntent, turn: number): Person {
  for (const holder of permissions[permission]) {
    if (holder === 'anyone' || holder === 'resident') return grid.resident(20 + (turn % 97));
    try {
      return grid.role(holder as RoleId);
    } catch {
      // Nobody in the sample holds it.
    }
  }
  return grid.resident(20 + (turn % 97));
}

/** What the chat says in the end: yes is said to whatever is read back, and what is still asked is dropped. */
async function inWords(person: Person, words: string): Promise<string> {
  let text = await person.says(words, { chat: 'single' });
  for (let turn = 0; turn < 3 && text.includes('回复“是”确认'); turn += 1)
    text = await person.says('是', { chat: 'single' });
  await person.says('取消', { chat: 'single' });
  return text;
}

/** Notices that came along, and codes that nobody may guess. */
const plain = (text: string): string =>
  (text.split('\n\n---\n')[0] ?? '').replaceAll(/[A-Za-z0-9_-]{20,}|\b[A-Z0-9]{4,6}\b/gu, '…');

/** What was said in the chat, as a page says it: the deeds that it names are links to their forms. */
async function asOnPage(grid: Neighbourhood, { userid }: Person, text: string): Promise<string> {
  const member = await grid.inUnit(unit => unit.members.view(userid));
  return repliedOnPage({ parts: { intents, fixedForm: fixed, understand }, member, now: grid.now }, { text }).text;
}

test('each example of the help has the same outcome on the form as in words', async () => {
  const [said, filled] = [await aGrid(), await aGrid()];
  const differing: unknown[] = [];
  const outcomes: Record<string, number> = {};

  for (const [turn, { name, words, typed }] of examples.entries()) {
    const intent = intents.get(name) ?? expect.fail(name);
    const speaker = whoMay(said, intent, turn);
    const chat = plain(await asOnPage(said, speaker, await inWords(speaker, words)));
    const { text, outcome } = await whoMay(filled, intent, turn).handsIn(name, typed);
    const form = outcome?.kind === 'asked' ? Object.values(outcome.slots).map(plain) : [plain(text)];
    const kind = outcome?.kind ?? 'none';
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    if (!form.some(one => one === chat) && !ofState.includes(name)) differing.push({ name, words, typed, chat, form });
  }

  expect(differing).toEqual([]);
  // Of nearly every deed one example at least was read and filled in.
  expect(new Set(examples.map(({ name }) => name)).size).toBeGreaterThan(0.95 * intents.size);

  expect(outcomes).toMatchObject({ done: expect.any(Number), refused: expect.any(Number) });
});
