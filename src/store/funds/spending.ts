import { In, IsNull, Not } from 'typeorm';
import { SpendRequest } from './spend-request.js';
import type { New, Rows } from '../engine/rows.js';

const mostLatest = 40;

/** Payments that are asked for, on their way to the cashier. */
export class Spending {
  constructor(private readonly rows: Rows) {}

  async byNo(no: number): Promise<SpendRequest | null> {
    return this.rows.manager.findOneBy(SpendRequest, { gridId: this.rows.gridId, no });
  }

  /** The request that was paid under this voucher number. */
  async byVoucher(entryNo: number): Promise<SpendRequest | null> {
    return this.rows.manager.findOneBy(SpendRequest, { gridId: this.rows.gridId, entryNo });
  }

  /** Those that are neither paid nor refused, oldest first. */
  async open(): Promise<SpendRequest[]> {
    const state = In(['asked', 'checked', 'approved', 'held']);
    return this.rows.manager.find(SpendRequest, { where: { gridId: this.rows.gridId, state }, order: { no: 'ASC' } });
  }

  /** The last ones that were asked for, the newest first. */
  async latest(): Promise<SpendRequest[]> {
    return this.rows.manager.find(SpendRequest, {
      where: { gridId: this.rows.gridId },
      order: { no: 'DESC' },
      take: mostLatest,
    });
  }

  /** Payments of which something is still kept back, oldest first. */
  async retained(): Promise<SpendRequest[]> {
    const isKept = { retainedFen: Not(IsNull()), releasedNo: IsNull(), state: 'paid' as const };
    return this.rows.manager.find(SpendRequest, {
      where: { gridId: this.rows.gridId, ...isKept },
      order: { no: 'ASC' },
    });
  }

  async ofProject(projectId: number): Promise<SpendRequest[]> {
    return this.rows.manager.find(SpendRequest, {
      where: { gridId: this.rows.gridId, projectId },
      order: { no: 'ASC' },
    });
  }

  async add(request: Omit<New<SpendRequest>, 'gridId' | 'no'>): Promise<SpendRequest> {
    const last = await this.rows.manager.findOne(SpendRequest, {
      where: { gridId: this.rows.gridId },
      order: { no: 'DESC' },
    });
    return this.rows.keep(SpendRequest, { ...request, gridId: this.rows.gridId, no: (last?.no ?? 0) + 1 });
  }

  async keep(request: SpendRequest): Promise<SpendRequest> {
    return this.rows.keep(SpendRequest, request);
  }
}
