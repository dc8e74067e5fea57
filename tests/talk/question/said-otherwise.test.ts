import { expect, test } from 'vitest';
import { classAnswered } from '../../../src/language/values/class-said.js';
import type { RoleId } from '../../../src/domain/permissions.js';
import { changing } from '../../../src/talk/question/said-otherwise.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received, supervised, theProject } from '../../support/works.js';

/** 1号 is built and a payment of it is checked, 2号 has no class yet, 3号 is on display. */
const quarter = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const { id } = await aProject(grid, { title: '楼道换灯', state: 'in_progress', percent: 20 });
  await aProject(grid, { title: '加几根晾衣杆', state: 'topic_proposed', planText: null, fundingClass: null });
  await aProject(grid, {
    title: '下水道清淤',
    state: 'plan_published',
    planPublishedAt: new Date('2026-03-09T09:00:00+08:00'),
  });
  await received(grid, await theProject(grid, 1), { fen: 300_000 });
  await supervised(grid, id);
  await asksToPay(grid, '1号申请支出460元：声控灯，付给张记五金');
  await grid.role('bookkeeper').says('核对申请1');
  return grid;
});

/** The last answer. */
async function said(role: RoleId, ...lines: readonly string[]): Promise<string> {
  const grid = await quarter();
  let answer = '';
  for (const line of lines) answer = await grid.role(role).says(line, { chat: 'single' });
  return answer;
}

test.each<readonly [RoleId, readonly string[], RegExp]>([
  [
    'building_leader',
    ['楼道换灯的事想叫大伙坐一块说说，这周五晚七点半小凉亭那儿', '改八点吧，七点半还吃饭呢'],
    /晚八点小凉亭/,
  ],
  [
    'building_leader',
    ['1号楼的灯装了差不多一半了，报一下', '写东边那个单元全亮了，百分之五十五'],
    /“东边那个单元全亮了”，完成55%/,
  ],
  [
    'building_leader',
    ['1号楼的灯装了差不多一半了，报一下', '写东边那个单元全亮了，百分之五十五', '错了错了，是西边那个单元'],
    /“西边那个单元全亮了”，完成55%/,
  ],
  ['supervisor', ['楼道换灯我刚去看过，二楼有截线头光着没包', '不对，是三楼'], /三楼有截线头光着没包”/],
  ['grid_secretary', ['2号归一下类', '算提升品质的吧', '嗯…还是归轻量的'], /定为轻量影响类吗/],
  [
    'building_leader',
    ['1号议事会：周五晚上七点半小凉亭', '改八点吧'],
    /从3月13日（周五）19:30改到3月13日（周五）20:00吗/,
  ],
  ['building_leader', ['1号议事会：周五上午九点小凉亭', '改八点吧'], /改到3月13日（周五）08:00吗/],
  ['building_leader', ['1号议事会：周五下午三点小凉亭', '改14点吧'], /改到3月13日（周五）14:00吗/],
])('%s: what was read back is put right: %j', async (role, lines, expected) => {
  expect(await said(role, ...lines)).toMatch(expected);
});

test.each<readonly [RoleId, readonly string[], RegExp]>([
  ['supervisor', ['张记那笔先压一压别付，票不对', '新票我看了，放行吧'], /^好的，没有办“暂缓申请1/],
  ['supervisor', ['暂缓申请1', '新票我看了，放行吧'], /^好的，没有/],
  [
    'bookkeeper',
    ['张记那张票我看了，数对', '哎不对，发票抬头写错了，打回去重开'],
    /您是要“退回申请1：[^”]*发票抬头写错了”/,
  ],
  ['supervisor', ['张记那笔先压一压别付，票不对', '那就不压了'], /^好的，没有办“暂缓申请1/],
  ['supervisor', ['张记那笔先压一压别付，票不对', '对，先压着'], /^支出申请1已暂缓/],
  ['grid_secretary', ['3号方案先撤下来，再比两家', '对，撤下来'], /^3号方案已撤下/],
  ['grid_secretary', ['3号方案先撤下来，再比两家', '先不撤了'], /没有办“撤回3号方案|没有记/],
  ['grid_worker', ['周六上午九点叫大伙扫3号楼楼道', '要不分两拨…算了就一拨'], /您是要“志愿活动：周六上午九点/],
  ['grid_worker', ['周六上午九点叫大伙扫3号楼楼道', '算了'], /没有记/],
])(
  '%s: the deed in a word is a yes, its contrary a no, and what was only thought of drops nothing: %j',
  async (role, lines, expected) => {
    expect(await said(role, ...lines)).toMatch(expected);
  },
);

test('a class that is asked for is answered in plain words; a no names none', () => {
  for (const [words, named] of [
    ['归轻量的', 'light'],
    ['嗯…还是归轻量的', 'light'],
    ['不急，小事', 'light'],
    ['算提升品质的吧', 'quality'],
    ['品质提升', 'quality'],
    ['急的，等不得', 'urgent'],
    ['不是轻量的', undefined],
    ['不算品质提升吧', undefined],
    ['轻量还是品质', undefined],
    ['大家都看过了', undefined],
  ] as const)
    expect(classAnswered(words), words).toBe(named);
});

test('what was done is the name of nobody who sees to it', async () => {
  const grid = await quarter();
  await grid.resident(40).says('报事：单元门关不上');
  const handler = grid.role('grid_secretary');
  await handler.says('报事1不归我们', { chat: 'single' });
  expect(await handler.says('垃圾拉完了，桶也刷了', { chat: 'single' })).not.toMatch(/记为归/);
  expect(await handler.says('开关线管，二百六', { chat: 'single' })).not.toMatch(/记为归/);
  await handler.says('报事1不归我们', { chat: 'single' });
  expect(await handler.says('开发商', { chat: 'single' })).toMatch(/记为归开发商/);
});

test.each([
  ['老吴又打电话来，改两百，手头紧', '改两百'],
  ['还是改两百吧', '还是改两百吧'],
  ['改天再说吧，她又不出了', '改天再说吧，她又不出了'],
  ['改两百，不，改三百', '改两百，不，改三百'],
])('the one clause that changes a value: “%s”', (words, clause) => {
  expect(changing(words)).toBe(clause);
});
