import { IsNull, Not } from 'typeorm';
import { Attendance } from './attendance.js';
import { Meeting } from './meeting.js';
import type { New, Rows } from '../engine/rows.js';

export class Meetings {
  constructor(private readonly rows: Rows) {}

  /** Meetings whose minutes are not attached yet, the earliest first. */
  async open(): Promise<Meeting[]> {
    return this.rows.manager.find(Meeting, {
      where: { gridId: this.rows.gridId, minutesAt: IsNull() },
      order: { startsAt: 'ASC' },
    });
  }

  /** The newest of that number. */
  async byNo(no: number): Promise<Meeting | null> {
    return this.rows.manager.findOne(Meeting, { where: { gridId: this.rows.gridId, no }, order: { id: 'DESC' } });
  }

  /** Newest first. */
  async ofProject(projectId: number): Promise<Meeting[]> {
    return this.rows.manager.find(Meeting, { where: { gridId: this.rows.gridId, projectId }, order: { id: 'DESC' } });
  }

  async keep(meeting: New<Meeting> | Meeting): Promise<Meeting> {
    return this.rows.keep(Meeting, meeting);
  }

  /** Who was there, in the order of signing in. */
  async attendance(meetingId: number): Promise<Attendance[]> {
    return this.rows.manager.find(Attendance, {
      where: { gridId: this.rows.gridId, meetingId, how: Not('struck') },
      order: { id: 'ASC' },
    });
  }

  /** Signs a household in; one that was struck stands again. */
  async signIn(attendance: New<Attendance>): Promise<Attendance> {
    const { meetingId, householdId } = attendance;
    const struck = await this.rows.manager.findOneBy(Attendance, { meetingId, householdId });
    return this.rows.keep(Attendance, struck ? Object.assign(struck, attendance) : attendance);
  }

  /** Takes back what was entered by mistake. */
  async strike(attendance: Attendance): Promise<void> {
    await this.rows.keep(Attendance, Object.assign(attendance, { how: 'struck' }));
  }
}
