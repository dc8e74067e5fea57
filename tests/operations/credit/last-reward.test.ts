import { expect, inject, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../../ormconfig.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { redeemReward } from '../../../src/operations/credit/redeem-reward.js';
import { openStore } from '../../../src/store/engine/open.js';
import type { Store } from '../../../src/store/engine/store.js';
import type { Cause, Unit } from '../../../src/store/engine/unit.js';
import { sample } from '../../../src/trial/sample-grid.js';
import { seedTrial } from '../../../src/trial/seed.js';
import { freshDatabase } from '../../support/postgres.js';

const now = new Date('2026-03-02T10:00:00+08:00');

function inGrid<T>(store: Store, work: (unit: Unit) => Promise<T>, cause: Cause | null = null): Promise<T> {
  return store.inUnit(async open => {
    const grid = await open.grids.byCode(sample.code);
    if (!grid) throw new Error('there is no grid');
    return work(await open.within(grid));
  }, cause);
}

// Two processes share one record only on PostgreSQL.
test.runIf(inject('postgres'))(
  'two bots on one database hand out the last one once, however often they race',
  async () => {
    const url = await freshDatabase(inject('postgres') ?? '');
    const [one, two] = [await openStore(ormconfig(url)), await openStore(ormconfig(url))];
    onTestFinished(async () => {
      await one.dataSource.destroy();
      await two.dataSource.destroy();
    });
    await seedTrial(one, now);
    const rivals = [
      { store: one, userid: 'r040' },
      { store: two, userid: 'r041' },
      { store: one, userid: 'r042' },
      { store: two, userid: 'r043' },
    ];
    await inGrid(one, async unit => {
      for (const { userid } of rivals) {
        const { id } = await unit.members.view(userid);
        const given = { behaviour: 'lead', points: 500, score: 500, about: 'given', at: now } as const;
        await unit.credit.add({ memberId: id, ...given });
      }
      unit.journal.add('story', { by: 'operator', at: now });
    });

    for (let round = 0; round < 8; round += 1) {
      const at = new Date(now.getTime() + round * 93 * 86_400_000);
      await inGrid(one, async unit => {
        const cup = (await unit.credit.rewards()).find(({ item }) => item === '保温杯');
        if (cup) await unit.credit.keepReward({ ...cup, stock: 1 });
        unit.journal.add('story', { by: 'operator', at });
      });
      const tried = await Promise.allSettled(
        rivals.map(({ store, userid }) =>
          inGrid(
            store,
            async unit => redeemReward(unit, { member: await unit.members.view(userid), item: '保温杯', quantity: 1 }),
            { by: userid, at, messageId: `${userid}-${round}` },
          ),
        ),
      );

      const refused = tried.flatMap(result => (result.status === 'rejected' ? [result.reason as unknown] : []));
      expect(refused).toHaveLength(rivals.length - 1);
      for (const reason of refused) expect(reason instanceof Refusal && reason.code).toBe('reward.empty');
      const cup = await inGrid(one, async unit => (await unit.credit.rewards()).find(({ item }) => item === '保温杯'));
      expect(cup?.stock).toBe(0);
    }
  },
);
