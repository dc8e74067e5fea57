import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type ZippableFile, zipSync } from 'fflate';
import { checkCode } from '../../domain/notice/check-code.js';
import { momentWords } from '../../domain/calendar.js';
import { canonical } from '../../domain/journal.js';
import type { EntryKind } from '../../domain/funds/ledger.js';
import { states } from '../../domain/lifecycle.js';
import { plain } from '../../domain/plain-text.js';
import { trackRules } from '../../domain/poll/tracks.js';
import type { JournalLine } from '../../store/engine/journal-line.js';
import { isBare } from '../../store/engine/rows.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { exportPoll } from '../poll/export-poll.js';

interface Dossier {
  readonly zip: Uint8Array;
  /** SHA-256 of the manifest, in hexadecimal: whoever holds it can prove every file of the dossier. */
  readonly digest: string;
  readonly fileCount: number;
}

type Files = Map<string, Uint8Array>;

/** The sections of docs/domain.md 14, with the files that stand for each. */
const sections: readonly (readonly [words: string, file: string])[] = [
  ['议题、问题照片和资金类别', '01-issue.json'],
  ['责任核查', '02-payer-check.json'],
  ['议事会纪要和照片', '03-meetings.json'],
  ['方案、预算、资金来源和工期', '04-plan.json'],
  ['公示（群里的原文；公示栏照片）', '05-notices/'],
  ['表决：规则、计票单、结果', '06-polls/'],
  ['异议和答复', '07-objections.json'],
  ['支出和居民以外的钱：逐笔分录；居民的只留链条', '08-ledger.jsonl'],
  ['居民的认筹、实收、退款：合计，不写是谁、各多少', '08-residents.json'],
  ['各账户余额', '08-balances.json'],
  ['捐物和出工（不折钱，不写是谁）', '09-help.json'],
  ['进度、巡查、验收记录', '10-works.json'],
  ['支出申请、审批、凭证', '11-spending.json'],
  ['居民评分', '12-ratings.json'],
  ['照片和凭证原件', 'pictures/'],
  ['记录链', 'journal.jsonl'],
];

/**
 * The dossier of one project (docs/domain.md 14) as a ZIP: index, notices, count sheets, ledger, vouchers, pictures and the part of
 * the record's chains that proves them, each file with its digest in `manifest.json`. `dev/scripts/verify-dossier.mjs` accepts it
 * without the bot. It is for those who answer for the project: vouchers stand in it whole, and accounts instead of names. What
 * single households chose, promised, paid or were let off stands in it as sums and as salted links of the chains only.
 */
export async function projectDossier(
  unit: Unit,
  project: Project,
  { now, random }: { now: Date; random: () => number },
): Promise<Dossier> {
  const files: Files = new Map();
  const pictures = new Set<string>();
  const making: Making = {
    unit,
    project,
    pictures,
    json: (path, value) => void files.set(path, encoded(canonical(value))),
  };

  await addIssue(making);
  await addMeetings(making);
  await addPlan(making);
  await addNotices(making);
  for (const poll of await unit.polls.ofProject(project.id))
    making.json(`06-polls/${poll.id}.json`, await pollFile(unit, poll, random));
  await addObjections(making);
  await addLedger(unit, project, files, pictures);
  await addHelp(making);
  await addWorks(making);
  await addSpending(making);
  await addRatings(making);

  for (const digest of pictures) {
    const picture = await unit.evidence.byDigest(digest);
    if (!picture) continue;
    const extension = picture.type === 'image/png' ? 'png' : 'jpg';
    files.set(`pictures/${digest}.${extension}`, Buffer.from(picture.base64, 'base64'));
    // Twenty pictures are a hundred megabytes: whoever writes to the bot meanwhile is answered between two of them.
    await setImmediate();
  }
  const lines = await unit.journal.all();
  const { no, title } = project;
  files.set('journal.jsonl', encoded(lines.map(line => journalLine(unit, line, no)).join('\n')));
  files.set('00-index.md', encoded(indexWords(unit, project, now)));
  return packed(files, unit, { no, title, now, head: lines.at(-1) });
}

interface Making {
  readonly unit: Unit;
  readonly project: Project;
  /** The digests of the pictures that the sections speak of. */
  readonly pictures: Set<string>;
  readonly json: (path: string, value: unknown) => void;
}

async function addIssue({ unit, project, pictures, json }: Making): Promise<void> {
  const { no, title, place, state, stateSince, openedAt, fundingClass, costFen, payerCheck, scope, track } = project;
  const seen = await unit.works.issuePhotos(project.id);
  for (const { digest } of seen) pictures.add(digest);
  json('01-issue.json', {
    no,
    title,
    place,
    state,
    stateSince,
    openedAt,
    fundingClass,
    costFen,
    scope,
    track,
    photos: seen,
  });
  json('02-payer-check.json', payerCheck);
}

