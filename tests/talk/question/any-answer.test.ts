import { expect, test } from 'vitest';
import { type RoleId, roles } from '../../../src/domain/permissions.js';
import { giveRole } from '../../../src/operations/people/set-up-grid.js';
import { loadIntents } from '../../../src/process/registry.js';
import type { Neighbourhood, Person } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

/** A resident who holds every office, so that no question of any deed is refused at the door. */
async function withAllOffices(grid: Neighbourhood): Promise<Person> {
  const person = grid.resident(20);
  await grid.inUnit(async unit => {
    for (const role of Object.keys(roles) as RoleId[])
      await giveRole(unit, { userid: person.userid, role, building: null });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return person;
}

async function ask(grid: Neighbourhood, { userid }: Person, intent: string, asks: string): Promise<void> {
  await grid.inUnit(unit => unit.questions.ask({ userid, chat: 'single', intent, slots: {}, asks, askedAt: grid.now }));
}

test('any question of any deed takes any words: they answer it, put it again or close it, and nothing breaks', async () => {
  const grid = await twoOfEach();
  const person = await withAllOffices(grid);
  const broken: string[] = [];

  for (const [name, intent] of await loadIntents()) {
    const required = Object.entries(intent.slots).flatMap(([slot, { optional }]) => (optional ? [] : [slot]));
    for (const asks of required) {
      await ask(grid, person, name, asks);
      await person.says('啊这个嘛', { chat: 'single' }).catch((error: Error) => {
        broken.push(`${name}, asked for ${asks}: ${error.message}`);
      });
    }
  }

  expect(broken).toEqual([]);
});

test.each(['不', '不是', '不用了', '算了', '不对', '没有', '我没说要捐东西啊'])(
  '“%s” closes a question, and nothing is recorded',
  async no => {
    const grid = await twoOfEach();
    const resident = grid.resident(20);

    expect(await resident.says('我出200元')).toContain('请问是几号');
    await resident.says(no);

    expect(await resident.says('2号')).not.toContain('认捐200元');
    expect(await grid.journal()).not.toContain('pledge.money');
  },
);

test('talk beside a question hears it once more, and then it is let go', async () => {
  const grid = await twoOfEach();
  const resident = grid.resident(20);

  expect(await resident.says('我出200元')).toContain('请问是几号');
  expect(await resident.says('好烦')).toContain('请问是几号');
  expect(await resident.says('真热啊今天')).toContain('先放下了');
  expect(await resident.says('唉')).not.toContain('请问是几号');
});
