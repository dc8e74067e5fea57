import { expect, test } from 'vitest';
import { createUnderstanding } from '../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { pageWords } from '../../src/talk/form/on-page.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

const intents = await loadIntents();
const onPage = pageWords({ intents, understand: createUnderstanding(phrasesOf(intents)) });

test.each([
  ['有现场照片，就和“1号照片”一起发来。', '有现场照片，就办[1号照片](/desk/do/proposal.photo?no=1)。'],
  ['请邻居发送“附议1号”。', '请邻居也来办“附议1号”。'],
  [
    '不想再听这件事，发送“1号不用再告诉我”。',
    '不想再听这件事，办[1号不用再告诉我](/desk/do/follow.quiet?no=1&how=%E4%B8%8D%E7%94%A8)。',
  ],
  ['- 3号「修门」投票\n发送“待办”，回复数字就办。', '- 3号「修门」投票\n'],
  ['发送“看看1号”看全部经过。', '打开[看看1号](/desk/do/proposal.show?no=1)看全部经过。'],
])('%s', async (said, shown) => {
  const grid = await aNeighbourhood();
  const member = await grid.inUnit(unit => unit.members.view(grid.resident(40).userid));

  expect(onPage(said, member, grid.now)).toBe(shown);
});

test('a photo that is to be sent before a sentence goes with its form', async () => {
  const grid = await aNeighbourhood();
  const secretary = await grid.inUnit(unit => unit.members.view(grid.role('grid_secretary').userid));

  expect(onPage('贴好后私聊发照片，再发送“第1号公示已张贴”。', secretary, grid.now)).toMatch(
    /^贴好后带上照片办\[第1号公示已张贴\]\(\/desk\/do\/[^)]+\)。$/u,
  );
});
