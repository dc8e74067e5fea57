import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import type { Figure } from '../../../src/domain/contest/contest.js';
import { starRulesAt, starsOf, starWords } from '../../../src/domain/people/star-rating.js';
import { rolesCard } from '../../../src/publish/people/board-roles.js';
import { Delivery } from '../../../src/store/poll/delivery.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const now = new Date('2026-03-02T10:00:00+08:00');

test.each([
  ['reached', [24, 30], true],
  ['reached', [23, 30], false],
  ['papers', [3, 3], true],
  ['papers', [2, 3], false],
  ['papers', [0, 0], false],
  ['hours', [20, 1], true],
  ['hours', [19, 1], false],
  ['led', [1, 1], true],
  ['led', [0, 1], false],
  ['rating', [20, 25], true],
  ['rating', [19, 25], false],
] as const)('%s %j earns its star: %s', (id, figure: Figure, isEarned) => {
  const stars = starsOf({ [id]: figure }, starRulesAt(now));

  expect(stars.find(star => star.id === id)?.isEarned).toBe(isEarned);
  expect(stars.filter(star => star.isEarned)).toHaveLength(isEarned ? 1 : 0);
});

test('a leader sees the own stars with their figures in private; the board shows them by consent, on the card, and no longer than that', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');
  const inPrivate = { chat: 'single' } as const;
  const card = async (): Promise<string> => (await grid.inUnit(unit => rolesCard(unit)))?.text ?? '';
  await aProject(grid, { proposer: leader.userid, state: 'accepted', acceptedAt: grid.now });
  await grid.inUnit(async unit => {
    const { id: byId } = await unit.members.view(leader.userid);
    for (const { id: householdId } of (await unit.members.present()).slice(0, 24))
      await unit.rows.keep(Delivery, {
        gridId: unit.grid.id,
        pollId: 1,
        householdId,
        method: 'door',
        byId,
        at: grid.now,
      });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await grid.resident(50).says('我的星级', inPrivate)).toContain('楼长');
  expect(await leader.says('我的星级')).toContain('请在私聊里');
  const own = await leader.says('我的星级', inPrivate);
  expect(own).toContain('**二星**');
  expect(own).toContain('★ 送达自己楼的住户八成以上：24/30户');
  expect(own).toContain('☆ 居民评分平均4星以上：没有记录');
  expect(await leader.says('公开星级', inPrivate)).toContain('我承诺');
  await leader.says('我承诺：有事随叫随到', inPrivate);
  await leader.says('亮身份只写姓', inPrivate);
  expect(await card()).not.toContain('星');
  expect(await leader.says('公开星级', inPrivate)).toContain(starWords(2));
  expect(await card()).toContain('二星（2026年3月2日）');
  await leader.says('不公开星级', inPrivate);
  expect(await card()).not.toContain('二星');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test.each(['我的星级酒店在哪', '公开星级评定了吗这事', '楼长星级怎么评'])('%s is talk', async said => {
  const grid = await aNeighbourhood();

  expect(await grid.role('building_leader').says(said, { chat: 'single' })).not.toContain('一项达到一颗星');
});
