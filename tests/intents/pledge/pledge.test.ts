import { expect, test } from 'vitest';
import pledge from '../../../intents/pledge/money.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, aRoundOf } from '../../support/works.js';

/** A round of 11 800 yuan for 118 households, which opens at the terms of the rules: 300 yuan a household at most. */
async function aRound(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await aProject(grid, { ...aRoundOf(1_180_000, { capFen: 30_000 }), ...changes });
  return grid;
}

function homeOf({ known }: Person): string {
  return `${known?.building}号楼${known?.unit}单元${known?.room}`;
}

test('a household may pledge up to the cap, in one sum or in several, and hears how much is left', async () => {
  const grid = await aRound();
  const giver = grid.resident(20);

  expect(await giver.says('1号我出300.01元')).toContain('每户最多认筹300元，免得大家有压力。还可以认300元');
  expect(await giver.says('1号我出200元')).toContain('认捐200元');
  expect(await giver.says('再加200元')).toContain('您家已认200元，还可以认100元');
  expect(await giver.says('改成300元')).toBe('1号认捐改为300元');
  expect(await giver.says('再加1元')).toContain('心意到了');
});

test.each(['1号我出200元', '我出200元', '1号我捐十袋水泥', '1号我出工半天'])(
  '“%s” of a household outside the scope gets one sentence, and nothing is kept',
  async said => {
    const grid = await aRound({ scope: [{ building: '2' }] });
    const [outside, inside] = [grid.resident(0), grid.resident(40)];
    const deeds = await grid.journal();

    expect(await outside.says(said)).toMatch(/只在2号楼的住户里认筹，您家不在范围里|眼下没有可以/);
    expect(await grid.journal()).toEqual(deeds);
    expect(await inside.says(said)).toContain('1号');
    expect(await grid.journal()).not.toEqual(deeds);
  },
);

test('a pledge for another household: who pays and for whom are kept apart, and that household hears of it in private', async () => {
  const grid = await aRound();
  const [child, parents] = [grid.resident(20), grid.resident(50)];

  const answer = await child.says(`1号替${homeOf(parents)}认捐200元`);
  expect(answer).toBe('1号代认捐200元，已记');
  expect(answer).not.toContain(homeOf(parents));
  expect(await grid.postsTo(parents.userid)).toEqual([expect.stringMatching(/替您家给1号认捐200元，由对方交钱/)]);
  const [payer, beneficiary] = await grid.inUnit(async unit => {
    const [mine, theirs] = await Promise.all([20, 50].map(who => unit.members.view(grid.resident(who).userid)));
    const note = (await unit.ledger.notesOf(1, mine?.householdId ?? 0))[0];
    expect(note?.beneficiaryId).toBe(theirs?.householdId);
    return Promise.all([mine, theirs].map(one => unit.ledger.standingOf(1, one?.householdId ?? 0)));
  });
  expect(payer?.promisedFen).toBe(20_000);
  expect(beneficiary?.promisedFen).toBe(0);

  expect(await child.says('撤回1号项目的认捐')).toContain('已撤回');
  expect((await grid.postsTo(parents.userid)).at(-1)).toContain('已经撤回');
});

test('who names the own home promises for oneself', async () => {
  const grid = await aRound();
  const resident = grid.resident(20);

  expect(await resident.says(`替${homeOf(resident)}给1号认捐200元`)).toContain('1号认捐200元，已记');
  expect(await grid.postsTo(resident.userid)).toEqual([]);
});

test('for a household that is not there nothing is pledged', async () => {
  const grid = await aRound();

  expect(await grid.resident(20).says('1号替9号楼9单元901认捐200元')).toContain('花名册里没有');
  expect(await grid.inUnit(unit => unit.ledger.entries(1))).toEqual([]);
});

test.each(['1号我匿名捐200元', '1号我出200元，不用写我的名字', '匿名捐200元'])(
  '“%s”: the giver is not named, to the beneficiary neither',
  async said => {
    const grid = await aRound();
    const giver = grid.resident(20);

    expect(await giver.says(said)).toContain('不公开');
    const notes = await grid.inUnit(async unit =>
      unit.ledger.notesOf(1, (await unit.members.view(giver.userid)).householdId ?? 0),
    );
    expect(notes).toMatchObject([{ unnamed: 1, beneficiaryId: null }]);
  },
);

test('who pledges for another household and does not want to be named is told of as a neighbour', async () => {
  const grid = await aRound();
  const [giver, parents] = [grid.resident(20), grid.resident(50)];

  await giver.says(`1号匿名替${homeOf(parents)}认捐100元`);

  const [told = ''] = await grid.postsTo(parents.userid);
  expect(told).toContain('一位邻居替您家');
  expect(told).not.toContain('号楼');
});

test('ten thousand yuan of one household are read back before they are recorded, and a fen less is not', async () => {
  const grid = await aRound({ round: { targetFen: 4_000_000, minimumFen: 4_000_000, capFen: 4_000_000 } });
  const [one, other] = [grid.resident(20), grid.resident(21)];

  expect(await one.says('1号我出9999.99元')).toContain('已记');
  expect(await other.says('1号我出10000元')).toContain('您是要给1号认捐10,000元（一万元）吗');
  expect(await other.says('是')).toContain('已记');
});

test('a promise that goes to another home is never made without taking the first one back', async () => {
  const slots = { amount: 5000, beneficiary: '3号楼2单元502', insteadOf: '3号楼2单元501' };

  await expect(pledge.handle({ slots } as never)).rejects.toMatchObject({ slot: 'no' });
});
