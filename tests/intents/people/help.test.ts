import { expect, test } from 'vitest';
import { loadIntents } from '../../../src/process/registry.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

const groups = ['提案', '表决', '认捐', '资金', '进度与验收', '积分', '我'];

test.each(['resident', 'grid_secretary', 'community_secretary', 'cashier', 'supervisor'] as const)(
  'what %s may do is said in a dozen lines, a heading each, and what concerns the office comes first',
  async role => {
    const grid = await aNeighbourhood();
    const person = role === 'resident' ? grid.resident(40) : grid.role(role);
    const said = await person.says('帮助');
    const lines = said.split('\n');

    expect(lines.length).toBeLessThanOrEqual(12);
    expect([...said].length).toBeLessThanOrEqual(1000);
    for (const group of groups) expect(lines.filter(line => line.startsWith(`**${group}** `))).toHaveLength(1);
  },
);

test('the help of a resident begins with what neighbours do, that of a cashier with receipts', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(40).says('帮助')).toContain('12号我出200元');
  expect(await grid.role('cashier').says('帮助')).toContain('出纳记收款');
});

test.each(groups)('帮助 %s: a few lines in the group, all of them in private, and each of them once', async group => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  const short = (await secretary.says(`帮助 ${group}`)).split('\n');
  const whole = (await secretary.says(`帮助${group}`, { chat: 'single' }))
    .split('\n')
    .filter(line => line.startsWith('- '));

  expect(short[0]).toBe(`**${group}**`);
  expect(short.length).toBeLessThanOrEqual(10);
  expect(new Set(whole).size).toBe(whole.length);
  expect(whole.length).toBeGreaterThanOrEqual(short.length - 2);
});

test('every line of help is under one of the headings', async () => {
  for (const [, intent] of await loadIntents()) expect(groups).toContain(intent.group);
});
