import { dayMs, dayWords } from '../../domain/calendar.js';
import { may } from '../../domain/permissions.js';
import { payerAnswers } from '../../domain/plan/payer-check.js';
import { plain } from '../../domain/plain-text.js';
import { categoryCalled } from '../../domain/proposal/categories.js';
import { isReportOpen, reportPlace, reportStates } from '../../domain/proposal/report.js';
import type { MemberView } from '../../store/people/members.js';
import { shownAs } from '../../store/county/standing.js';
import type { Saying } from '../../store/notice/saying.js';
import type { Report } from '../../store/proposal/report.js';
import type { Unit } from '../../store/engine/unit.js';

/** `报事7（3号楼2单元，下水和排水）`, for everybody. */
export function reportName(report: Report): string {
  return `报事${report.no}（${reportPlace(report)}，${categoryCalled(report.category).said}）`;
}

/** Who sees to a report, to be told of what somebody else did; nobody where they did it themselves. */
export function ownerBut({ ownedBy }: Report, by: string): string[] {
  return ownedBy === null || ownedBy === by ? [] : [ownedBy];
}

/** Each who reported hears in private how it goes on, but for whoever does it. */
export async function toReporters(
  unit: Unit,
  report: Report,
  { words, by }: { words: string; by: string },
): Promise<Saying[]> {
  const reporters = (await unit.reports.voices(report.id)).map(voice => voice.by).filter(one => one !== by);
  return [
    { members: reporters, text: `您报的${reportName(report)}${words}。`, about: { topic: `report/${report.id}` } },
  ];
}

/** `报事7 3号楼2单元 下水和排水：等答复，3月5日前`, for everybody: no words of anybody, and no name. */
export async function reportLine(unit: Unit, report: Report, now: Date): Promise<string> {
  const count = (await unit.reports.voices(report.id)).length;
  const voices = count > 1 ? `，${count}人报过` : '';
  return `报事${report.no} ${reportStands(report, now)}${voices}`;
}

/** `3号楼2单元 下水和排水：等答复，3月5日前`. */
export function reportStands(report: Report, now: Date): string {
  return `${reportPlace(report)} ${categoryCalled(report.category).said}：${stateWords(report, now)}`;
}

/** Where a report stands and until when it is owed. */
function stateWords(report: Report, now: Date): string {
  const { state, dueAt } = report;
  if (!isReportOpen(report)) return reportStates[state];
  const late = now >= dueAt ? `，已超期${Math.floor((now.getTime() - dueAt.getTime()) / dayMs) + 1}天` : '';
  return `${reportStates[state]}，应在${lastDay(dueAt, now)}前${state === 'open' ? '答复' : '办结'}${late}`;
}

/** Who sees to it, as everybody may read it. */
export async function ownerWords(unit: Unit, { ownedBy }: Report): Promise<string> {
  if (ownedBy === null) return '还没有人管，请问社区';
  const { name } = await unit.members.view(ownedBy);
  return shownAs(unit, { userid: ownedBy, name });
}

/** One report as whoever asks may see it: what was told stands only before those who told it or see to it, and in private. */
export async function reportView(
  unit: Unit,
  report: Report,
  { member, isPrivate, now }: { member: MemberView; isPrivate: boolean; now: Date },
): Promise<string> {
  const { answer, answeredAt, reason, endedAt, openedAt } = report;
  const voices = await unit.reports.voices(report.id);
  const mayHear = isPrivate && (may(member, 'report.handle') || voices.some(({ by }) => by === member.userid));
  const photos = voices.reduce((sum, { photos: own }) => sum + (own?.length ?? 0), 0);
  const project = report.projectId === null ? null : await unit.projects.byId(report.projectId);
  return [
    `**${await reportLine(unit, report, now)}**`,
    `${dayWords(openedAt, now)}报的，${payerWords(report)}管事的：${await ownerWords(unit, report)}。`,
    ...(mayHear ? voices.map(({ words, at }) => `- ${dayWords(at, now)}：“${plain(words, 200)}”`) : []),
    ...(mayHear && photos > 0 ? [`有${photos}张照片。`] : []),
    ...(answer && answeredAt ? [`${dayWords(answeredAt, now)}答复：${plain(answer, 200)}`] : []),
    ...(endedAt && project
      ? [`${dayWords(endedAt, now)}转成${project.no}号提案，发送“看看${project.no}号”。`]
      : endedAt && reason
        ? [`${dayWords(endedAt, now)}${report.state === 'elsewhere' ? '归' : '办结'}：${plain(reason, 200)}`]
        : []),
  ].join('\n');
}

const mostPictures = 9;

/** The pictures that came with a report, for those who see to it, in private; the newest ones where there are many. */
export async function reportPictures(
  unit: Unit,
  { id }: Report,
  { member, isPrivate }: { member: MemberView; isPrivate: boolean },
): Promise<Buffer[]> {
  if (!isPrivate || !may(member, 'report.handle')) return [];
  const digests = (await unit.reports.voices(id)).flatMap(({ photos }) => photos ?? []);
  const pictures: Buffer[] = [];
  for (const digest of digests.slice(-mostPictures)) {
    const kept = await unit.evidence.byDigest(digest);
    if (kept) pictures.push(Buffer.from(kept.base64, 'base64'));
  }
  return pictures;
}

/** Who usually has to pay for a trouble of its kind, before anybody is asked for money (docs/domain.md 4.2). */
export function payerWords({ category }: Report): string {
  const { payer } = categoryCalled(category);
  return payerAnswers[payer].asks ? '' : `这类事一般由${payerAnswers[payer].payer}负责，先找他们。`;
}

function lastDay(dueAt: Date, now: Date): string {
  // A period until 24:00 ends on the day before.
  return dayWords(new Date(dueAt.getTime() - 1), now);
}
