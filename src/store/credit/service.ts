import { MoreThan, MoreThanOrEqual } from 'typeorm';
import { ServiceSession } from './service-session.js';
import { ServiceShift } from './service-shift.js';
import type { New, Rows } from '../engine/rows.js';

/** Sessions of volunteering and the hours of those who came. */
export class Service {
  constructor(private readonly rows: Rows) {}

  async open(session: Omit<New<ServiceSession>, 'gridId' | 'no'>): Promise<ServiceSession> {
    const { gridId } = this.rows;
    const no = (await this.rows.manager.countBy(ServiceSession, { gridId })) + 1;
    return this.rows.keep(ServiceSession, { ...session, gridId, no });
  }

  /** Sessions whose code is still good. */
  async openSessions(now: Date): Promise<ServiceSession[]> {
    return this.rows.manager.find(ServiceSession, {
      where: { gridId: this.rows.gridId, closesAt: MoreThan(now) },
      order: { no: 'ASC' },
    });
  }

  async session(no: number): Promise<ServiceSession | null> {
    return this.rows.manager.findOneBy(ServiceSession, { gridId: this.rows.gridId, no });
  }

  async sessionById(id: number): Promise<ServiceSession | null> {
    return this.rows.manager.findOneBy(ServiceSession, { gridId: this.rows.gridId, id });
  }

  async keepShift(shift: Omit<New<ServiceShift>, 'gridId'> | ServiceShift): Promise<ServiceShift> {
    return this.rows.keep(ServiceShift, { ...shift, gridId: this.rows.gridId });
  }

  async shiftsOf(memberId: number): Promise<ServiceShift[]> {
    return this.rows.manager.find(ServiceShift, {
      where: { gridId: this.rows.gridId, memberId },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
  }

  async shiftsIn(sessionId: number): Promise<ServiceShift[]> {
    return this.rows.manager.find(ServiceShift, {
      where: { gridId: this.rows.gridId, sessionId },
      order: { id: 'ASC' },
    });
  }

  /** Who confirmed whom since a moment. */
  async confirmedSince(from: Date): Promise<{ by: number; of: number }[]> {
    const { gridId } = this.rows;
    const first = await this.rows.manager.findBy(ServiceShift, { gridId, firstConfirmedAt: MoreThanOrEqual(from) });
    const second = await this.rows.manager.findBy(ServiceShift, { gridId, confirmedAt: MoreThanOrEqual(from) });
    const confirmed = [
      ...first.map(({ firstConfirmedById, memberId }) => ({ by: firstConfirmedById, of: memberId })),
      ...second.map(({ confirmedById, memberId }) => ({ by: confirmedById, of: memberId })),
    ];
    return confirmed.flatMap(({ by, of }) => (by === null ? [] : [{ by, of }]));
  }

  /** The hours of those who confirm each other again and again, flagged since a moment. */
  async flaggedSince(from: Date): Promise<ServiceShift[]> {
    return this.rows.manager.findBy(ServiceShift, { gridId: this.rows.gridId, flaggedAt: MoreThanOrEqual(from) });
  }
}
