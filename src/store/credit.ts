import { MoreThanOrEqual } from 'typeorm';
import type { Behaviour } from '../domain/credit.js';
import { PointEntry } from './entities/point-entry.js';
import { Redemption } from './entities/redemption.js';
import { Reward } from './entities/reward.js';
import type { Rows } from './rows.js';

export class Credit {
  constructor(private readonly rows: Rows) {}

  async entries(memberId: number): Promise<PointEntry[]> {
    return this.rows.manager.find(PointEntry, { where: { gridId: this.rows.gridId, memberId }, order: { id: 'ASC' } });
  }

  async has(memberId: number, behaviour: Behaviour, about: string): Promise<boolean> {
    return this.rows.manager.existsBy(PointEntry, { gridId: this.rows.gridId, memberId, behaviour, about });
  }

  async since(memberId: number, behaviour: Behaviour, from: Date): Promise<PointEntry[]> {
    return this.rows.manager.findBy(PointEntry, {
      gridId: this.rows.gridId,
      memberId,
      behaviour,
      at: MoreThanOrEqual(from),
    });
  }

  async add(entry: Omit<PointEntry, 'id' | 'gridId'>): Promise<PointEntry> {
    return this.rows.keep(PointEntry, { ...entry, gridId: this.rows.gridId });
  }

  /** What every member has earned since a moment (redeemed points do not count), highest first, members by id on a tie. */
  async ranking(from: Date, most: number): Promise<{ memberId: number; points: number }[]> {
    const found = await this.rows.manager
      .createQueryBuilder(PointEntry, 'entry')
      .select('entry.memberId', 'memberId')
      .addSelect('SUM(entry.points)', 'points')
      .where('entry.gridId = :gridId AND entry.points > 0 AND entry.at >= :from', {
        gridId: this.rows.gridId,
        from: from.getTime(),
      })
      .groupBy('entry.memberId')
      .orderBy('SUM(entry.points)', 'DESC')
      .addOrderBy('entry.memberId', 'ASC')
      .limit(most)
      .getRawMany<{ memberId: number | string; points: number | string }>();
    return found.map(({ memberId, points }) => ({ memberId: Number(memberId), points: Number(points) }));
  }

  async rewards(): Promise<Reward[]> {
    return this.rows.manager.find(Reward, {
      where: { gridId: this.rows.gridId },
      order: { pricePoints: 'ASC', id: 'ASC' },
    });
  }

  async keepReward(reward: Omit<Reward, 'id'> | Reward): Promise<Reward> {
    return this.rows.keep(Reward, reward);
  }

  async redemptionsSince(rewardId: number, householdId: number, from: Date): Promise<Redemption[]> {
    return this.rows.manager.findBy(Redemption, {
      gridId: this.rows.gridId,
      rewardId,
      householdId,
      at: MoreThanOrEqual(from),
    });
  }

  async hasCode(code: string): Promise<boolean> {
    return this.rows.manager.existsBy(Redemption, { gridId: this.rows.gridId, code });
  }

  async keepRedemption(redemption: Omit<Redemption, 'id' | 'gridId'>): Promise<Redemption> {
    return this.rows.keep(Redemption, { ...redemption, gridId: this.rows.gridId });
  }
}
