import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { rolesSaid } from '../../../src/publish/people/contacts.js';
import { type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

const matters = playedOnce(() => twoOfEach());

async function asks(grid: Neighbourhood, role: RoleId, words: string): Promise<string> {
  const before = (await grid.journal()).filter(deed => deed !== 'poll.visits');
  const answer = await grid.role(role).says(words, { chat: 'single' });
  expect((await grid.journal()).filter(deed => deed !== 'poll.visits')).toEqual(before);
  return answer;
}

test.each<readonly [RoleId, string, string]>([
  ['grid_secretary', '960我能批吗', '960元您一个人批不了'],
  ['community_secretary', '960我能批吗', '960元您能批'],
  ['grid_secretary', '多大的钱归我批', '500元以内三位书记谁批都行'],
  ['grid_secretary', '我自己申请的能自己批吗', '不能'],
  ['cashier', '这笔我能批吗', '您的职务不批钱'],
  ['county_admin', '擂台赛怎么开', '开第1届擂台赛'],
  ['building_leader', '擂台赛是比什么的', '比谁把'],
  ['grid_secretary', '出纳换人在哪改', '管理员'],
  ['grid_secretary', '楼长换人了怎么登记', '管理员'],
])('%s asks “%s” and hears “%s”', async (role, words, answer) => {
  expect(await asks(await matters(), role, words)).toContain(answer);
});

test.each(['哪些人家还没投，我接着跑', '3号哪几家还没投呢，我去催', '3号还有谁没投'])(
  'who goes from door to door hears to whom: %s',
  async words => {
    expect(await asks(await matters(), 'building_leader', `3号${words.replace(/^3号/u, '')}`)).toContain('走访');
  },
);

test.each([
  ['现在书记和出纳都是谁', ['grid_secretary', 'grid_deputy', 'community_secretary', 'cashier']],
  ['社区书记是谁', ['community_secretary']],
  ['会计、楼长怎么找', ['building_leader', 'bookkeeper']],
  ['谁最会做饭', undefined],
])('“%s” names %j', (words, named) => {
  expect(rolesSaid(words)).toEqual(named);
});
