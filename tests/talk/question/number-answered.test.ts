import { expect, test } from 'vitest';
import { payerSaid } from '../../../src/language/values/payer-said.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

const inPrivate = { chat: 'single' } as const;

test('the number that is asked for is answered as the question says it', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await grid.resident('r075').says('报事：3号楼2单元楼道灯坏了', inPrivate);
  await grid.resident('r072').says('报事：5号楼门禁坏了', inPrivate);
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('这个报事我来办', inPrivate)).toContain('第几号报事');
  expect(await secretary.says('报事2', inPrivate)).not.toContain('第几号报事');
});

test('that it was looked into who pays is no part of what was found', () => {
  expect(payerSaid('该谁出钱这个我查过了，归业主自己出，过保修了')).toMatchObject({ answer: 'owners' });
  expect(payerSaid('谁该出这个钱')).toBeNull();
});
