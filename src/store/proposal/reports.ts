import { In, IsNull, MoreThan } from 'typeorm';
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

  /** Whoever took the own word back and speaks again has one word, the new one. */
  async speak(voice: Omit<New<ReportVoice>, 'gridId'>): Promise<ReportVoice> {
    const { reportId, by } = voice;
    const before = await this.rows.manager.findOneBy(ReportVoice, { reportId, by });
    return this.rows.keep(ReportVoice, { ...before, ...voice, gridId: this.rows.gridId, withdrawnAt: null });
  }

  keepVoice(voice: ReportVoice): Promise<ReportVoice> {
    return this.rows.keep(ReportVoice, voice);
  }

  /** Who reported it and did not take it back, the first one first. */
  voices(reportId: number): Promise<ReportVoice[]> {
    return this.rows.manager.find(ReportVoice, { where: { reportId, withdrawnAt: IsNull() }, order: { id: 'ASC' } });
  }

  /** The open reports that somebody told of, newest first. */
  async openOf(by: string): Promise<Report[]> {
    const own = await this.rows.manager.findBy(ReportVoice, { gridId: this.rows.gridId, by, withdrawnAt: IsNull() });
    if (own.length === 0) return [];
    const where = { id: In(own.map(({ reportId }) => reportId)), state: In([...openReportStates]) };
    return this.rows.manager.find(Report, { where, order: { no: 'DESC' } });
  }

  /** How often somebody has reported something since a moment. */
  countBy(by: string, since: Date): Promise<number> {
    return this.rows.manager.countBy(ReportVoice, { gridId: this.rows.gridId, by, at: MoreThan(since) });
  }
}
