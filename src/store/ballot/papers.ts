import { AdoptedRule } from './adopted-rule.js';
import { Delivery } from '../poll/delivery.js';
import { Mandate } from './mandate.js';
import { PaperBallot } from './paper-ballot.js';
import type { New, Rows } from '../engine/rows.js';

/** What polls rest on besides ballots in chat: paper ballots, mandates, deliveries, adopted rules. */
export class Papers {
  constructor(private readonly rows: Rows) {}

  async ballots(pollId: number): Promise<PaperBallot[]> {
    return this.rows.manager.find(PaperBallot, { where: { gridId: this.rows.gridId, pollId }, order: { id: 'ASC' } });
  }

  async ballot(id: number): Promise<PaperBallot | null> {
    return this.rows.manager.findOneBy(PaperBallot, { gridId: this.rows.gridId, id });
  }

  async mandate(id: number): Promise<Mandate | null> {
    return this.rows.manager.findOneBy(Mandate, { gridId: this.rows.gridId, id });
  }

  async keepBallot(ballot: New<PaperBallot> | PaperBallot): Promise<PaperBallot> {
    return this.rows.keep(PaperBallot, ballot);
  }

  async mandates(pollId: number): Promise<Mandate[]> {
    return this.rows.manager.find(Mandate, { where: { gridId: this.rows.gridId, pollId }, order: { id: 'ASC' } });
  }

  async keepMandate(mandate: New<Mandate> | Mandate): Promise<Mandate> {
    return this.rows.keep(Mandate, mandate);
  }

  async deliveries(pollId: number): Promise<Delivery[]> {
    return this.rows.manager.find(Delivery, { where: { gridId: this.rows.gridId, pollId }, order: { id: 'ASC' } });
  }

  async keepDelivery(delivery: New<Delivery>): Promise<Delivery> {
    return this.rows.keep(Delivery, delivery);
  }

  /** What the assembly has adopted; null where nothing is on record. */
  async adopted(): Promise<AdoptedRule | null> {
    return this.rows.manager.findOne(AdoptedRule, { where: { gridId: this.rows.gridId }, order: { id: 'DESC' } });
  }

  async adopt(rule: Omit<New<AdoptedRule>, 'gridId'>): Promise<AdoptedRule> {
    return this.rows.keep(AdoptedRule, { ...rule, gridId: this.rows.gridId });
  }
}
