import { expect, test } from 'vitest';
import { aDesk, atDesk, words } from '../support/desk.js';
import { anAgreement } from '../support/market.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';

/** What waits on the first page, by the address of its form. */
async function waiting(grid: Neighbourhood, person: Person): Promise<string> {
  const page = (await (await atDesk(await aDesk(grid), person)).read('/desk')).text;
  return words(page, 'id="waiting"', '</section>');
}

test('a letting is brought from the figures of a month to money in the fund by what waits on the desk', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  const operator = grid.role('partner');
  const contactId = (await grid.inUnit(unit => unit.members.view(operator.userid))).id;
  await anAgreement(grid, { contactId });
  const [secretary, cashier, bookkeeper] = [
    grid.role('grid_secretary'),
    grid.role('cashier'),
    grid.role('bookkeeper'),
  ] as const;
  expect(await waiting(grid, operator)).not.toContain('公益协议1');

  await grid.until('2026-04-02T10:00:00+08:00');
  expect(await waiting(grid, operator)).toContain('申报2026年3月的收入或利润');
  expect(await waiting(grid, secretary)).not.toContain('申报2026年3月');
  expect(await waiting(grid, cashier)).not.toContain('公益协议1');
  await operator.says('公益协议1申报3月收入12000元', { chat: 'single' });
  expect(await waiting(grid, operator)).not.toContain('申报2026年3月');

  expect(await waiting(grid, cashier)).toMatch(/记2026年3月的分成到账960元[^]*公益协议1「惠民理发店」/u);
  await cashier.says('公益协议1的2026年3月分成到账960元');
  expect(await waiting(grid, cashier)).not.toContain('公益协议1');

  expect(await waiting(grid, bookkeeper)).toContain('慈善基金对账，待核960元');
  await bookkeeper.says('慈善基金对账无误，共960元');
  expect(await waiting(grid, bookkeeper)).not.toContain('慈善基金对账');
});

test('figures that are late wait for the secretaries too, and the morning’s notice tells them once', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await anAgreement(grid);
  await grid.until('2026-05-20T10:00:00+08:00');

  const secretary = grid.role('grid_secretary');
  expect(await waiting(grid, secretary)).toContain('申报2026年3月的收入或利润');
  const told = (await grid.postsTo(secretary.userid)).filter(text => text.includes('申报2026年3月的收入'));
  expect(told).toEqual([]);
});

test('figures and terms of a letting are listed for offices, and wait for its contact', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  const contact = grid.resident(40);
  const contactId = (await grid.inUnit(unit => unit.members.view(contact.userid))).id;
  await anAgreement(grid, { contactId });
  await grid.until('2026-04-02T10:00:00+08:00');
  const listed = async (person: Person): Promise<string> =>
    words((await (await atDesk(await aDesk(grid), person)).read('/desk/do')).text);

  for (const form of ['申报收入或利润', '看协议的条款和申报']) {
    expect(await listed(grid.resident(41))).not.toContain(form);
    expect(await listed(grid.role('grid_secretary'))).toContain(form);
  }
  expect(await waiting(grid, contact)).toContain('申报2026年3月的收入或利润');
});

test('a number that was chosen is read back with what it names', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await anAgreement(grid);
  const desk = await atDesk(await aDesk(grid), grid.role('grid_secretary'));

  const form = words((await desk.read('/desk/do/market.end?agreement=1')).text);

  expect(form).toContain('公益协议1 惠民理发店（邻里驿站东间）');
});
