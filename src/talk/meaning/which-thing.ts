import { type ProjectState, worksStates } from '../../domain/lifecycle.js';
import { paidIn } from '../../domain/funds/ledger.js';
import { requestWords } from '../../domain/funds/spending.js';
import { findAmounts } from '../../language/values/money/amounts.js';
import { commonRun } from '../../language/values/matter-names.js';
import { readSequence } from '../../language/values/numbers.js';
import type { Project } from '../../store/proposal/project.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** One of those that have a number of their own, as people speak of it. */
interface Thing {
  readonly value: number;
  /** The number of its matter. */
  readonly no: number;
  readonly words: string;
  /** Whose it is. */
  readonly names: readonly string[];
  readonly fen?: number;
}

type Things = (turn: Turn, projects: readonly Project[]) => Promise<readonly Thing[]>;

interface OfDeed {
  readonly slot: string;
  readonly states: readonly ProjectState[];
  readonly things: Things;
  /** What is taken back has to be named; of others the only one is meant. */
  readonly mustName?: true;
}

const paying: readonly ProjectState[] = ['pledging', 'collecting', 'funded', ...worksStates];

const findings =
  (state: 'open' | 'mended'): Things =>
  async ({ unit }, projects) => {
    const found: Thing[] = [];
    for (const { id, no } of projects)
      for (const one of await unit.supervision.findings(id))
        if (one.state === state) found.push({ value: one.no, no, words: one.text, names: [] });
    return found;
  };

const requests =
  (...states: readonly string[]): Things =>
  async ({ unit }, projects) => {
    const open = (await unit.spending.open()).filter(({ state }) => states.includes(state));
    return open.flatMap(one => {
      const no = projects.find(({ id }) => id === one.projectId)?.no;
      const words = `${requestWords(one)} ${one.payee}`;
      return no === undefined ? [] : [{ value: one.no, no, words, names: [], fen: one.amountFen }];
    });
  };

const objections: Things = async ({ unit }, projects) => {
  const found: Thing[] = [];
  for (const { id, no } of projects)
    for (const one of await unit.objections.open(id)) {
      const author = await unit.members.byId(one.memberId);
      found.push({ value: one.no, no, words: one.text, names: author ? [author.name] : [] });
    }
  return found;
};

const receipts: Things = async ({ unit }, projects) => {
  const found: Thing[] = [];
  for (const { id, no } of projects)
    for (const one of await unit.ledger.entries(id, ['receipt'])) {
      if ((await unit.ledger.reversalOf(one.id)) !== null) continue;
      const home = one.householdId === null ? null : await unit.members.household(one.householdId);
      found.push({ value: one.no, no, words: '', names: home?.owners ?? [], fen: paidIn([one]) });
    }
  return found;
};

const ofDeeds: Readonly<Record<string, OfDeed>> = {
  'finding.mend': { slot: 'finding', states: worksStates, things: findings('open') },
  'finding.check': { slot: 'finding', states: worksStates, things: findings('mended') },
  'spend.check': { slot: 'request', states: paying, things: requests('asked') },
  'spend.approve': { slot: 'request', states: paying, things: requests('checked') },
  'spend.pay': { slot: 'request', states: paying, things: requests('approved') },
  'spend.hold': { slot: 'request', states: paying, things: requests('checked', 'approved'), mustName: true },
  'spend.refuse': { slot: 'request', states: paying, things: requests('asked', 'checked'), mustName: true },
  'objection.answer': { slot: 'objection', states: ['plan_published', 'result_published'], things: objections },
  'funds.reverse': { slot: 'voucher', states: paying, things: receipts, mustName: true },
};

/**
 * What has a number of its own is meant by its words, its author or its sum (焊口渗水那个整改, 李秀英那条异议, 1280那笔), or is the only one that
 * waits. It is read back; where several fit, it is asked. A number that the words do not hold was none of theirs.
 */
export async function whichThing(turn: Turn, wish: Wish, text: string): Promise<Wish> {
  const deed = ofDeeds[wish.intent];
  const known = deed && wish.slots[deed.slot];
  if (!deed || (known !== undefined && isSaid(text, known))) return wish;
  const { [deed.slot]: _, ...slots } = wish.slots;
  const { no } = slots;
  const projects = (await turn.unit.projects.inStates([...deed.states])).filter(
    project => typeof no !== 'number' || project.no === no,
  );
  const all = await deed.things(turn, projects);
  const scored = all.map(thing => ({ thing, score: scoreOf(thing, text) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const [only, ...others] = scored.filter(({ score }) => score === best);
  const isMeant = only && others.length === 0 && (best > 0 || deed.mustName !== true);
  if (!isMeant) return { ...wish, slots, sure: false };
  return { ...wish, slots: { ...slots, no: only.thing.no, [deed.slot]: only.thing.value }, sure: false };
}

/** 申请3, 整改二: the number stands in the words. */
function isSaid(text: string, known: unknown): boolean {
  const said =
    text.match(
      /(?:整改|申请|凭证|异议|复查|第)第?[\d一二三四五六七八九十]{1,7}|[\d一二三四五六七八九十]{1,7}(?=号(?:凭证|申请|整改|异议))/gu,
    ) ?? [];
  return said.some(words => readSequence(words.replace(/[^\d一二三四五六七八九十]/gu, '')) === known);
}

const leastRun = 2;
const byName = 10;

function scoreOf({ words, names, fen }: Thing, text: string): number {
  const isNamed = names.some(name => name.length >= 2 && text.includes(name));
  const isSum = fen !== undefined && findAmounts(text).some(sum => sum.kind === 'exact' && sum.fen === fen);
  const run = longestRun(text, words);
  return (isNamed ? byName : 0) + (isSum ? byName : 0) + (run >= leastRun ? run : 0);
}

/** The length of the longest run of Chinese signs that stands in both. */
function longestRun(text: string, words: string): number {
  return Math.max(0, ...(text.match(/\p{Script=Han}+/gu) ?? []).map(piece => commonRun(piece, words)));
}
