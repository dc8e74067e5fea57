import { expect, test } from 'vitest';
import { undoLastPromise } from '../../../src/operations/pledge/undo-last-promise.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const home = ({ known }: Person): string => `${known?.building}号楼${known?.unit}单元${known?.room}`;

/** Collecting; 40 has promised 1 000 yuan, and reminders of it wait to be read. */
async function aReminder(): Promise<{ grid: Neighbourhood; payer: Person }> {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'collecting', budgetFen: 300_000, round: { targetFen: 300_000, minimumFen: 0 } });
  const payer = grid.resident(40);
  await payer.says('1号我出1000元');
  await grid.until('2026-03-09T12:00:00+08:00');
  expect(await grid.postsTo(payer.userid)).toContainEqual(expect.stringContaining('还有1,000元没有交'));
  return { grid, payer };
}

async function books(grid: Neighbourhood, rows: readonly string[], which = ''): Promise<void> {
  const cashier = grid.role('cashier');
  await cashier.sendsFile(['交易日期,收入金额,对方户名,附言', ...rows].join('\r\n'));
  expect(await cashier.says(`1号流水1${which}入账`)).toContain('已入账');
}

const row = (payer: Person, fen: string): string =>
  `2026-03-09,${fen},王大妈,${payer.known?.building}-${payer.known?.unit}-${payer.known?.room} 电路款`;

const ways: Record<string, (grid: Neighbourhood, payer: Person) => Promise<unknown>> = {
  'a bank list': (grid, payer) => books(grid, [row(payer, '1000.00')]),
  'the end of the project': async grid => {
    const secretary = grid.role('community_secretary');
    await secretary.says('1号终止：施工方退出，居民商量不做了');
    expect(await secretary.says('是')).toContain('1号已终止');
  },
  'the end of the round': async grid =>
    expect(await grid.role('grid_secretary').says('1号认筹作罢')).toContain('认捐全部放回'),
  'an undo': (grid, payer) =>
    grid.inUnit(async unit =>
      undoLastPromise(unit, { member: await unit.members.view(payer.userid), no: 1, what: { amountFen: 100_000 } }),
    ),
  'a neighbour who paid': async (grid, payer) =>
    expect(await grid.role('cashier').says(`收到${home(grid.resident(41))}替${home(payer)}交的1000元`)).toContain(
      '已入账',
    ),
};

test.each(Object.keys(ways))('no reminder of what is unpaid is read after %s', async way => {
  const { grid, payer } = await aReminder();

  await ways[way]?.(grid, payer);

  expect(await payer.opensPrivateChat()).not.toContain('还有1,000元没有交');
});

test('of two payments in one list both receipts say what has come in with both', async () => {
  const { grid, payer } = await aReminder();

  await books(grid, [row(payer, '300.00'), row(payer, '200.00')], '第2,3行');

  const told = await payer.opensPrivateChat();
  expect(told.match(/合计交了[\d,]+元/gu)).toEqual(['合计交了500元', '合计交了500元']);
});
