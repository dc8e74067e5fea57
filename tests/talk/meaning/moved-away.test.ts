import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';

const inPrivate = { chat: 'single' } as const;

test.each([
  '解绑',
  '解除我的绑定',
  '我搬走了',
  '我家已经搬走了',
  '我不住这儿了',
  '房子卖了',
  '我家房子卖掉了',
  '房子卖了，我搬走了',
  '我们上个月搬走了，帮我解绑',
])('“%s” asks whether the binding to that home shall end', async words => {
  const grid = await aNeighbourhood();
  const person = grid.resident(17);
  const { building, unit, room } = person.known ?? {};
  const place = `${building}号楼${unit}单元${room}`;

  const asked = await person.says(words, inPrivate);
  expect(asked).toContain(place);
  expect(asked).toContain('回复“是”');
  expect(await person.says('是', inPrivate)).toContain(`绑定已解除（${place}）`);
});

test('a leader who unbinds an account hears the home; in the group only its building is said', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');
  const gone = grid.resident(17);
  const { building, unit, room } = gone.known ?? {};

  expect(await leader.says(`解绑 ${gone.userid}：房子卖了`, inPrivate)).toContain(`${building}号楼${unit}单元${room}`);
  expect(await grid.resident(18).says('我搬走了')).toContain('解除自己和这一户的绑定（1号楼）吗');
});

test.each([
  '桌子我搬走了',
  '老王搬走了',
  '房子卖了吗',
  '房子没卖',
  '要是房子卖了怎么办',
  '隔壁房子卖了',
  '我把砖搬走了',
  '他说他搬走了',
])('“%s” unbinds nobody', async words => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(17).says(words, inPrivate)).not.toContain('解除自己');
  await grid.resident(17).says('是', inPrivate);
  expect(await grid.journal()).not.toContain('member.unbind');
});
