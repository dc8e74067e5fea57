import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

const threeRounds = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  for (const title of ['装路灯', '修台阶', '清飞线']) await aProject(grid, { title, state: 'pledging' });
  return grid;
});

/** What the resident's household promises, in fen, by project; and the help that stands. */
async function promised(grid: Neighbourhood, userid: string): Promise<Record<string, unknown>> {
  return grid.inUnit(async unit => {
    const { householdId } = await unit.members.view(userid);
    const standing: Record<string, unknown> = {};
    for (const no of [1, 2, 3]) {
      const project = await unit.projects.byNo(no);
      if (!project || householdId === null) continue;
      const { promisedFen } = await unit.ledger.standingOf(project.id, householdId);
      if (promisedFen > 0) standing[`${no}号`] = promisedFen;
      const offers = (await unit.ledger.offers(project.id)).filter(({ cancelledAt }) => cancelledAt === null);
      if (offers.length > 0)
        standing[`${no}号捐物`] = offers.map(({ what, quantity, minutes }) => [what, quantity ?? minutes]);
    }
    return standing;
  });
}

test.each<readonly [string, string, Record<string, unknown>]>([
  ['2号我出200元', '改成三百', { '2号': 30_000 }],
  ['2号我出200元', '不是200，是300', { '2号': 30_000 }],
  ['2号我出200元', '打错了，是250', { '2号': 25_000 }],
  ['2号我出200元', '再加十块', { '2号': 21_000 }],
  ['2号我出200元', '刚才那个取消', {}],
  ['2号我出200元', '算了不出了', {}],
  ['2号我出200元', '取消刚才那笔', {}],
  ['2号我出200元', '不是2号，是3号', { '3号': 20_000 }],
  ['2号我出200元', '给我匿名', { '2号': 20_000 }],
  ['2号我出300元', '唉不对 二百五吧，别笑', { '2号': 25_000 }],
  ['2号我出2000元', '哎呀多打了个零，是200', { '2号': 20_000 }],
  ['2号我出200元', '写错了写错了，三百', { '2号': 30_000 }],
  ['2号我出200元', '不好意思，打错了，应该是150，抱歉', { '2号': 15_000 }],
  ['2号我出200再出半天工', '工我出一天吧，钱不变', { '2号': 20_000, '2号捐物': [[null, 480]] }],
  ['2号我出200再出半天工', '钱我出三百吧', { '2号': 30_000, '2号捐物': [[null, 240]] }],
  ['2号我捐三十块砖', '不是三十，是五十块', { '2号捐物': [['砖', 50]] }],
  ['2号我捐三十块砖', '改成二十', { '2号捐物': [['砖', 20]] }],
  ['2号我捐三十块砖', '刚才那个取消', {}],
  ['2号我捐三十块砖', '不是2号，是3号', { '3号捐物': [['砖', 30]] }],
])('“%s”, then “%s” leaves %j', async (first, second, standing) => {
  const grid = await threeRounds();
  const resident = grid.resident(20);

  await resident.says(first);
  const answer = await resident.says(second);

  expect(await promised(grid, resident.userid), answer).toEqual(standing);
  expect(answer).toMatch(/已|改为|共认捐/u);
}); // prettier-ignore

test('what was promised before the last sentence stays', async () => {
  const grid = await threeRounds();
  const resident = grid.resident(20);
  await resident.says('2号我出100元');
  await resident.says('2号我出200元');
  await resident.says('再加');

  await resident.says('改成50');
  expect(await promised(grid, resident.userid)).toEqual({ '2号': 15_000 });

  await resident.says('刚才那个取消');
  expect(await promised(grid, resident.userid)).toEqual({ '2号': 10_000 });
});

test.each([
  ['再加200', '改成500', 50_000, '改为500元'],
  ['2号再加200', '改成50', 5000, '改为50元'],
  ['再加200', '不是300，是350', 35_000, '改为350元'],
  ['再加200', '不是200，是250', 35_000, '把刚才的200元改为250元'],
])('100 yuan, then “%s”, then “%s” makes the whole %i fen', async (adding, change, wholeFen, said) => {
  const grid = await threeRounds();
  const resident = grid.resident(20);
  await resident.says('2号我出100元');
  await resident.says(adding);

  expect(await resident.says(change)).toContain(said);
  expect(await promised(grid, resident.userid)).toEqual({ '2号': wholeFen });
  expect(await resident.says('再加10', { chat: 'single' })).toContain('您家合计');
});

