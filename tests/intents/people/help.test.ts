import { expect, test } from 'vitest';
import { loadIntents } from '../../../src/process/registry.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

test('help has at most ten lines and 300 characters, with what waits first, and the subjects as buttons', async () => {
  const grid = await aNeighbourhood();
  for (const _ of [1, 2, 3, 4, 5, 6]) await aProject(grid, { state: 'topic_proposed', fundingClass: null });
  const secretary = grid.role('grid_secretary');

  for (const chat of ['single', 'group'] as const) {
    const said = await secretary.says('帮助', { chat });
    expect(said.split('\n').length).toBeLessThanOrEqual(10);
    expect([...said].length).toBeLessThanOrEqual(300);
    expect(secretary.last.card?.buttons?.map(({ text }) => text)).toContain('认捐');
  }
  await secretary.says('帮助', { chat: 'single' });
  expect(secretary.last.text).toContain('1. 1号「装路灯」确定选题和类别');
  expect(secretary.last.text).toContain('还有2件');
  expect(await secretary.says('2', { chat: 'single' })).toContain('请问归哪一类');
});

test.each([
  ['帮助 认捐', '“12号我出200元”'],
  ['帮助 投票', '“12号同意”'],
  ['怎么投票', '“12号同意”'],
  ['怎么申请支出', '“12号申请支出860元：灯泡二十只，付给张记五金”'],
  ['怎么退出积分？', '“退出积分”'],
  ['帮助 投错票', '“撤销投票”'],
])('%s is answered by one paragraph with one example: %s', async (asked, example) => {
  const grid = await aNeighbourhood({ households: 20 });

  const said = await grid.resident(19).says(asked, { chat: 'single' });
  expect(said).toContain(example);
  expect(said.split('\n')).toHaveLength(1);
});

test('a subject is a short list, and what nobody knows gets at most two guesses and whom to ask', async () => {
  const grid = await aNeighbourhood({ households: 20 });
  const resident = grid.resident(19);

  const list = await resident.says('帮助 提案');
  expect(list.split('\n').length).toBeLessThanOrEqual(10);
  await resident.says('帮助 飞到月亮上');
  expect(resident.last.card?.buttons?.length ?? 0).toBeLessThanOrEqual(2);
  expect(resident.last.text).toMatch(/楼长或网格书记/u);
});

test('what is explained has a title and one sentence to say', async () => {
  const helps = [...(await loadIntents()).values()].flatMap(({ help }) => help ?? []);

  for (const { title, say } of helps) {
    expect(title).toMatch(/^[^“”。；：]+$/u);
    expect(say).toMatch(/^[^“”]+$/u);
  }
});
