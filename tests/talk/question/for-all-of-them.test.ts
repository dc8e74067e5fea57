import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

async function ballots(grid: Neighbourhood, userid: string): Promise<Record<number, string>> {
  return grid.inUnit(async unit => {
    const { householdId } = await unit.members.view(userid);
    const cast: Record<number, string> = {};
    for (const poll of await unit.polls.open()) {
      const ballot = await unit.polls.ballotOf(poll.id, householdId ?? 0);
      if (ballot) cast[poll.no] = ballot.choice;
    }
    return cast;
  });
}

test.each(['都', '都同意', '两个都投', '全部', '3号和4号', '3、4号', '3号4号', '3号还有4号都是', '都一样'])(
  'which of several votes is meant is answered by “%s”: each of them',
  async words => {
    const grid = await twoOfEach();
    const voter = grid.resident(20);

    expect(await voter.says('同意')).toContain('都一样就回复“都”');
    await voter.says(words);

    expect(await ballots(grid, voter.userid)).toEqual({ 3: 'agree', 4: 'agree' });
  },
);

test.each(['都反对', '3号和4号都反对', '都行吧你看着办', '都在家吗', '3号和9号'])(
  '“%s” answers the question for none of them',
  async words => {
    const grid = await twoOfEach();
    const voter = grid.resident(20);

    await voter.says('同意');
    await voter.says(words);

    expect(await ballots(grid, voter.userid)).not.toMatchObject({ 3: 'agree', 4: 'agree' });
  },
);

test('of a sum nobody knows whether it is for each: the number is asked again', async () => {
  const grid = await twoOfEach();

  await grid.resident(20).says('我出200元');
  expect(await grid.resident(20).says('都')).toContain('几号');
  expect(await grid.journal()).not.toContain('pledge.money');
});
