import { expect, test } from 'vitest';
import { answeredFirst } from '../../../src/talk/question/elsewhere.js';
import { Ballot } from '../../../src/store/ballot/ballot.js';
import type { Neighbourhood, Person } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

const inPrivate = { chat: 'single' } as const;

interface Told {
  readonly grid: Neighbourhood;
  readonly person: Person;
}

/** A deed that was read back to a resident and waits for a yes. */
async function readBack(intent: string, slots: Record<string, unknown>, asks = 'yes'): Promise<Told> {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await grid.inUnit(unit =>
    unit.questions.ask({ userid: person.userid, chat: 'single', intent, slots, asks, askedAt: grid.now }),
  );
  return { grid, person };
}

async function votes({ grid }: Told): Promise<Record<number, string>> {
  const all = await grid.store.dataSource.manager.find(Ballot, {});
  const polls = await grid.inUnit(unit => unit.polls.open());
  return Object.fromEntries(all.map(({ pollId, choice }) => [polls.find(({ id }) => id === pollId)?.no ?? 0, choice]));
}

async function promised({ grid, person }: Told, no: number): Promise<number> {
  return grid.inUnit(async unit => {
    const project = await unit.projects.byNo(no);
    const { householdId } = await unit.members.view(person.userid);
    return (await unit.ledger.standingOf(project?.id ?? 0, householdId ?? 0)).promisedFen;
  });
}

test.each(['清飞线那个同意吧', '飞线那事我家同意', '飞线中', '飞线我赞成', '4号同意', '飞线那个俺同意了吧'])(
  '“%s” behind the 反对 of another poll is a vote of its own, and both are recorded as they were meant',
  async words => {
    const told = await readBack('poll.vote', { no: 3, choice: 'disagree' });

    await told.person.says(words, inPrivate);
    expect(await votes(told)).not.toHaveProperty('3');
    await told.person.says('是', inPrivate);
    await told.person.says('是', inPrivate);

    expect(await votes(told)).toEqual({ 3: 'disagree', 4: 'agree' });
  },
);

test.each(['台阶我家出一百', '修台阶那个我们也出100元', '给台阶出100', '2号我出100元'])(
  '“%s” behind a promise for another matter is one of its own, and both are recorded',
  async words => {
    const told = await readBack('pledge.money', { no: 1, amount: 20_000 });

    await told.person.says(words, inPrivate);
    expect(await promised(told, 1)).toBe(0);
    await told.person.says('是', inPrivate);
    await told.person.says('是', inPrivate);

    expect([await promised(told, 1), await promised(told, 2)]).toEqual([20_000, 10_000]);
  },
);

test('what is put aside is named at once and put again, and a no ends it', async () => {
  const told = await readBack('poll.vote', { no: 3, choice: 'disagree' });

  const first = await told.person.says('飞线中', inPrivate);
  expect(first).toContain('3号');
  expect(await told.person.says('是', inPrivate)).toMatch(/4号[^]*您是要[^]*3号/u);
  expect(await told.person.says('不是', inPrivate)).not.toContain('您是要');
  expect(await votes(told)).toEqual({ 4: 'agree' });
});

test.each([
  ['是，飞线也同意', { 3: 'disagree' }],
  ['不是，飞线那个同意', {}],
])('“%s” answers with its first word, and the others stand by themselves', async (words, done) => {
  const told = await readBack('poll.vote', { no: 3, choice: 'disagree' });

  expect(await told.person.says(words, inPrivate)).toContain('4号');
  expect(await votes(told)).toMatchObject(done);
  await told.person.says('是', inPrivate);
  expect(await votes(told)).toEqual({ ...done, 4: 'agree' });
});

