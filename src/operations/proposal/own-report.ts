import type { Picture } from '../../domain/picture.js';
import { isReportOpen } from '../../domain/proposal/report.js';
import { Refusal } from '../../domain/refusal.js';
import type { Unit } from '../../store/engine/unit.js';
import type { MemberView } from '../../store/people/members.js';
import type { ReportVoice } from '../../store/proposal/report-voice.js';
import type { Report } from '../../store/proposal/report.js';
import { evidenceFor } from '../evidence-for.js';
import { photosOf } from '../works/photos-of.js';
import { ended, reportOf } from './report-matter.js';
import { topics } from '../../store/notice/topics.js';

interface Deed {
  readonly member: MemberView;
  readonly report: number;
}

/** As many pictures as one message of a phone holds. */
const most = 9;
/** As long as what is reported at once. */
const mostWords = 300;

/** Adds pictures to the own word on a report: those that came with the words, else the one sent in private within half an hour. */
export async function pictureReport(
  unit: Unit,
  { member, report: no, pictures }: Deed & { pictures: readonly Picture[] },
): Promise<{ report: Report; count: number }> {
  const { now } = unit;
  const { report, voice } = await ownVoice(unit, member, no);
  const about = `report:${report.id}`;
  const kept = voice.photos ?? [];
  if (kept.length + Math.max(pictures.length, 1) > most)
    throw new Refusal('report.photos', { report: no, most, kept: kept.length });
  const added = (await photosOf(unit, { by: member.userid, about, pictures, now })) ?? [];
  if (pictures.length === 0) {
    const sent = await evidenceFor(unit, { by: member.userid, pictures, what: '报事', now });
    await unit.evidence.use(sent, about);
    added.push(sent.digest);
  }
  if (added.length === 0) throw new Refusal('evidence.used', { what: '报事' });
  await unit.reports.keepVoice(Object.assign(voice, { photos: [...kept, ...added] }));
  unit.journal.add('report.photo', { facts: { report: no, photos: added } });
  await unit.tell('proposal.report-pictured', { report, count: added.length });
  return { report, count: added.length };
}

/** Adds to the own word on a report: what was forgotten, or where it is; a place that was not told is the report's from then on. */
export async function addToReport(
  unit: Unit,
  {
    member,
    report: no,
    words,
    at,
  }: Deed & { words: string; at: { readonly building?: string; readonly unit?: string } },
): Promise<Report> {
  const { report, voice } = await ownVoice(unit, member, no);
  const all = `${voice.words}；${words}`;
  if ([...all].length > mostWords) throw new Refusal('text.tooLong', { most: mostWords });
  await unit.reports.keepVoice(Object.assign(voice, { words: all }));
  if (report.building === null && report.unit === null && (at.building ?? at.unit) !== undefined)
    await unit.reports.keep(Object.assign(report, { building: at.building ?? null, unit: at.unit ?? null }));
  unit.journal.add('report.add', { facts: { report: no } });
  await unit.tell('proposal.report-added', { report, words });
  return report;
}

/**
 * Takes the own word on a report back. Where nobody else told of it the report comes to its end, and who saw to it hears so; where
 * others did it goes on for them.
 */
export async function withdrawReport(unit: Unit, deed: Deed): Promise<{ report: Report; others: number }> {
  const { member, report: no } = deed;
  const { report, voice } = await ownVoice(unit, member, no);
  await unit.reports.keepVoice(Object.assign(voice, { withdrawnAt: unit.now }));
  const others = (await unit.reports.voices(report.id)).length;
  if (others === 0) {
    const end = { state: 'withdrawn', reason: '报的人撤回了', endedAt: unit.now, endedBy: member.userid } as const;
    await unit.reports.keep(Object.assign(report, end));
    await unit.posts.withdraw(topics.reportOwner(report));
    await unit.tell('proposal.report-withdrawn', { report, words: voice.words });
  }
  unit.journal.add('report.withdraw', { facts: { report: no, others } });
  return { report, others };
}

async function ownVoice(unit: Unit, member: MemberView, no: number): Promise<{ report: Report; voice: ReportVoice }> {
  const report = await reportOf(unit, no);
  const voice = (await unit.reports.voices(report.id)).find(({ by }) => by === member.userid);
  if (!voice) throw new Refusal('report.notOwn', { report: no });
  if (!isReportOpen(report)) throw new Refusal('report.ended', ended(report));
  return { report, voice };
}
