import { expect, test } from 'vitest';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

async function aTopic() {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await aProject(grid, { state: 'topic_selected', planPublishedAt: null });
  return { grid, leader: grid.role('building_leader') };
}

const call = '1号议事会：周六上午九点，3号楼前，议题：路灯装在哪里';

test('a meeting is called with agenda, time and place, signed into, minuted, and earns points', async () => {
  const { grid, leader } = await aTopic();

  expect(await leader.says(call)).toContain('3月7日（周六）09:00');
  const notice = (await grid.posts()).at(-1) ?? '';
  for (const part of ['【议事会】1号', '议题：路灯装在哪里', '3月7日（周六）09:00', '地点：3号楼前', '“1号签到”'])
    expect(notice).toContain(part);

  expect(await grid.resident(40).says('签到')).toContain('3月7日（周六）08:00起可以签到');
  grid.now = new Date('2026-03-07T08:30:00+08:00');
  expect(await grid.resident(40).says('签到')).toContain('到场1户');
  expect(await grid.resident(40).says('1号签到')).toContain('已经签过到');
  expect(await leader.says('1号到场：3号楼2单元301、3号楼2单元302')).toContain('登记了2户，现在到场3户');
  expect(await leader.says('1号会议纪要：太早了')).toContain('才开始');

  grid.now = new Date('2026-03-07T10:30:00+08:00');
  expect(await leader.says('1号会议纪要：路灯装在东头，用太阳能')).toContain('到场3户');
  expect((await grid.posts()).at(-1)).toContain('到场3户\n路灯装在东头，用太阳能');
  expect(await grid.resident(41).says('1号签到')).toContain('纪要已经公布');
  expect(await grid.resident(40).says('我的积分', { chat: 'single' })).toMatch(/可用积分\D*2/u);

  const page = await grid.inUnit(unit => projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now }));
  expect(page).toMatch(/议事会：路灯装在哪里[^]*到场3户；3月2日（周一）召集/u);
  expect(page).toContain('路灯装在东头，用太阳能');
});

test('a meeting about no proposal has a number of its own', async () => {
  const { grid, leader } = await aTopic();

  expect(await leader.says('召集议事会：明天下午三点，议题：院里的车怎么停')).toContain('2号议事会已通知');
  expect((await grid.posts()).at(-1)).toContain('3月3日（周二）15:00');
});

test.each([
  ['1号议事会：议题：路灯装在哪里', '什么时候开'],
  ['1号议事会：周六上午九点', '什么时候开'],
  ['1号议事会：昨天上午九点，议题：路灯', '已经过去'],
  ['1号议事会：2026年12月1日上午九点，议题：路灯', '60天以内'],
  ['9号议事会：周六上午九点，议题：路灯', '没有9号项目'],
  ['签到', '没有召集中的议事会'],
  ['1号会议纪要：没开过', '没有召集中的议事会'],
])('“%s” is refused', async (said, sentence) => {
  const { grid, leader } = await aTopic();

  expect(await leader.says(said)).toContain(sentence);
  expect(await grid.journal()).toEqual(['story']);
});

test('a resident calls no meeting', async () => {
  const { grid } = await aTopic();

  expect(await grid.resident(40).says(call)).toContain('楼长');
});
