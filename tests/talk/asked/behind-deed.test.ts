import { expect, test } from 'vitest';
import { concernsIn } from '../../../src/talk/asked/behind-deed.js';
import { aNeighbourhood, type Neighbourhood, type Person, playedOnce } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received } from '../../support/works.js';

type Chat = 'group' | 'single';

interface Behind {
  readonly grid: Neighbourhood;
  readonly speaker: Person;
  readonly chat: Chat;
}

const objection = async (): Promise<Behind> => {
  const grid = await objected();
  return { grid, speaker: grid.resident(20), chat: 'group' };
};
const objected = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '楼顶做防水', state: 'plan_published', planPublishedAt: grid.now });
  for (const words of ['1号异议：施工时间太长，能不能分段做', '是']) await grid.resident(20).says(words);
  return grid;
});

const paper = async (): Promise<Behind> => {
  const grid = await entered();
  return { grid, speaker: grid.role('building_leader'), chat: 'single' };
};
const entered = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, {
    title: '刷楼道',
    state: 'plan_published',
    planPublishedAt: new Date('2026-03-02T15:30:00+08:00'),
  });
  const leader = grid.role('building_leader');
  await leader.says('1号发起表决，3月28日20:00截止');
  await leader.sends('纸票');
  await leader.says('1号纸票：2号楼3单元101 同意', { chat: 'single' });
  return grid;
});

const rating = async (): Promise<Behind> => {
  const grid = await rated();
  return { grid, speaker: grid.resident(20), chat: 'single' };
};
const rated = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装减速带', state: 'accepted', acceptedAt: grid.now });
  await grid.resident(20).says('给1号打5分', { chat: 'single' });
  return grid;
});

const goods = async (): Promise<Behind> => {
  const grid = await given();
  return { grid, speaker: grid.resident(20), chat: 'single' };
};
const given = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '翻修花坛', state: 'pledging' });
  await grid.resident(20).says('1号捐2袋水泥', { chat: 'single' });
  return grid;
});

const dropped = async (): Promise<Behind> => {
  const grid = await putDown();
  return { grid, speaker: grid.resident(20), chat: 'single' };
};
const putDown = playedOnce(async () => {
  const grid = await aNeighbourhood();
  const speaker = grid.resident(20);
  for (const words of ['三单元门口的落叶我来扫', '是', '任务1放弃']) await speaker.says(words, { chat: 'single' });
  return grid;
});

const request = async (): Promise<Behind> => {
  const grid = await askedFor();
  return { grid, speaker: grid.role('building_leader'), chat: 'single' };
};
const askedFor = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
  const project = await aProject(grid, { title: '装路灯', state: 'in_progress', budgetFen: 300_000 });
  await received(grid, project, { fen: 300_000 });
  await asksToPay(grid, '1号申请支出860元：买灯泡，付给张记五金');
  return grid;
});

const second = async (): Promise<Behind> => {
  const grid = await seconded();
  return { grid, speaker: grid.resident(20), chat: 'group' };
};
const seconded = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await grid.resident(24).says('提案：门口装快递柜');
  await grid.resident(20).says('附议1号');
  return grid;
});

const idea = async (): Promise<Behind> => {
  const grid = await suggested();
  return { grid, speaker: grid.resident(20), chat: 'group' };
};
const suggested = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装路灯', state: 'topic_selected' });
  await grid.resident(20).says('1号建议：灯杆矮一点');
  return grid;
});

const claimed = async (): Promise<Behind> => {
  const grid = await takenOn();
  return { grid, speaker: grid.resident(20), chat: 'single' };
};
const takenOn = playedOnce(async () => {
  const grid = await aNeighbourhood();
  for (const words of ['三单元门口的落叶我来扫', '是']) await grid.resident(20).says(words, { chat: 'single' });
  return grid;
});

const takenBack = async (): Promise<Behind> => {
  const grid = await givenBack();
  return { grid, speaker: grid.resident(20), chat: 'single' };
};
const givenBack = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '翻修花坛', state: 'pledging' });
  for (const words of ['1号我出200元', '撤回我在1号的认捐']) await grid.resident(20).says(words, { chat: 'single' });
  return grid;
});

