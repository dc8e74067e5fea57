import { expect, test } from 'vitest';
import { readInside } from '../../../src/language/values/manner/said-inside.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';
import { aProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

async function classed(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  for (const no of [12, 15])
    await aProject(grid, {
      no,
      title: `事项${no}`,
      state: 'topic_proposed',
      planVersion: 0,
      payerCheck: null,
      fundingClass: null,
    });
  return grid;
}

test.each([
  ['12号写的啥', '水漏成这样，该是迫切需求类', '12号「事项12」定为迫切需求类吗'],
  ['15号写的啥', '这个算品质提升类', '15号「事项15」定为品质提升类吗'],
])('behind “%s” the number of “%s” is at hand, and is read back', async (before, words, expected) => {
  const grid = await classed();
  const secretary = grid.role('grid_secretary');
  await secretary.says(before, inPrivate);

  expect(await secretary.says(words, inPrivate)).toContain(expected);
  expect(await grid.journal()).not.toContain('proposal.classify');
});

test('an answer in other words and its ground go with the matter that was just classed, and are read back', async () => {
  const grid = await classed();
  const secretary = grid.role('grid_secretary');
  await secretary.says('12号定为迫切需求类', inPrivate);

  expect(await secretary.says('责任也查了 早过保修了 归业主自己出', inPrivate)).toContain('登记12号');
  expect(await secretary.says('依据就是保修期满两年了', inPrivate)).toContain('依据“保修期满两年了”');
  expect(await grid.journal()).not.toContain('project.payer');
  expect(await secretary.says('是', inPrivate)).toContain('责任核查已登记');
});

test('the sum that waits is found after the works as well, while money may still come', async () => {
  const grid = await aNeighbourhood();
  const pipes = await aProject(grid, { title: '换管道', state: 'collecting', budgetFen: 1_000_000 });
  const cashier = grid.role('cashier');
  await cashier.says('1号收到3号楼2单元301 200元', inPrivate);
  await cashier.says('是', inPrivate);
  await grid.inUnit(async unit => {
    await unit.projects.keep({ ...pipes, state: 'rectification' });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await grid.role('bookkeeper').says('流水和咱的账一致', inPrivate)).toMatch(/1号对账无误，共200元”吗/u);
});

test.each(['银行单子我看了 1号两笔都对上了', '流水和咱的账一致', '微信账单核过了，对得上'])(
  '“%s”: the sum that waits is read back',
  async words => {
    const grid = await aNeighbourhood();
    await aProject(grid, { title: '换管道', state: 'collecting', budgetFen: 1_000_000 });
    for (const home of ['3号楼2单元301 200元', '3号楼2单元302 300元'])
      await grid.role('cashier').says(`1号收到${home}`, inPrivate);
    for (let tries = 0; tries < 2; tries += 1) await grid.role('cashier').says('是', inPrivate);

    expect(await grid.role('bookkeeper').says(words, inPrivate)).toMatch(/1号对账无误，共500元”吗/u);
    expect(await grid.journal()).not.toContain('funds.reconcile');
  },
);

test.each([
  ['3号楼1单元101发微信说 2号他出一百', '替3号楼1单元101给2号'],
  ['3号楼1单元101捎话来说2号出五十', '替3号楼1单元101给2号'],
])('a leader passes on “%s”: it is that household’s, and is read back', async (words, expected) => {
  const grid = await twoOfEach();

  expect(await grid.role('building_leader').says(words, inPrivate)).toContain(expected);
  expect(await grid.journal()).not.toContain('pledge.money');
});

test('what came by telephone is read to whoever is on the line, and is no promise before a second person checked', async () => {
  const grid = await twoOfEach();
  const { building, unit, room } = grid.resident(40).known!;
  const home = `${building}号楼${unit}单元${room}`;

  expect(await grid.role('building_leader').says(`${home}打电话来说2号出50`, inPrivate)).toContain(
    `请念给对方听：“您是${home}，要给2号出50元，对吗？”`,
  );
  expect(await grid.journal()).not.toContain('pledge.money');
});

test('another sum beside the question whether a promise is taken back changes it', async () => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('2号我出200元', inPrivate);

  expect(await person.says('2号那二百我有点不想出了……', inPrivate)).toContain('撤回');
  expect(await person.says('要不少出点，一百？', inPrivate)).toContain('改为认捐100元吗');
  expect(await person.says('是', inPrivate)).toContain('从200元改为100元');
});

test.each(['通知上写的是2号每户出200元', '公告栏贴着2号每户出两百', '海报上说2号我家出200元', '群公告里写了2号出300'])(
  '“%s” is what a notice says, and nobody is asked to do it',
  async words => {
    const grid = await twoOfEach();

    expect(await grid.resident(20).says(words)).not.toContain('您是要');
    await grid.resident(20).says('是');
    expect(await grid.journal()).not.toContain('pledge.money');
  },
);

test('算我提个异议 takes up what was said just before, while one plan is on display', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '刷楼道', state: 'plan_published', planPublishedAt: grid.now });
  const person = grid.resident(20);
  await person.says('我觉得报价高了 别家才要八千', inPrivate);

  expect(await person.says('算我提个异议 要给答复的', inPrivate)).toContain('异议：我觉得报价高了 别家才要八千”吗');
  expect(await grid.journal()).not.toContain('objection.raise');
});

test.each([
  ['付10000.01元', 1_000_001],
  ['是1,200元', 120_000],
  ['家里紧，先来个一百五吧', 15_000],
])('the point of a figure parts nothing: %s', (text, fen) => {
  expect(readInside('amount', text, new Date(0))?.value ?? fen).toBe(fen);
});

test('who speaks of another home than the own one is asked about that home’s account', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');
  const home = `${leader.known?.building ?? ''}号楼`;
  const neighbour = (await grid.inUnit(unit => unit.members.households())).find(
    ({ building, userids }) => building === leader.known?.building && !userids.includes(leader.userid),
  );
  const place = `${home}${neighbour?.unit ?? ''}单元${neighbour?.room ?? ''}`;

  const asked = await leader.says(`${place}不是我家的 解绑了 房子卖了`, inPrivate);

  expect(asked).toMatch(/账号/u);
  expect(asked).not.toContain('解除自己');
});

test.each(['路灯我出个屁 三百', '路灯同意个鬼', '我附议他个头', '路灯。', '垃圾'])(
  'scorn and a bare word do nothing and ask nothing: %s',
  async words => {
    const grid = await twoOfEach();
    const speaker = grid.resident(20);
    const before = await grid.journal();

    await speaker.says(words);

    expect(speaker.last.answers).toBeUndefined();
    expect(await grid.journal()).toEqual(before);
  },
);

test.each(['3号反对的都是谁啊', '谁投的反对 3号', '3号都是哪几家不同意的'])(
  'who voted how is told to nobody: %s',
  async words => {
    const grid = await twoOfEach();
    const before = await grid.journal();

    expect(await grid.resident(20).says(words)).toContain('谁家投了什么不公布');
    expect(await grid.journal()).toEqual(before);
  },
);

test('of two shares in one report of progress the whole is asked, and it is read back as it was said', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { title: '装路灯', budgetFen: 1_000_000 });
  const leader = grid.role('building_leader');

  expect(await leader.says('1号刷完一半了，杆子立了六成', inPrivate)).toContain('百分之多少');
  expect(await leader.says('55%', inPrivate)).toContain('杆子立了六成');
  expect(await grid.journal()).not.toContain('progress.report');
  expect(await leader.says('是', inPrivate)).toContain('完成55%');
});
