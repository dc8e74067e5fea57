import { MarketAgreement } from './market-agreement.js';
import { MarketDeclaration } from './market-declaration.js';
import { MarketReceipt } from './market-receipt.js';
import { MarketSpace } from './market-space.js';
import type { New, Rows } from '../engine/rows.js';

/** The public-welfare market (公益市场) of a grid: its spaces, agreements, and what came of them. */
export class Market {
  constructor(private readonly rows: Rows) {}

  async spaces(): Promise<MarketSpace[]> {
    return this.rows.manager.find(MarketSpace, { where: { gridId: this.rows.gridId }, order: { no: 'ASC' } });
  }

  async spaceByNo(no: number): Promise<MarketSpace | null> {
    return this.rows.manager.findOneBy(MarketSpace, { gridId: this.rows.gridId, no });
  }

  async addSpace(space: Omit<New<MarketSpace>, 'gridId' | 'no'>): Promise<MarketSpace> {
    const { gridId } = this.rows;
    const last = (await this.spaces()).at(-1);
    return this.rows.keep(MarketSpace, { ...space, gridId, no: (last?.no ?? 0) + 1 });
  }

  async keepSpace(space: MarketSpace): Promise<MarketSpace> {
    return this.rows.keep(MarketSpace, space);
  }

  async agreements(): Promise<MarketAgreement[]> {
    return this.rows.manager.find(MarketAgreement, { where: { gridId: this.rows.gridId }, order: { no: 'ASC' } });
  }

  async agreementByNo(no: number): Promise<MarketAgreement | null> {
    return this.rows.manager.findOneBy(MarketAgreement, { gridId: this.rows.gridId, no });
  }

  async addAgreement(agreement: Omit<New<MarketAgreement>, 'gridId' | 'no'>): Promise<MarketAgreement> {
    const { gridId } = this.rows;
    const last = (await this.agreements()).at(-1);
    return this.rows.keep(MarketAgreement, { ...agreement, gridId, no: (last?.no ?? 0) + 1 });
  }

  async keepAgreement(agreement: MarketAgreement): Promise<MarketAgreement> {
    return this.rows.keep(MarketAgreement, agreement);
  }

  /** All that was ever declared for an agreement, oldest first. */
  async declarations(agreementId: number): Promise<MarketDeclaration[]> {
    const where = { gridId: this.rows.gridId, agreementId };
    return this.rows.manager.find(MarketDeclaration, { where, order: { id: 'ASC' } });
  }

  async declare(declaration: Omit<New<MarketDeclaration>, 'gridId'>): Promise<MarketDeclaration> {
    return this.rows.keep(MarketDeclaration, { ...declaration, gridId: this.rows.gridId });
  }

  async receipts(): Promise<MarketReceipt[]> {
    return this.rows.manager.find(MarketReceipt, { where: { gridId: this.rows.gridId }, order: { id: 'ASC' } });
  }

  async addReceipt(receipt: Omit<New<MarketReceipt>, 'gridId'>): Promise<MarketReceipt> {
    return this.rows.keep(MarketReceipt, { ...receipt, gridId: this.rows.gridId });
  }
}
