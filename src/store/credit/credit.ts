import { IsNull, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { Behaviour } from '../../domain/credit/credit.js';
import { Appeal } from './appeal.js';
import { Benefits } from './benefits.js';
import { PointEntry } from './point-entry.js';
import { Redemption } from './redemption.js';
import { Reward } from './reward.js';
import type { New, Rows } from '../engine/rows.js';

/** What was earned: in older entries the points, in newer ones the score, which spending leaves alone. */
const earned = 'SUM(COALESCE(entry.score, entry.points))';

export class Credit {
  /** What households of a score enjoy. */
  readonly benefits: Benefits;

  constructor(private readonly rows: Rows) {
    this.benefits = new Benefits(rows);
  }

  async entries(memberId: number): Promise<PointEntry[]> {
    return this.rows.manager.find(PointEntry, { where: { gridId: this.rows.gridId, memberId }, order: { id: 'ASC' } });
  }

  async has(memberId: number, behaviour: Behaviour, about: string): Promise<boolean> {
    return this.rows.manager.existsBy(PointEntry, { gridId: this.rows.gridId, memberId, behaviour, about });
  }

  async entry(id: number): Promise<PointEntry | null> {
    return this.rows.manager.findOneBy(PointEntry, { gridId: this.rows.gridId, id });
  }

  async about(behaviour: Behaviour, about: string): Promise<PointEntry[]> {
    return this.rows.manager.findBy(PointEntry, { gridId: this.rows.gridId, behaviour, about });
  }

  /** The entry that takes another back; null while it stands. */
  async reversalOf(id: number): Promise<PointEntry | null> {
    return this.rows.manager.findOneBy(PointEntry, { gridId: this.rows.gridId, reversesId: id });
  }

  /** What was earned and not taken back in a span of time, in the order of the entries. */
  async earnedBetween(from: Date, until: Date): Promise<PointEntry[]> {
    const all = await this.rows.manager.find(PointEntry, {
      where: { gridId: this.rows.gridId, at: MoreThanOrEqual(from) },
      order: { id: 'ASC' },
    });
    const taken = new Set(all.map(({ reversesId }) => reversesId));
    return all.filter(
      ({ id, at, points, behaviour }) => at < until && points > 0 && behaviour !== 'return' && !taken.has(id),
    );
  }

  async since(memberId: number, behaviour: Behaviour, from: Date): Promise<PointEntry[]> {
    return this.rows.manager.findBy(PointEntry, {
      gridId: this.rows.gridId,
      memberId,
      behaviour,
      at: MoreThanOrEqual(from),
    });
  }

  async add(entry: Omit<New<PointEntry>, 'gridId'>): Promise<PointEntry> {
    return this.rows.keep(PointEntry, { ...entry, gridId: this.rows.gridId });
  }

  /** What every member has earned since a moment (redeemed points do not count), highest first, members by id on a tie. */
  async ranking(from: Date, most: number): Promise<{ memberId: number; points: number }[]> {
    const found = await this.rows.manager
      .createQueryBuilder(PointEntry, 'entry')
      .select('entry.memberId', 'memberId')
      .addSelect(earned, 'points')
      .where('entry.gridId = :gridId AND entry.behaviour NOT IN (:...uses) AND entry.at >= :from', {
        gridId: this.rows.gridId,
        from: from.getTime(),
        uses: ['redeem', 'return'] satisfies Behaviour[],
      })
      .groupBy('entry.memberId')
      .having(`${earned} > 0`)
      .orderBy(earned, 'DESC')
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

  async keepReward(reward: New<Reward> | Reward): Promise<Reward> {
    return this.rows.keep(Reward, reward);
  }

  async redemptionsSince(rewardId: number, householdId: number, from: Date): Promise<Redemption[]> {
    const taken = await this.rows.manager.findBy(Redemption, {
      gridId: this.rows.gridId,
      rewardId,
      householdId,
      at: MoreThanOrEqual(from),
    });
    // What was given back does not count against the household's share.
    return taken.filter(({ state }) => state !== 'cancelled' && state !== 'lapsed');
  }

  async hasCode(code: string): Promise<boolean> {
    return this.rows.manager.existsBy(Redemption, { gridId: this.rows.gridId, code });
  }

  async keepRedemption(redemption: Omit<New<Redemption>, 'gridId'>): Promise<Redemption> {
    return this.rows.keep(Redemption, { ...redemption, gridId: this.rows.gridId });
  }

  async reward(id: number): Promise<Reward | null> {
    return this.rows.manager.findOneBy(Reward, { gridId: this.rows.gridId, id });
  }

  async redemptionByCode(code: string): Promise<Redemption | null> {
    return this.rows.manager.findOneBy(Redemption, { gridId: this.rows.gridId, code });
  }

  /** What a member has reserved and not yet fetched, oldest first. */
  async reservedBy(memberId: number): Promise<Redemption[]> {
    const where = { gridId: this.rows.gridId, memberId, state: 'reserved' as const };
    return this.rows.manager.find(Redemption, { where, order: { id: 'ASC' } });
  }

  /** What was reserved and has waited too long. */
  async lapsedBy(now: Date): Promise<Redemption[]> {
    const where = { gridId: this.rows.gridId, state: 'reserved' as const, holdsUntil: LessThanOrEqual(now) };
    return this.rows.manager.find(Redemption, { where, order: { id: 'ASC' } });
  }

  async keepAppeal(appeal: Omit<New<Appeal>, 'gridId'>): Promise<Appeal> {
    return this.rows.keep(Appeal, { ...appeal, gridId: this.rows.gridId });
  }

  async appeal(no: number): Promise<Appeal | null> {
    return this.rows.manager.findOneBy(Appeal, { gridId: this.rows.gridId, no });
  }

  async appealCount(): Promise<number> {
    return this.rows.manager.countBy(Appeal, { gridId: this.rows.gridId });
  }

  /** Unanswered ones whose time is over. */
  async overdueAppeals(now: Date): Promise<Appeal[]> {
    const where = { gridId: this.rows.gridId, answeredAt: IsNull(), dueAt: LessThan(now) };
    return this.rows.manager.find(Appeal, { where, order: { no: 'ASC' } });
  }
}