const opened = async (): Promise<Behind> => {
  const grid = await voting();
  return { grid, speaker: grid.role('building_leader'), chat: 'group' };
};
const voting = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  const planPublishedAt = new Date('2026-03-02T15:30:00+08:00');
  await aProject(grid, { title: '刷楼道', state: 'plan_published', planPublishedAt });
  await grid.role('building_leader').says('1号发起表决，3月28日20:00截止');
  return grid;
});

test.each<readonly [string, () => Promise<Behind>, readonly string[], RegExp]>([
  [
    'when an objection is answered',
    objection,
    ['多长时间给答复呀', '几天能给个信儿', '要等多久才有答复', '最晚哪天回我'],
    /书记.*前答复/u,
  ],
  [
    'whether its author is named',
    objection,
    ['会不会把我名字写出来😂', '我的名字会贴出来吗', '这个是匿名的吧', '别人看得出来是我吗'],
    /不写您的名字/u,
  ],
  ['whether a paper counts', paper, ['这就算数了吗', '这样就行了吗', '是不是已经生效了', '算成了没'], /还不算数/u],
  [
    'who checks a paper',
    paper,
    ['谁能核对啊，我自己行不行', '找谁去核对呢', '我自己核对行吗', '谁来审啊'],
    /自己不能核对.*监管小组成员.*网格员/u,
  ],
  [
    'until when a rating is changed',
    rating,
    ['还能再改不', '以后还能变吗', '过两天再改行不行', '要改到哪天为止'],
    /能：.*前随时能改/u,
  ],
  ['where goods are brought', goods, ['送到哪里去啊', '东西交给谁', '我拿到哪儿呢', '往哪儿送呀'], /楼长.*约好时间/u],
  ['whether others take it over', dropped, ['别人能接着弄不', '换个人接行吗', '邻居还能领吗'], /谁愿意都行/u],
  [
    'through whose hands a payment goes',
    request,
    ['这钱得经过谁才能付', '要过几道手续才能付', '后面得谁来批'],
    /会计核对、书记批准.*现在等会计核对/u,
  ],
  ['who looks at an idea', idea, ['建议有人看吗', '这个会有人看吗', '有没有人管呀'], /书记定方案时逐条答复/u],
  [
    'until when a task is done',
    claimed,
    ['对了，这个有期限吗？', '有时间限制不', '得在哪天前弄完啊', '最晚哪天要弄好'],
    /任务1.*前办好/u,
  ],
  [
    'whether a promise is made anew',
    takenBack,
    ['以后还能再出不', '过后还能再捐吗', '那回头还能再认不'],
    /能：.*1号我出50元/u,
  ],
  [
    'who sees what was published',
    opened,
    ['大家都能看见吧', '邻居们看得到吗', '发群里了没有'],
    /都看得到：这是第1号公示/u,
  ],
  ['how many judged', rating, ['打分的人多吗', '有几家打了', '多少人打了呀'], /已有1户评价/u],
  ['how the road goes on', second, ['然后呢，接下来怎么走', '往下怎么走', '之后呢'], /还差3户.*书记定类别/u],
])('%s', async (_, played, questions, answer) => {
  for (const words of questions) {
    const { grid, speaker, chat } = await played();
    const before = await grid.journal();

    expect(await speaker.says(words, { chat }), words).toMatch(answer);

    expect(await grid.journal(), words).toEqual(before);
  }
});

test('what names another matter, and what is told, is no question about the deed', async () => {
  for (const words of ['2号什么时候有结果', '我名字写错了', '等多久都行', '这就对了', '老王说还能再改']) {
    const { speaker, chat } = await objection();
    expect(await speaker.says(words, { chat }), words).not.toMatch(/日）前答复|撤不回来|只有异议的内容/u);
  }
});

test('ten minutes later the same words are about nothing', async () => {
  const { grid, speaker, chat } = await paper();
  grid.now = new Date(grid.now.getTime() + 15 * 60_000);

  expect(await speaker.says('找谁去核对呢', { chat })).not.toContain('自己录的');
});

test.each(['送到哪里去啊', '谁来核对呢', '还能改吗'])('“%s” has one concern that is the nearest', words => {
  expect(concernsIn(words).length).toBeGreaterThan(0);
});

test.each(['好的', '我知道了', '今天真热啊', '3号同意', '水管漏了快来人', '谢谢书记'])('“%s” asks nothing', words => {
  expect(concernsIn(words)).toEqual([]);
});