test.each(['飞线那个我再想想', '飞线的事回头再说吧', '飞线那边太乱了'])(
  '“%s” is said of another matter: nothing is recorded, and the question is put again',
  async words => {
    const told = await readBack('poll.vote', { no: 3, choice: 'disagree' });

    expect(await told.person.says(words, inPrivate)).toContain('3号');
    expect(await told.grid.journal()).not.toContain('report.open');
    await told.person.says('是', inPrivate);
    expect(await votes(told)).toEqual({ 3: 'disagree' });
  },
);

test.each(['是', '对，就是反对', '楼道那个反对', '对 3号', '刷楼道反对'])(
  '“%s” says what was read back',
  async words => {
    const told = await readBack('poll.vote', { no: 3, choice: 'disagree' });

    await told.person.says(words, inPrivate);
    await told.person.says('是', inPrivate);

    expect(await votes(told)).toEqual({ 3: 'disagree' });
  },
);

test.each(['是飞线那个', '不对，4号', '不对，飞线那个'])('“%s” puts the other matter in its place', async words => {
  const told = await readBack('poll.vote', { no: 3, choice: 'disagree' });

  expect(await told.person.says(words, inPrivate)).toContain('4号');
  await told.person.says('是', inPrivate);
  expect(await votes(told)).toEqual({ 4: 'disagree' });
});

test.each(['台阶我家出一百，行不', '那台阶那个，我出一百'])(
  '“%s” names the other matter and another sum: the old sum is never given to it',
  async words => {
    const told = await readBack('pledge.money', { no: 1, amount: 20_000 });

    await told.person.says(words, inPrivate);
    await told.person.says('是', inPrivate);
    expect(await promised(told, 2)).not.toBe(20_000);
  },
);

test('what is put again stays open beside what is said of another matter, however often', async () => {
  const told = await readBack('poll.vote', { no: 3, choice: 'disagree' });

  for (const words of ['飞线那个我再想想', '飞线的事回头再说吧', '台阶的事我得跟老头子商量商量'])
    expect(await told.person.says(words, inPrivate)).toContain('3号');
  await told.person.says('是', inPrivate);
  expect(await votes(told)).toEqual({ 3: 'disagree' });
});

test('a name with another sum is no answer to the question for the number', async () => {
  const told = await readBack('pledge.money', { amount: 20_000 }, 'no');

  await told.person.says('台阶我出一百', inPrivate);
  for (const _ of [1, 2]) await told.person.says('是', inPrivate);
  expect(await promised(told, 2)).not.toBe(20_000);
});

test('a name with another choice is no answer to the question for the number', async () => {
  const told = await readBack('poll.vote', { choice: 'disagree' }, 'no');

  await told.person.says('飞线那个中', inPrivate);
  await told.person.says('是', inPrivate);
  expect((await votes(told))[4]).not.toBe('disagree');
});

test.each([
  ['是，飞线也同意', 'yes'],
  ['不是，飞线同意', 'no'],
  ['算了 飞线那个同意吧', 'no'],
  ['飞线，同意', undefined],
  ['是', undefined],
])('“%s” answers first: %s', (words, answer) => {
  expect(answeredFirst(words)?.answer).toBe(answer);
});

test.each([
  ['就是提个提案', true],
  ['我要提议', true],
  ['对 是提案', true],
  ['就是提异议', false],
  ['不提提案', false],
  ['提案是啥', false],
])('a proposal that was read back is meant by “%s”: %s', async (words, isMeant) => {
  const told = await readBack('proposal.open', { title: '门口装充电桩' });

  await told.person.says(words, inPrivate);
  expect((await told.grid.journal()).includes('proposal.open')).toBe(isMeant);
});

test.each(['3号楼3单元302没手机，让我给她认八十', '2号楼1单元101出五十'])(
  '“%s” to the question whose promise of 100 it is books no 100',
  async words => {
    const { grid, person } = await readBack('pledge.money', { no: 1, amount: 10_000 }, 'beneficiary');

    await person.says(words, inPrivate);

    expect(await grid.journal()).not.toContain('pledge.money');
  },
);