async function addMeetings({ unit, project, pictures, json }: Making): Promise<void> {
  const meetings = await unit.meetings.ofProject(project.id);
  for (const { photos } of meetings) for (const photo of photos ?? []) pictures.add(photo);
  json(
    '03-meetings.json',
    meetings.map(({ agenda, place: at, startsAt, minutes, minutesAt, photos }) => ({
      agenda,
      place: at,
      startsAt,
      minutes,
      minutesAt,
      photos,
    })),
  );
}

async function addPlan({ unit, project, json }: Making): Promise<void> {
  const { planText, planVersion, planPublishedAt, budgetFen, budgetLines, quotations } = project;
  const { allocation, round, surplusTo, earmarks, differences } = project;
  // Without the exempted shares: by area each of them is one household's.
  const fundingPlan = project.fundingPlan && { sources: project.fundingPlan.sources };
  const money = { budgetLines, quotations, fundingPlan, allocation, round, surplusTo, earmarks, differences };
  const milestones = (await unit.works.milestones(project.id)).map(({ name, plannedOn, doneAt, acceptedAt }) => ({
    name,
    plannedOn,
    doneAt,
    acceptedAt,
  }));
  json('04-plan.json', { planText, planVersion, planPublishedAt, budgetFen, ...money, milestones });
}

async function addNotices({ unit, project, pictures, json }: Making): Promise<void> {
  for (const notice of await unit.disclosures.ofProject(project.id)) {
    const { boardAt, boardPhoto, boardPlace } = notice;
    if (boardPhoto) pictures.add(boardPhoto);
    const { no: number, kind, text, at } = notice;
    const name = `05-notices/${String(number).padStart(4, '0')}.json`;
    json(name, { no: number, kind, at, text, code: checkCode(notice), boardAt, boardPhoto, boardPlace });
  }
}

async function addObjections({ unit, project, json }: Making): Promise<void> {
  json(
    '07-objections.json',
    (await unit.objections.ofProject(project.id)).map(
      ({ no: number, about, text, at, answer, answeredAt, upheld }) => ({
        no: number,
        about,
        text,
        at,
        answer,
        answeredAt,
        upheld,
      }),
    ),
  );
}

async function addHelp({ unit, project, json }: Making): Promise<void> {
  json(
    '09-help.json',
    (await unit.ledger.offers(project.id)).map(({ kind, what, quantity, minutes, cancelledAt, fulfilledAt }) => ({
      kind,
      what,
      quantity,
      minutes,
      taken: cancelledAt !== null,
      came: fulfilledAt !== null,
    })),
  );
}

async function addWorks({ unit, project, pictures, json }: Making): Promise<void> {
  const notes = await unit.works.notes(project.id);
  for (const { photos } of notes) for (const photo of photos ?? []) pictures.add(photo);
  json(
    '10-works.json',
    notes.map(({ kind, text, percent, result, at, photos }) => ({ kind, text, percent, result, at, photos })),
  );
}

async function addSpending({ unit, project, pictures, json }: Making): Promise<void> {
  const requests = await unit.spending.ofProject(project.id);
  for (const { photo } of requests) if (photo) pictures.add(photo);
  json(
    '11-spending.json',
    requests.map(({ no: number, amountFen, purpose, photo, state: at, askedAt, checkedAt, approvedAt, heldAt, holdReason, entryNo, despite }) => ({
      no: number, amountFen, purpose, photo, state: at, askedAt, checkedAt, approvedAt, heldAt, holdReason, entryNo,
      released: despite !== null,
    })),
  ); // prettier-ignore
}

async function addRatings({ unit, project, json }: Making): Promise<void> {
  json(
    '12-ratings.json',
    (await unit.works.ratings(project.id)).map(({ score }) => score).toSorted((a, b) => a - b),
  );
}

/** The count sheet, so that anyone counts it again, with the shares that its rule asks for. */
async function pollFile(unit: Unit, poll: Poll, random: () => number): Promise<unknown> {
  const sheet = await exportPoll(unit, poll, random);
  const { quorum, pass, said } = trackRules[poll.track as keyof typeof trackRules];
  const rule = { version: poll.ruleVersion, quorum, pass, said };
  if (typeof sheet === 'string') return { no: poll.no, question: poll.question, rule, noSheet: sheet };
  return { ...sheet, rule };
}

/**
 * The project's entries that are about no household, whole; of all others only what links the chain, and of the residents' the sums. An
 * entry of one household names it even without its number: shares by area are as different as flats.
 */
