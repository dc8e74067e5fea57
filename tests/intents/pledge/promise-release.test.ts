import { describe, expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aDesk, atDesk } from '../../support/desk.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, aRoundOf, reconciles, theProject } from '../../support/works.js';

/** Collecting begins on 6 March; the round ends on the 10th, and the last reminder is told on the 15th. */
const begin = '2026-03-06T10:00:00+08:00';
const early = '2026-03-17T10:00:00+08:00';
const late = '2026-03-18T11:00:00+08:00';

interface Round {
  readonly grid: Neighbourhood;
  readonly secretary: Person;
  readonly payer: Person;
  readonly silent: Person;
  readonly home: string;
}

/** `3号楼2单元301`, as it stands in the roster. */
function homeOf({ known }: Person): string {
  return known ? `${known.building}号楼${known.unit}单元${known.room}` : '';
}

/** Two homes promised all that is asked for, 600 yuan and 400; one has paid, where `paid`, and one never does. */
async function aRound({ paid = true, at = late } = {}): Promise<Round> {
  const grid = await aNeighbourhood({ now: begin });
  await aProject(grid, {
    ...aRoundOf(100_000, { capFen: 100_000 }),
    pledgeClosesAt: new Date('2026-03-10T16:00:00Z'),
  });
  const [payer, silent] = [grid.resident(3), grid.resident(20)];
  await payer.says('1号我出600元');
  await silent.says('1号我出400元');
  if (paid) {
    await grid.role('cashier').says(`1号收到${homeOf(payer)} 600元`);
    await reconciles(grid, 1);
  }
  await grid.until(at);
  return { grid, secretary: grid.role('grid_secretary'), payer, silent, home: homeOf(silent) };
}

const privately = { chat: 'single' } as const;

test('a promise that is never paid is released with a reason: that home hears it, everybody sees the sum, nobody the home', async () => {
  const { grid, secretary, silent, home } = await aRound();
  const before = (await grid.posts()).length;

  expect(await secretary.says(`1号放回${home}的认捐`, privately)).toContain('为什么放回');
  expect(await secretary.says('家里有困难', privately)).toMatch(
    /没交的400元，已私下告诉那一户；只公开总数。还差400元/u,
  );

  const told = (await grid.postsTo(silent.userid)).at(-1);
  expect(told).toMatch(/还没有交的400元，书记已经放回，不用再交了。原因：家里有困难/u);
  await grid.until('2026-03-24T12:00:00+08:00');
  const posts = (await grid.posts()).slice(before).join('\n');
  expect(posts).toMatch(/认筹600元（没交、已放回的400元不算）[^]*书记放回认筹400元/u);
  expect(posts).not.toMatch(/困难|单元/u);
  expect((await grid.postsTo(silent.userid)).filter(text => text.includes('没有交。自愿参与'))).toHaveLength(3);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('nobody releases what a home of their own has promised, a second one neither; another secretary does', async () => {
  const { grid, secretary, silent, home } = await aRound();
  await grid.inUnit(async unit => {
    const own = await unit.members.byUserid(secretary.userid);
    const { householdId } = await unit.members.view(silent.userid);
    if (!own || householdId === null) throw new Error('both are bound');
    await unit.members.keep({ ...own, alsoBound: [{ id: householdId, at: grid.now.toISOString() }] });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await secretary.says(`1号放回${home}的认捐：家里有困难`, privately)).toContain('自己家认的钱不能由自己放回');
  const other = grid.role('community_secretary');
  expect(await other.says(`1号放回${home}的认捐：家里有困难`, privately)).toContain('没交的400元');
});

test('the matter goes on: other money takes over the gap', async () => {
  const { grid, secretary, home } = await aRound();
  await secretary.says(`1号放回${home}的认捐：联系不上`, privately);
  expect(await secretary.says('待办', privately)).toContain('由别的钱补缺口400元');

  await secretary.says('1号缺口：公益资源400元（宏达公司捐赠协议）', privately);

  expect((await theProject(grid, 1)).state).toBe('funded');
});

test('the home may pay after all, and the matter goes on with it', async () => {
  const { grid, secretary, home } = await aRound();
  await secretary.says(`1号放回${home}的认捐：联系不上`, privately);

  await grid.role('cashier').says(`1号收到${home} 400元`);
  await reconciles(grid, 1);

  expect((await theProject(grid, 1)).state).toBe('funded');
});

test('where nobody has paid the round is over with it, and the secretary hears so before', async () => {
  const { grid, secretary, home } = await aRound({ paid: false });
  expect(await secretary.says(`1号放回${home}的认捐：说不交了`, privately)).toContain('还没有人交过钱');
  await secretary.says('是', privately);
  expect((await grid.posts()).at(-1)).toContain('有认捐撤回或放回，又有缺口');

  await grid.until('2026-03-19T10:00:00+08:00');

  expect((await theProject(grid, 1)).state).toBe('funding_failed');
});

test('its form names no home: who has not paid is asked of the cashier', async () => {
  const { grid, secretary, payer, home } = await aRound();
  const desk = await atDesk(await aDesk(grid), secretary);

  const page = (await desk.read('/desk/do/promise.release?no=1')).text;

  for (const each of [home, homeOf(payer)]) expect(page).not.toContain(`${each}没交`);
});

describe('who waits for it', () => {
  test('the secretaries, once the reminders are done; nobody before', async () => {
    const { grid, secretary, home } = await aRound({ at: early });
    const line = '放回1户提醒完还没交的认捐';
    expect(await secretary.says('待办', privately)).not.toContain(line);

    await grid.until(late);

    expect(await secretary.says('待办', privately)).toContain(line);
    expect(await grid.role('grid_deputy').says('待办', privately)).toContain(line);
    expect(await grid.role('cashier').says('待办', privately)).not.toContain(line);
    expect((await grid.postsTo(secretary.userid)).join('\n')).not.toContain(line);
    await grid.until('2026-03-19T10:00:00+08:00');
    expect((await grid.postsTo(secretary.userid)).join('\n')).toContain(line);
    expect(await secretary.says('1号到哪一步了')).not.toContain(home);
  });

  test.each([
    ['before the reminders are done', early, (home: string) => `1号放回${home}的认捐：催过了`, '还早：1号先等认筹到期'],
    ['of a home that has paid', late, (_: string, payer: string) => `1号放回${payer}的认捐：催过了`, '没有什么要放回'],
    ['of a home that is unknown', late, () => '1号放回9号楼9单元901的认捐：催过了', '没有'],
    ['of another matter', late, (home: string) => `7号放回${home}的认捐：催过了`, '没有7号'],
  ])('it is refused %s', async (_, at, said, refusal) => {
    const { grid, secretary, home, payer } = await aRound({ at });

    expect(await secretary.says(said(home, homeOf(payer)), privately)).toContain(refusal);

    expect((await grid.journal()).join()).not.toContain('promise.release');
  });

  test('a resident may not, and in the group nobody is named', async () => {
    const { grid, secretary, payer, home } = await aRound();
    expect(await payer.says(`1号放回${home}的认捐：不想等了`, privately)).toContain('书记');
    expect(await secretary.says(`1号放回${home}的认捐：不想等了`)).toContain('不在群里说');
    expect((await grid.journal()).join()).not.toContain('promise.release');
  });
});
