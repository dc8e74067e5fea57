import { expect, test } from 'vitest';
import { whereSaid, nearSaid } from '../../../src/talk/question/home-pieces.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

const inPrivate = { chat: 'single' } as const;

test.each([
  ['302', '3号楼2单元', '3号楼2单元302'],
  ['3号楼2单元', '302', '3号楼2单元302'],
  ['3号楼2单元', '302的', '3号楼2单元302的'],
  ['302', '301', '301'],
  ['302', '3号楼2单元301', '3号楼2单元301'],
  ['302', '王建国', '王建国'],
])('of a home said in two pieces (%s, %s) the whole is %s', (first, then, whole) => {
  expect(whereSaid({ near: nearSaid('payer', first) }, then)).toBe(whole);
});

test.each(['王建国', '3号楼2单元301', '三百块'])('“%s” is no piece of a home', said => {
  expect(nearSaid('payer', said)).toBeUndefined();
});

test.each(['302绑定了没', '1号楼1单元302绑定了吗？', '302绑没绑', '302绑没绑？ ？', '302绑定了没 '])(
  'a leader who asks “%s” hears it in private',
  async words => {
    const grid = await aNeighbourhood();
    const leader = grid.role('building_leader');

    expect(await leader.says(words, inPrivate)).toMatch(/1号楼1单元302：(?:已绑定1个账号|还没有人绑定)/u);
    expect(await leader.says(words)).not.toContain('账号');
    expect(await grid.resident(40).says(words, inPrivate)).not.toContain('绑定1个');
  },
);

test('俺们单元 is the entrance of who reports', async () => {
  const grid = await aNeighbourhood();
  const person = grid.resident(40);
  const { building, unit } = person.known ?? {};

  expect(await person.says('俺们单元楼道灯坏了', inPrivate)).toContain(`${building}号楼${unit}单元`);
  expect(await grid.resident(41).says('我们楼门口的井盖丢了一块', inPrivate)).toContain('号楼');
});