async function addLedger(unit: Unit, { id, budgetLines }: Project, files: Files, pictures: Set<string>): Promise<void> {
  const lines: string[] = [];
  const sums = new Map<string, number>();
  for (const entry of await unit.ledger.all()) {
    const isShown = entry.projectId === id && isOfNobody(entry);
    if (isShown && entry.evidence) pictures.add(entry.evidence);
    if (isShown) lines.push(canonical(shown(unit.ledger.salted(entry))));
    else lines.push(canonical(link(entry.no, entry)));
    if (entry.projectId !== id || isShown) continue;
    for (const { from, to, amountFen } of entry.postings)
      sums.set(`${from} ${to}`, (sums.get(`${from} ${to}`) ?? 0) + amountFen);
  }
  files.set('08-ledger.jsonl', encoded(lines.join('\n')));
  const residents = [...sums].toSorted().map(([key, amountFen]) => {
    const [from = '', to = ''] = key.split(' ');
    return { from, to, amountFen };
  });
  files.set('08-residents.json', encoded(canonical(residents)));
  const names = (budgetLines ?? []).map(({ name }) => name);
  const byLine = [...(await unit.ledger.spentByLine(id, names))].map(([name, fen]) => [`spent/${name}`, fen]);
  const balances = { ...(await unit.ledger.balances(id)), ...Object.fromEntries(byLine) };
  files.set('08-balances.json', encoded(canonical(balances)));
}

const kindsOfNobody: readonly EntryKind[] = ['spend', 'release', 'pass', 'grant', 'grant.back'];

/** Money that no household promised, paid or got back: what is spent, passed on or granted, and receipts from other sources. */
function isOfNobody({ kind, householdId, postings }: LedgerEntry): boolean {
  if (householdId !== null) return false;
  const accounts = postings.flatMap(({ from, to }) => [from, to]);
  const isResidents = accounts.some(account => /residents|owner_levy|mutual_aid/.test(account));
  return kindsOfNobody.includes(kind) || (kind === 'receipt' && !isResidents);
}

function shown<E extends { readonly id: number }>({ id: _id, ...entry }: E): object {
  return entry;
}

/** The tables whose rows are about a project and nobody's choice, need or money. What is not among them stays a link. */
const ofProjects = new Set(
  'project poll disclosure milestone spend_request work_note stoppage supervision_team finding dispatch_action colour_mark key_project'.split(
    ' ',
  ),
);

/**
 * Lines that changed nothing but what all may see, whole and with their salt; all others only as links. So do lines of programs whose
 * seals had no salt: who knows the rest of such a row finds by trying what is left out of it, such as whom the plan lets off.
 */
function journalLine(unit: Unit, line: JournalLine, no: number): string {
  const tables = Object.keys(line.rows).map(name => name.slice(0, name.indexOf('#')));
  const isOfProject = line.facts['no'] === no && tables.length > 0 && tables.every(table => ofProjects.has(table));
  const isShown = isOfProject && !Object.values(line.rows).some(isBare);
  if (!isShown) return canonical(link(line.seq, line));
  return canonical(shown(unit.journal.salted(line)));
}

function link(no: number, { previous, digest }: { previous: string | null; digest: string | null }): object {
  return { link: no, previous, digest };
}

function indexWords({ grid }: Unit, { no, title, state }: Project, now: Date): string {
  return [
    `# ${no}号项目档案：${plain(title)}`,
    '',
    `${grid.community} ${grid.name}（${grid.code}），${momentWords(now, now)}导出，当时的状态：${states[state].said}。`,
    '',
    ...sections.map(([words, file], index) => `${index + 1}. ${words}：\`${file}\``),
    '',
    '## 怎么核对',
    '',
    '不用机器人、不用联网：`node verify-dossier.mjs 本文件.zip`。它会逐个核对文件的摘要，重算分录链和记录链，核对借贷和余额，按规则重新计票。',
    '给它 `--digest` 加上导出时告诉您的摘要，就能证明整个档案没有被换过。',
    '记录链最后一行的摘要和公示栏页脚、每日进度公示末尾的一致。',
    '',
    '金额单位是分，时刻是世界协调时（北京时间减8小时）。档案里有凭证原件，请按档案管理，不要外传。',
    '',
  ].join('\n');
}

function packed(
  files: Files,
  { grid }: Unit,
  { no, title, now, head }: { no: number; title: string; now: Date; head: JournalLine | undefined },
): Dossier {
  const listed = Object.fromEntries(
    [...files].map(([path, bytes]) => [path, { bytes: bytes.length, sha256: sha256(bytes) }]),
  );
  const manifest = encoded(
    canonical({
      format: 'zhongyi-dossier-2',
      grid: { code: grid.code, name: grid.name, community: grid.community },
      project: { no, title },
      madeAt: now,
      head: head ? { seq: head.seq, digest: head.digest } : null,
      files: listed,
    }),
  );
  const entries = Object.fromEntries([['manifest.json', manifest], ...[...files].map(asPacked)]);
  const zip = zipSync(entries, { level: 6, mtime: now });
  return { zip, digest: sha256(manifest), fileCount: files.size + 1 };
}

/** Pictures are packed already: to try it again takes seconds and saves nothing. */
function asPacked([path, bytes]: [string, Uint8Array]): [string, ZippableFile] {
  return [path, path.startsWith('pictures/') ? [bytes, { level: 0 }] : bytes];
}

function encoded(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
