import { momentWords } from '../../domain/calendar.js';
import { states } from '../../domain/lifecycle.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { capWords, missingFen } from '../../domain/pledge/pledge-round.js';
import { publishedWords } from '../../domain/funds/spending.js';
import { buildingWords } from '../../domain/label.js';
import { maskName, maskPayee, maskPlace, placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { isLapsed } from '../../domain/plan/emergency.js';
import { plain } from '../../domain/plain-text.js';
import { projectName } from '../../domain/project-words.js';
import { reaches } from '../../operations/people/confirm-binding.js';
import { boundHomes } from '../../operations/people/unbind-member.js';
import { homeOfNote } from '../../operations/ballot/helper-note.js';
import { numberedIn } from '../../publish/numbered.js';
import type { AnyIntent } from '../intent.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { Household } from '../../store/people/household.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Turn } from '../turn.js';

/**
 * What the numbers of a form name, in a line each: the matter with its budget, the payment with sum, payee and purpose, the voucher with
 * its sum. Nobody says yes to a number alone. A payee stands as in the notices (docs/domain.md 9).
 */
export async function aboutWords(
  unit: Unit,
  { caution, slots }: Pick<AnyIntent, 'caution'> & { readonly slots: Readonly<Record<string, unknown>> },
  now: Date,
): Promise<string[]> {
  const lines: string[] = [];
  const things = await thingsIn(unit, slots);
  const { asked, entry, finding } = things;
  const project = await matterOf(unit, slots['no'], things);
  if (project) {
    const budget = project.budgetFen === null ? '' : `，预算${yuan(project.budgetFen)}`;
    const round = project.state === 'pledging' ? await roundLine(unit, project) : '';
    lines.push(`${projectName(project, 40)}：${states[project.state].said}${budget}${round}`);
    if (project.emergency && !project.emergency.startedAt && !isLapsed(project.emergency, now))
      lines.push(`应急：${plain(project.emergency.what, 100)}，最多${yuan(project.emergency.capFen)}`);
  }
  if (finding) lines.push(`整改${finding.no}：${plain(finding.text, 80)}`);
  if (asked) lines.push(requestWords(asked));
  if (asked?.state === 'held') lines.push(`监管小组暂缓，原因：${plain(asked.holdReason ?? '', 100)}`);
  if (entry) {
    lines.push(`凭证${entry.no}：${yuan(sumOf(entry))}，${momentWords(entry.at, now)}记`);
  }
  lines.push(...(await numberedWords(unit, slots, now)));
  const careful = await caution?.(unit, slots);
  return careful ? [...lines, careful] : lines;
}

/** The matter that a form is about, by its own number or by that of a payment, a voucher or a fault in it. */
export async function matterIn(unit: Unit, slots: Readonly<Record<string, unknown>>): Promise<Project | null> {
  return matterOf(unit, slots['no'], await thingsIn(unit, slots));
}

/** What else a number names, in the words by which it is chosen: an agreement, a space, a report. */
async function numberedWords(unit: Unit, slots: Readonly<Record<string, unknown>>, now: Date): Promise<string[]> {
  const lines: string[] = [];
  for (const [slot, value] of Object.entries(slots)) {
    // A voucher stands above, with its sum.
    const listed =
      slot === 'voucher' || typeof value !== 'number' ? [] : await numberedIn(unit, slot, { deed: '', slots, now });
    lines.push(...listed.flatMap(([no, words]) => (no === value ? [words] : [])));
  }
  return lines;
}

type Things = Awaited<ReturnType<typeof thingsIn>>;

/** What the numbers of a form name beside the matter: a payment that was asked for, a voucher, a fault. */
async function thingsIn(unit: Unit, { request, voucher, finding }: Readonly<Record<string, unknown>>) {
  return {
    asked: typeof request === 'number' ? await unit.spending.byNo(request) : null,
    entry: typeof voucher === 'number' ? await unit.ledger.byNo(voucher) : null,
    finding: typeof finding === 'number' ? await unit.supervision.finding(finding) : null,
  };
}

