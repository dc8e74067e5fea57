import { In, MoreThan } from 'typeorm';
import { openReportStates } from '../../domain/proposal/report.js';
import type { New, Rows } from '../engine/rows.js';
import { Report } from './report.js';
import { ReportVoice } from './report-voice.js';

/** What was reported in the grid, and by whom. */
export class Reports {
  constructor(private readonly rows: Rows) {}

  async open(report: Omit<New<Report>, 'gridId' | 'no'>): Promise<Report> {
    const { gridId } = this.rows;
    const no = (await this.rows.manager.countBy(Report, { gridId })) + 1;
    return this.rows.keep(Report, { ...report, gridId, no });
  }

  async keep(report: Report): Promise<Report> {
    return this.rows.keep(Report, report);
  }

  byNo(no: number): Promise<Report | null> {
    return this.rows.manager.findOneBy(Report, { gridId: this.rows.gridId, no });
  }

  /** What has not come to its end, oldest first. */
  standing(): Promise<Report[]> {
    const where = { gridId: this.rows.gridId, state: In([...openReportStates]) };
    return this.rows.manager.find(Report, { where, order: { no: 'ASC' } });
  }

  /** What came to its end since a moment, oldest first. */
  endedSince(moment: Date): Promise<Report[]> {
    const where = { gridId: this.rows.gridId, endedAt: MoreThan(moment) };
    return this.rows.manager.find(Report, { where, order: { no: 'ASC' } });
  }

  async ofProject(projectId: number): Promise<Report[]> {
    return this.rows.manager.findBy(Report, { gridId: this.rows.gridId, projectId });
  }

  async speak(voice: Omit<New<ReportVoice>, 'gridId'>): Promise<ReportVoice> {
    return this.rows.keep(ReportVoice, { ...voice, gridId: this.rows.gridId });
  }

  /** Who reported it, the first one first. */
  voices(reportId: number): Promise<ReportVoice[]> {
    return this.rows.manager.find(ReportVoice, { where: { reportId }, order: { id: 'ASC' } });
  }

  /** How often somebody has reported something since a moment. */
  countBy(by: string, since: Date): Promise<number> {
    return this.rows.manager.countBy(ReportVoice, { gridId: this.rows.gridId, by, at: MoreThan(since) });
  }
}
