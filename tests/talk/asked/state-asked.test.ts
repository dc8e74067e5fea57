import { expect, test } from 'vitest';
import type { Project } from '../../../src/store/proposal/project.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, aRoundOf, noted, unplanned } from '../../support/works.js';

function one(changes: Partial<Project>, more?: (grid: Neighbourhood, project: Project) => Promise<unknown>) {
  return playedOnce(async () => {
    const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
    const project = await aProject(grid, { title: '装路灯', ...changes });
    await more?.(grid, project);
    return grid;
  });
}

const displayed = one({
  state: 'plan_published',
  budgetFen: 1_800_000,
  planPublishedAt: new Date('2026-03-17T10:00:00+08:00'),
  planFacts: { 预算: '18,000元', 预算明细: '设备12,000元、人工6,000元', 报价: '安达公司18,000元' },
});
const objected = one({ state: 'plan_published', planPublishedAt: new Date('2026-03-17T10:00:00+08:00') }, grid =>
  grid.resident(20).says('1号异议：离窗户太近'),
);
const raised = one({ ...unplanned, state: 'topic_proposed' });
const preparing = one({ ...unplanned });
const round = one(aRoundOf(1_800_000, { capFen: 60_000 }), grid => grid.resident(20).says('1号我出300元'));
const finished = one({ state: 'completed_pending_acceptance', percent: 100 });
const works = one({ state: 'in_progress' }, (grid, project) => noted(grid, project, { percent: 30 }));

test.each<readonly [string, () => Promise<Neighbourhood>, readonly string[], RegExp]>([
  [
    'the lines of a plan',
    displayed,
    ['1号咋要一万八，都花在哪', '路灯的预算都包括哪些？', '1号的钱都用在哪几项', '1号预算明细有什么'],
    /设备12,000元、人工6,000元/u,
  ],
  ['what was offered', displayed, ['1号就问了一家？', '1号报价有几家', '1号询价问了谁'], /安达公司18,000元/u],
  [
    'when it is built, before it is decided',
    displayed,
    ['路灯啥时候能装上', '1号什么时候能用上', '1号哪天能弄好'],
    /方案公示中.*表决通过、钱齐了才开工/u,
  ],
  [
    'what is left before the vote',
    objected,
    ['1号还有什么没办完，啥时候能表决？', '1号还差什么', '1号卡在哪'],
    /答复第1条异议/u,
  ],
  ['whether enough second it', raised, ['1号够数了没？', '1号够了吗', '1号还差几户'], /成议题|议题提出/u],
  ['whether it is settled', preparing, ['1号定下来没有', '路灯的事定了没', '1号有结果了吗'], /选题确定/u],
  [
    'what came together',
    round,
    ['1号收了多少钱了', '1号还差多少没收？', '1号凑够了吗', '路灯一共收了多少'],
    /全部认捐300元.*还差17,700元/u,
  ],
  [
    'how many have signed',
    finished,
    ['1号现在几个人签了，够不够？', '1号验收还差几个签？', '1号还差谁签字'],
    /监管小组\d+人，已有0人签合格.*还差/u,
  ],
])('%s', async (_, played, questions, answer) => {
  for (const words of questions) {
    const grid = await played();
    const before = await grid.journal();

    expect(await grid.resident(30).says(words), words).toMatch(answer);

    expect(await grid.journal(), words).toEqual(before);
  }
});

test.each(['1号方案还缺什么？', '1号方案还差啥没定', '1号方案哪些没定'])(
  '“%s”: only who publishes the plan hears what its draft lacks',
  async words => {
    const grid = await preparing();

    expect(await grid.role('grid_secretary').says(words)).toMatch(/还没定：做法/u);
    expect(await grid.resident(30).says(words)).not.toContain('没定：');
  },
);

test.each([
  '1号我出200元够不够',
  '路灯我家要出多少',
  '我家还差多少没交',
  '1号验收合格',
  '1号收到3号楼2单元301 200元',
  '还差得远呢',
])('“%s” is not answered from the state alone', async words => {
  expect(await (await works()).resident(30).says(words, { chat: 'single' })).not.toMatch(/现在：施工中。/u);
});

test('a figure that the bot knows is passed to nobody', async () => {
  const grid = await round();
  await grid.resident(31).says('1号收支');
  await grid.resident(31).says('1号什么时候完工');

  expect((await grid.postsTo(grid.role('grid_secretary').userid)).filter(text => text.includes('有邻居问'))).toEqual(
    [],
  );
});
