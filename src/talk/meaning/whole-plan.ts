import { onlyOne } from '../../domain/only-one.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { draftNames } from '../../domain/plan/draft.js';
import { hasMood, readMood } from '../../language/values/manner/mood.js';
import { findAmounts } from '../../language/values/money/amounts.js';
import { readFundingList } from '../../language/values/money/funding-list.js';
import { readPricedList } from '../../language/values/money/priced-list.js';
import type { Project } from '../../store/proposal/project.js';
import { rehearsed } from '../rehearsal.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { endsAsked, type Part, planParts, totalIn } from './plan-parts.js';

/** One part of a plan with what was said for it. */
interface Piece {
  readonly part: Part;
  readonly said: string;
  readonly value: string;
}

/** A plan told in one go: its parts, what it costs in all where that was said, and what is none of these. */
interface Told {
  readonly pieces: readonly Piece[];
  readonly totalFen: number | null;
  readonly left: readonly string[];
}

const mark = /[，,；;。\n]+(?![^（(]*[)）])/u;
/** 这事我一口气说完你记一下： before the plan itself. */
const opening =
  /^[^，,。：:；;\d]{0,12}?(?:一口气|一次性?|一遍|我)(?:都|全)?(?:说|讲|报|念)(?:完|全|清楚|一遍|一下|给)?(?:你|给我)?(?:都)?(?:记(?:一下|下|着|好)?|听)?[：:，,]\s*|^(?:的)?(?:方案|草稿|计划)(?:是|就|这么|这样|定|写|来|了)*[：:，,]\s*/u;
/** What says only that it is to be written down, or not yet shown. */
const courtesy =
  /^(?:你|帮我|都|先|就|请|麻烦)*(?:记(?:一下|上|好|下来?)|写(?:上|进去|下来?)|(?:别|不要?|不急着?)(?:公示|发|贴|公布)(?:出去)?|就(?:这些|这样|这么多)|其他的?(?:以后|回头)再(?:说|定))(?:吧|啊|哈|了)?$/u;
const total =
  /^(?:总的?|一共|合计|总共)?(?:预算|造价|费用|钱|款|合计|一共|总共|总价)(?:就|是|定|为|改成|改为|一共|总共|大概|按|[:：\s])*(?<words>[\d〇零一二两三四五六七八九十百千万.]+(?:元|块钱?)?)(?:左右|吧|了)?$/u;
const mostRun = 12;

/**
 * 拆掉旧滑梯换不锈钢的，预算一万二，居民出八千，公益资源补四千，每家平摊: a plan in one message. Each value goes to its part of the draft, all of it
 * is read back at once, and what went nowhere is named. Null where fewer than two parts are told of.
 */
export async function wholePlan(
  parts: Parts,
  turn: Turn,
  project: Project,
  { text, totalSaid }: { readonly text: string; readonly totalSaid: number | undefined },
): Promise<Wish | null> {
  const told = planTold(text, { now: turn.now, project, totalSaid });
  if (!told) return null;
  const { no } = project;
  const left = [...told.left];
  const pieces: Piece[] = [];
  const definition = parts.intents.get('plan.whole');
  for (const piece of told.pieces) {
    // Each is tried behind those that go before it: two that are right alone may not fit together.
    const wish = { intent: 'plan.whole', slots: slotsOf(no, [...pieces, piece]), sure: true, confirmed: true };
    const refused = definition ? (await rehearsed(parts, turn, wish, definition)).refused : '';
    if (refused === undefined) pieces.push(piece);
    else left.push(`${plain(piece.said, 60)}（${refused.replace(/。$/u, '')}）`);
  }
  const [only] = pieces;
  if (!only) return null;
  if (pieces.length === 1 && left.length === 0)
    return { intent: only.part.deed, slots: { no, [only.part.slot]: only.value }, sure: false, confirmed: false };
  return { intent: 'plan.whole', slots: { ...slotsOf(no, pieces), left }, sure: false, confirmed: false };
}

function slotsOf(no: number, pieces: readonly Piece[]): { no: number; parts: string[] } {
  return { no, parts: pieces.map(({ part, value }) => `${part.deed}：${value}`) };
}

interface Reading {
  readonly now: Date;
  readonly project: Project;
  readonly totalSaid: number | undefined;
}

/** What a message tells of a plan, where it tells of two parts or more. */
function planTold(text: string, { now, project, totalSaid }: Reading): Told | null {
  const clauses = text
    .replace(opening, '')
    .split(mark)
    .map(clause => clause.trim().replace(/^(?:然后|另外|还有|再就是|接着|那个?)(?=.{3})/u, ''))
    .filter(clause => clause !== '' && !courtesy.test(clause));
  if (clauses.length < 2 || clauses.length > 40 || endsAsked.test(text.trim())) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'reported', 'joking')) return null;
  const sums = clauses.map(totalOf);
  const totals = new Set(sums.filter(sum => sum !== null));
  const totalFen = totals.size > 1 ? null : (onlyOne(totals) ?? totalSaid ?? null);
  const read = (run: string): Piece | null => readRun(run, { now, project, totalFen });
  const { pieces, left } = partedBy(
    clauses.filter((_, index) => sums[index] === null),
    read,
  );
  const isTotalled = totals.size > 0;
  const known = pieces.length + (isTotalled ? 1 : 0);
  if (known < 2 || left.length > known) return null;
  // 预算一万二，…，一共一万三: neither of two totals holds.
  const differing = totals.size > 1 ? clauses.filter((_, index) => sums[index] !== null) : [];
  if (differing.length > 0)
    return { pieces, totalFen, left: [...left, `${differing.join('，')}（总数说了不止一个，对不上）`] };
  const why = isTotalled && totalFen !== null ? againstTotal(pieces, totalFen) : null;
  return { pieces, totalFen, left: why === null ? left : [...left, why] };
}

