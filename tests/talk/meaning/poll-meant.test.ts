import { describe, expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, onDisplay } from '../../support/works.js';

/** 1号 is for yes or no, 2号 has colours. */
const three = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '西墙根盖个电动车充电棚', ...onDisplay });
  await grid.role('building_leader').says('1号发起表决，3月17日20:00截止');
  await grid.role('building_leader', 1).says('发起投票：二号楼楼道刷什么颜色，选项白色、米黄、浅绿，3月17日晚八点截止');
  return grid;
});

/** The same with another one for yes or no. */
const four = playedOnce(async () => {
  const grid = await three();
  await aProject(grid, { title: '楼顶做防水', ...onDisplay });
  await grid.role('building_leader').says('3号发起表决，3月17日20:00截止');
  return grid;
});

async function voted(grid: Neighbourhood, words: readonly string[]): Promise<string> {
  const voter = grid.resident(45);
  for (const said of words) await voter.says(said, { chat: 'single' });
  if (/您是要/u.test(voter.last.text) && voter.last.answers) await voter.says('是', { chat: 'single' });
  return grid.inUnit(async unit => {
    const { householdId } = await unit.members.view(voter.userid);
    const cast: string[] = [];
    for (const poll of await unit.polls.open()) {
      const ballot = await unit.polls.ballotOf(poll.id, householdId ?? 0);
      if (ballot) cast.push(`${poll.no}号${ballot.choice}`);
    }
    return cast.join();
  });
}

describe('which of several polls is meant', () => {
  test.each([
    ['棚子我投赞成票', '1号agree'],
    ['那个盖棚的事我家投反对，挡我窗户了', '1号disagree'],
    ['棚子的票我要改，改反对', '1号disagree'],
    ['棚子那个我选错了，弃权', '1号abstain'],
    ['车棚我家同意', '1号agree'],
    ['反对盖棚', '1号disagree'],
    ['防水的事我没意见', '3号agree'],
  ])('a word of its name tells: “%s”', async (words, expected) => {
    expect(await voted(await four(), [words])).toBe(expected);
  });

  test('a vote changed in few words is the one that was cast just before', async () => {
    expect(await voted(await four(), ['西墙那个棚子，我家不赞成', '那行吧，改赞成'])).toBe('1号agree');
  });

  test.each([
    ['想明白了，投赞成', '1号agree'],
    ['那我家自己的先投了，同意', '1号agree'],
    ['我家随大流，白的', '2号白色'],
    ['白的吧', '2号白色'],
    ['颜色嘛，白的干净', '2号白色'],
    ['黄的好看', '2号米黄'],
    ['我家投绿的', '2号浅绿'],
  ])('the choice that only one has tells: “%s”', async (words, expected) => {
    expect(await voted(await three(), [words])).toBe(expected);
  });

  test.each([
    [['楼道我选米黄', '要不还是浅绿护眼'], '2号浅绿'],
    [['楼道我选白色', '那就还是米黄，别再变了'], '2号米黄'],
  ])('an option changed in other words: %s', async (words, expected) => {
    expect(await voted(await three(), words)).toBe(expected);
  });

  test.each([
    ['同意'],
    ['改赞成'],
    ['他说棚子他投赞成'],
    ['棚子投赞成会不会得罪人'],
    ['白的墙都掉皮了'],
    ['绿的那棵树长虫了'],
    ['能选白的吗'],
    ['听说大家都选白的'],
    ['白的还是黄的'],
    ['二号楼那个我没意见'],
  ])('“%s” is no vote of one of them', async words => {
    expect(await voted(await four(), [words])).toBe('');
  });
});