async function matterOf(unit: Unit, no: unknown, { asked, entry, finding }: Things): Promise<Project | null> {
  if (typeof no === 'number') return unit.projects.byNo(no);
  const within = asked ?? entry ?? finding;
  return within && unit.projects.byId(within.projectId);
}

/** `，认筹还差60,400元，每户最多2,000元`: what whoever pledges wants to know. */
async function roundLine(unit: Unit, project: Project): Promise<string> {
  const { toTarget } = missingFen(project, summaryOf(await unit.ledger.balances(project.id)));
  return toTarget > 0 ? `，认筹还差${yuan(toTarget)}${capWords(project.round)}` : '';
}

/** `（申请3：850元，付给张记五金，用于灯泡）`, `（凭证57：12号，300元）`, for a question that names one; empty for every other one. */
export async function paymentBeside(
  unit: Unit,
  { request, voucher }: Readonly<Record<string, unknown>>,
): Promise<string> {
  const asked = typeof request === 'number' ? await unit.spending.byNo(request) : null;
  if (asked) return `（${requestWords(asked)}）`;
  const entry = typeof voucher === 'number' ? await unit.ledger.byNo(voucher) : null;
  if (!entry) return '';
  const project = await unit.projects.byId(entry.projectId);
  const home = entry.householdId === null ? null : await unit.members.household(entry.householdId);
  const whose = home && `${maskPlace(home)}（${home.owners.map(maskName).join('、')}）`;
  const what = [project && `${project.no}号`, whose, yuan(sumOf(entry))];
  return `（凭证${entry.no}：${what.filter(Boolean).join('，')}）`;
}

/** Whose paper, mandate, call or sheet it is that the slots name by its number. */
async function homeToldOf(
  unit: Unit,
  { paper, mandate, phone, sheet }: Readonly<Record<string, unknown>>,
): Promise<Household | null> {
  const note = [phone, sheet].find(no => typeof no === 'number');
  if (note !== undefined) return homeOfNote(unit, note);
  const kept =
    typeof paper === 'number'
      ? await unit.papers.ballot(paper)
      : typeof mandate === 'number'
        ? await unit.papers.mandate(mandate)
        : null;
  return kept && unit.members.household(kept.householdId);
}

/**
 * `（3号楼2单元301）` behind a paper, a mandate, a call or a sheet and behind an account that is unbound, in private; in a group as much of it as all may know. Empty for
 * every other deed.
 */
export async function homeBeside(
  { unit, member, message }: Turn,
  intent: string,
  slots: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { userid } = slots;
  const whose = await homeToldOf(unit, slots);
  if (whose) return `（${message.chat.kind === 'single' ? placeWords(whose) : maskPlace(whose)}）`;
  if (intent === 'member.confirm') {
    const asking = typeof userid === 'string' ? await unit.members.called(userid) : null;
    const asked = asking?.askedHouseholdId == null ? null : await unit.members.household(asking.askedHouseholdId);
    // Who may not confirm it hears of nobody else's home.
    if (!asking || !asked || !reaches(member, asked)) return '';
    return `（${message.chat.kind === 'single' ? `${placeWords(asked)}，${plain(asking.name, 10)}` : `${buildingWords(asked.building)}，${maskName(asking.name)}`}）`;
  }
  if (intent !== 'member.unbind') return '';
  const named = typeof userid === 'string' ? userid : member.userid;
  const { homes } = await boundHomes(unit, { member, userid: named });
  if (homes.length === 0) return '';
  const places = homes.map(home => (message.chat.kind === 'single' ? placeWords(home) : buildingWords(home.building)));
  return `（${places.join('、')}）`;
}

/** The sum of a voucher. */
export function sumOf({ postings }: LedgerEntry): number {
  return Math.max(0, ...postings.map(({ amountFen }) => amountFen));
}

/** The payee once, and a person as in the notices (docs/domain.md 9). */
function requestWords(request: SpendRequest): string {
  const { no, amountFen, payee } = request;
  const to = payee === null ? '' : maskPayee(payee);
  const what = publishedWords(request).replace(to === '' ? '' : `，付给${to}`, '');
  return `申请${no}：${yuan(amountFen)}${to && `，付给${plain(to, 40)}`}，用于${plain(what, 80)}`;
}