function totalOf(clause: string): number | null {
  const words = total.exec(clause)?.groups?.['words'];
  return words === undefined ? null : totalIn(words);
}

/** Two clauses of which one at least sounds like a part of a plan: only then the draft is looked up. */
export function mayBeWhole(text: string): boolean {
  const clauses = text.replace(opening, '').split(mark);
  return clauses.length > 1 && clauses.some(clause => planParts.some(({ said }) => said.test(clause.trim())));
}

/** 预算12,000元 is no part by itself: it holds where its lines or its sources come to as much. */
function againstTotal(pieces: readonly Piece[], totalFen: number): string | null {
  const valueOf = (deed: string): string | undefined => pieces.find(({ part }) => part.deed === deed)?.value;
  const lists = [readPricedList(valueOf('plan.budget') ?? ''), readFundingList(valueOf('plan.sources') ?? '')];
  const sums = lists.flatMap(list => (list ? [list.reduce((sum, { amountFen }) => sum + amountFen, 0)] : []));
  const other = sums.find(sum => sum !== totalFen);
  if (other !== undefined) return `预算${yuan(totalFen)}（各项合起来是${yuan(other)}，对不上）`;
  return sums.length > 0 ? null : `预算${yuan(totalFen)}（没说怎么分，例如“材料8000元，人工4000元”）`;
}

type ReadRun = (run: string) => Piece | null;

/** The longest runs of clauses that are one part each; what stands behind the works and is no part of its own belongs to them. */
function partedBy(
  clauses: readonly string[],
  read: ReadRun,
): { readonly pieces: readonly Piece[]; readonly left: readonly string[] } {
  const pieces: Piece[] = [];
  const left: string[] = [];
  let at = 0;
  while (at < clauses.length) {
    const { piece, length } = longestAt(clauses, at, read) ?? { piece: null, length: 1 };
    const said = clauses[at] ?? '';
    const last = pieces.at(-1);
    const before = piece && pieces.findIndex(({ part }) => part.deed === piece.part.deed);
    if (piece && before !== null && before >= 0) {
      const joined = read(`${pieces[before]?.said ?? ''}，${piece.said}`);
      if (joined?.part.deed === piece.part.deed) pieces[before] = joined;
      else left.push(piece.said);
    } else if (piece) pieces.push(piece);
    else if (last?.part.deed === 'plan.text' && left.length === 0 && isWork(said))
      pieces[pieces.length - 1] = { ...last, said: `${last.said}，${said}`, value: `${last.value}，${said}` };
    else left.push(said);
    at += length;
  }
  return { pieces, left };
}

/** 靠花坛摆 goes on with what is to be done; what is not known yet, or is a sum or a day, does not. */
function isWork(said: string): boolean {
  const isOpen = readMood(said).some(({ kind }) => kind !== 'laughing');
  return (
    !isOpen && findAmounts(said).every(({ named }) => !named) && !/\d月|没(?:想|定|找)|监管|认筹|预算|工期/u.test(said)
  );
}

function longestAt(
  clauses: readonly string[],
  at: number,
  read: ReadRun,
): { readonly piece: Piece; readonly length: number } | null {
  const first = read(clauses[at] ?? '');
  for (let length = Math.min(clauses.length - at, mostRun); length > 1; length -= 1) {
    const run = clauses.slice(at, at + length);
    const piece = first?.part.deed === 'plan.text' ? null : read(run.join('，'));
    // A clause that is another part by itself is no more of this one.
    const isOne =
      piece && run.slice(1).every(clause => (read(clause)?.part.deed ?? piece.part.deed) === piece.part.deed);
    if (isOne) return { piece, length };
  }
  return first && { piece: first, length: 1 };
}

interface Setting {
  readonly now: Date;
  readonly project: Project;
  readonly totalFen: number | null;
}

function readRun(run: string, { now, project, totalFen }: Setting): Piece | null {
  const moods = readMood(run);
  for (const part of planParts) {
    const groups = part.adds ? undefined : part.said.exec(run)?.groups;
    const isMeant = moods.every(({ kind }) => kind === 'laughing' || part.may?.includes(kind) === true);
    if (!groups || !isMeant || !draftNames.has(part.deed)) continue;
    const words = groups['words'] ?? groups['bare'] ?? '';
    const answer = part.read(words, now, project, totalFen);
    if (answer !== null && 'value' in answer) return { part, said: run, value: answer.value };
  }
  return null;
}