test('after ten minutes a correction speaks of nothing', async () => {
  const grid = await threeRounds();
  const resident = grid.resident(20);
  await resident.says('2号我捐三十块砖');
  await grid.until('2026-03-18T09:11:00+08:00');

  await resident.says('刚才那个取消');

  expect(await promised(grid, resident.userid)).toEqual({ '2号捐物': [['砖', 30]] });
});

test.each(['同上', '我也一样', '+1'])('“%s” in private, where nobody else is heard, is asked about', async words => {
  const grid = await threeRounds();
  await grid.resident(21).says('2号我出200元');

  expect(await grid.resident(20).says(words, { chat: 'single' })).toContain('请说全');
  expect(await promised(grid, grid.resident(20).userid)).toEqual({});
});

test('a booked sum is not corrected into a pledge of one’s own', async () => {
  const grid = await threeRounds();
  const project = await theProject(grid, 2);
  await grid.inUnit(async unit => {
    unit.journal.add('funds.receive', { by: 'r020', at: grid.now, facts: { no: project.no, amountFen: 30_000 } });
  });

  expect(await grid.resident('r020').says('改成302')).toContain('冲销');
  expect(await promised(grid, 'r020')).toEqual({});
});

test.each<readonly [string, string, string, Record<string, unknown>]>([
  ['2号我出800元', '取消取消，手滑多按了', '是，800那个不要了', {}],
  ['2号我出800元', '取消', '是', {}],
  ['2号我出800元', '哎呀点错了', '对', {}],
  ['2号我出800元', '取消，孩子乱按的', '嗯', {}],
  ['2号我出800元', '取消吧', '是，2号那个不要了', {}],
  ['2号我出800元', '取消', '不是', { '2号': 80_000 }],
  ['2号我出800元', '取消', '是，500那个不要了', { '2号': 80_000 }],
  ['2号我出2000元', '多打了个零', '是', { '2号': 20_000 }],
  ['2号我出30元', '少打了个0', '对', { '2号': 30_000 }],
  ['2号我出2000元', '多打了个零', '不是', { '2号': 200_000 }],
])('“%s”, then “%s” is read back; “%s” leaves %j', async (first, second, answer, standing) => {
  const grid = await threeRounds();
  const resident = grid.resident(20);
  await resident.says(first);
  const before = await promised(grid, resident.userid);

  expect(await resident.says(second)).toMatch(/吗？回复“是”确认/u);
  expect(await promised(grid, resident.userid)).toEqual(before);
  const said = await resident.says(answer);

  expect(await promised(grid, resident.userid), said).toEqual(standing);
}); // prettier-ignore

test('what is wrong without what is right changes nothing and is told how', async () => {
  const grid = await threeRounds();
  const resident = grid.resident(20);
  await resident.says('2号我出200元');

  expect(await resident.says('写错了')).toContain('2号认捐200元。要改请说对的数');
  expect(await promised(grid, resident.userid)).toEqual({ '2号': 20_000 });
});

test.each(['还是给我匿名吧 不想让人家说闲话', '那就别写我名字了', '匿名吧，省得人家问'])(
  '“%s” hides the giver, and “不匿名了” takes it back',
  async words => {
    const grid = await threeRounds();
    const resident = grid.resident(20);
    const unnamed = async (): Promise<number[]> =>
      grid.inUnit(async unit =>
        (await unit.ledger.notes((await unit.projects.byNo(2))?.id ?? 0)).map(note => note.unnamed),
      );
    await resident.says('2号我出500元');

    expect(await resident.says(words)).toContain('不公开您家');
    expect(await unnamed()).toEqual([1]);

    expect(await resident.says('不匿名了')).toContain('不再匿名');
    expect(await unnamed()).toEqual([0]);
    expect(await promised(grid, resident.userid)).toEqual({ '2号': 50_000 });
  },
);

test.each(['2号我出200元，不用匿名', '不用匿名了，2号我出200元', '2号出200，匿名就算了'])(
  '“%s” is given by name',
  async words => {
    const grid = await threeRounds();
    const resident = grid.resident(20);

    await resident.says(words);

    expect(await promised(grid, resident.userid)).toEqual({ '2号': 20_000 });
    const notes = await grid.inUnit(async unit => unit.ledger.notes((await unit.projects.byNo(2))?.id ?? 0));
    expect(notes).toEqual([]);
  },
);

test('“不是，我说…” is what is said then', async () => {
  const grid = await threeRounds();
  const resident = grid.resident(20);

  await resident.says('不是，我说2号我出200元');

  expect(await promised(grid, resident.userid)).toEqual({ '2号': 20_000 });
});
