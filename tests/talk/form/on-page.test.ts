import { expect, test } from 'vitest';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';
import { pageWords } from '../../../src/talk/form/on-page.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

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
  [
    '下一步：等到3月9日（周一）24:00方案公示期满，再发送“1号发起表决”。',
    '下一步：等到3月9日（周一）24:00方案公示期满，再发起表决。',
  ],
  ['这件事要由出纳来办。您可以在群里请他们办理，发送“帮助”看看您能办什么。', '这件事要由出纳来办。'],
  [
    '您家没有可撤的认捐。想参加，发送“1号我出200元”，数您自己定。',
    '您家没有可撤的认捐。想参加，办[1号我出200元](/desk/do/pledge.money?no=1)，数您自己定。',
  ],
  ['改好后请发送“整改1完成”，可以先发照片。', '改好后请办“整改1完成”，可以附照片。'],
  ['请问绑定卡上的码是什么？发送“绑定码”和卡上的12位字母和数字。', '请问绑定卡上的码是什么？填卡上的12位字母和数字。'],
  ['请问哪个账号不是您家的人？发送“不是我家的人”加他的账号。', '请问哪个账号不是您家的人？填他的账号。'],
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

test.each([
  // What is measured is only an example; what is named holds.
  ['下一步：报进度，发送“1号进度：……，完成50%”。', '/desk/do/progress.report?no=1)'],
  // Whatever is left out, the deed is the one that is named.
  ['请发送“1号监管小组：……”。', '(/desk/do/team.set?no=1)'],
  ['请发送“1号资金来源：……”。', '(/desk/do/plan.sources?no=1)'],
  ['请发送“答复申诉3：……”。', '(/desk/do/credit.answer?'],
  ['发送“1号会议纪要：……”。', '(/desk/do/meeting.minutes?no=1)'],
  ['发送“几号请谁办：……”。', '“几号请谁办：……”'],
  // So is a number behind 例如.
  ['请在群里发送例如“12号定为2026年度攻坚项目：目标120户不再停水，期限12月31日”。', '/desk/do/key.set)'],
  [
    '1号收到第2条异议，请按时答复：发送“答复1号异议2：……”；认为成立就写“答复1号异议2：成立，……”。',
    '请按时办[答复异议](/desk/do/objection.answer?no=1&objection=2)。',
  ],
  ['看过以后请发照片和一句话，例如“1号巡查：水泥标号不对”。', '看过以后带上照片办“记巡查”。'],
])('an office reads %s as a page says it', async (said, part) => {
  const grid = await aNeighbourhood();
  const secretary = await grid.inUnit(unit => unit.members.view(grid.role('grid_secretary').userid));

  expect(onPage(said, secretary, grid.now)).toContain(part);
});
