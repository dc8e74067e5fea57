import { IsNull } from 'typeorm';
import type { New, Rows } from '../engine/rows.js';
import { BenefitUse } from './benefit-use.js';
import { Benefit } from './benefit.js';

/** What households of a score enjoy, and which do. */
export class Benefits {
  constructor(private readonly rows: Rows) {}

  all(): Promise<Benefit[]> {
    return this.rows.manager.find(Benefit, { where: { gridId: this.rows.gridId }, order: { no: 'ASC' } });
  }

  /** Those that have not ended. */
  async open(): Promise<Benefit[]> {
    return (await this.all()).filter(({ endedAt }) => endedAt === null);
  }

  byNo(no: number): Promise<Benefit | null> {
    return this.rows.manager.findOneBy(Benefit, { gridId: this.rows.gridId, no });
  }

  async offer(benefit: Omit<New<Benefit>, 'gridId' | 'no'>): Promise<Benefit> {
    const { gridId } = this.rows;
    const no = (await this.rows.manager.countBy(Benefit, { gridId })) + 1;
    return this.rows.keep(Benefit, { ...benefit, gridId, no });
  }

  keep(benefit: Benefit): Promise<Benefit> {
    return this.rows.keep(Benefit, benefit);
  }

  /** The uses of a benefit that go on. */
  usesOf(benefitId: number): Promise<BenefitUse[]> {
    return this.rows.manager.findBy(BenefitUse, { gridId: this.rows.gridId, benefitId, endedAt: IsNull() });
  }

  /** What a household enjoys. */
  ofHousehold(householdId: number): Promise<BenefitUse[]> {
    return this.rows.manager.findBy(BenefitUse, { gridId: this.rows.gridId, householdId, endedAt: IsNull() });
  }

  use(use: Omit<New<BenefitUse>, 'gridId'>): Promise<BenefitUse> {
    return this.rows.keep(BenefitUse, { ...use, gridId: this.rows.gridId });
  }

  endUse(use: BenefitUse, endedAt: Date): Promise<BenefitUse> {
    return this.rows.keep(BenefitUse, Object.assign(use, { endedAt }));
  }

  /** Ends all that was given by the word of a member. */
  async endOf(memberId: number, endedAt: Date): Promise<void> {
    const own = await this.rows.manager.findBy(BenefitUse, { gridId: this.rows.gridId, memberId, endedAt: IsNull() });
    for (const use of own) await this.endUse(use, endedAt);
  }
}
