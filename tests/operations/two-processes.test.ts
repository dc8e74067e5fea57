import { describe, expect, inject, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import { Ballot } from '../../src/store/ballot/ballot.js';
import { Callback } from '../../src/store/engine/callback.js';
import { LedgerEntry } from '../../src/store/funds/ledger-entry.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { asSecondProcess } from '../support/second-process.js';
import { aProject, received } from '../support/works.js';

const rounds = 6;

async function isProven(grid: Neighbourhood): Promise<void> {
  const lines: string[] = [];
  const isSound = await verify(grid.store, line => lines.push(line));
  expect(isSound, lines.join('\n')).toBe(true);
}

// Two bots serve one record only on PostgreSQL; the races of one process stand in tests/talk/dispatch.test.ts.
describe.runIf(inject('postgres'))('two bots on one PostgreSQL', () => {
  test('a message that both get, three times at once, is one deed with one answer', async () => {
    const one = await aNeighbourhood();
    const two = await asSecondProcess(one);
    await aProject(one, { state: 'pledging', budgetFen: 10_000_000 });

    for (let round = 0; round < rounds; round += 1) {
      const said = { id: `pledge-${round}` };
      const answers = await Promise.all(
        [one, two, one, two, one, two].map(process => process.resident(20 + round).says('1号项目我出5元', said)),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('认捐5元，已记');
    }

    expect(await one.store.dataSource.manager.countBy(LedgerEntry, {})).toBe(rounds);
    expect(await one.store.dataSource.manager.countBy(Callback, {})).toBe(rounds);
    expect((await one.journal()).filter(deed => deed === 'pledge.money')).toHaveLength(rounds);
    await isProven(one);
  });

  test('of two votes of one household, cast by two of its members at once, one stands, and both are told', async () => {
    const one = await aNeighbourhood();
    const two = await asSecondProcess(one);
    await one.inUnit(async unit => {
      const { householdId } = await unit.members.view(one.resident(20).userid);
      await unit.members.keep({ gridId: unit.grid.id, userid: 'spouse', name: '配偶', householdId, boundAt: one.now });
      unit.journal.add('story', { by: 'operator', at: one.now });
    });
    await one.role('building_leader').says('发起表决：要不要装路灯，3天后截止');

    for (let round = 0; round < rounds; round += 1) {
      const answers = await Promise.all([one.resident(20).says('同意'), two.resident('spouse').says('反对')]);
      for (const answer of answers) expect(answer).toMatch(/^1号您家改?投了(?:同意|反对)$/u);
    }

    const ballots = await one.store.dataSource.manager.find(Ballot, { order: { id: 'ASC' } });
    expect(ballots.length).toBe(2 * rounds);
    expect(new Set(ballots.map(({ householdId }) => householdId)).size).toBe(1);
    expect(await one.postsTo('spouse')).not.toEqual([]);
    expect(await one.resident(40).says('1号投票情况')).toContain('已有1户投票');
    await isProven(one);
  });

  test('two approvals of one payment at once are one approval', async () => {
    const one = await aNeighbourhood();
    const two = await asSecondProcess(one);
    const project = await aProject(one, { budgetFen: 2_000_000 });
    await received(one, project, { fen: 2_000_000, source: 'subsidy' });
    for (let request = 1; request <= rounds; request += 1) {
      await one.role('building_leader').says(`1号申请支出${300 + request}元：电缆，付给第${request}五金店`);
      await one.role('bookkeeper').says(`核对申请${request}`);

      const words = `批准申请${request}`;
      const answers = await Promise.all([
        one.role('grid_secretary').says(words),
        two.role('grid_secretary').says(words),
      ]);

      expect(answers.filter(answer => answer.includes('留24小时'))).toHaveLength(1);
    }
    expect((await one.journal()).filter(deed => deed === 'spend.approve')).toHaveLength(rounds);
    await isProven(one);
  });
});
