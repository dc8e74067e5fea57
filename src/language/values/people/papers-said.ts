import { onlyOne } from '../../../domain/only-one.js';
import { plainChoices, plainKinds } from '../../../domain/poll/choices.js';
import { choicesNamed } from '../choice.js';
import { findAmounts } from '../money/amounts.js';
import { foldWidth } from '../width.js';
import { doorForm, findAddresses } from './household.js';
import { type HomeSaid, homeWords, type Near, nearOf } from './homes.js';

/** What papers say, as whoever photographed them tells it. */
export type Paper =
  | { readonly kind: 'ballots'; readonly ballots: readonly { readonly home: HomeSaid; readonly choice: string }[] }
  | { readonly kind: 'mandate'; readonly home: HomeSaid; readonly agent: string };

/** A door by itself, beside which papers are told of: no sum, count or day. */
const door = new RegExp(`(?<![\\d.¥￥第])${doorForm}(?![\\d.]|元|块|号|年|月|日|分|点|只|个|袋|米)`, 'gu');

/**
 * Every home that is named. A bare door is of the entrance of the home before it, else of the building that is named without a door
 * (301、302，都是3号楼2单元), else of `near`.
 */
export function paperHomes(text: string, near: Near = {}): HomeSaid[] {
  const said = foldWidth(text);
  const addresses = findAddresses(said);
  const whole = addresses.filter(({ room }) => room !== undefined);
  const area = addresses.findLast(({ room, building }) => room === undefined && building !== undefined);
  const bare = [...said.matchAll(door)]
    .map(({ index, 0: room }): HomeSaid => ({ start: index, end: index + room.length, room }))
    .filter(({ start, end }) => !addresses.some(one => start < one.end && one.start < end));
  const beside = area ? nearOf(area) : near;
  let before: Near | null = null;
  return [...whole, ...bare]
    .toSorted((one, other) => one.start - other.start)
    .map(home => {
      const around: Near = before ?? beside;
      const building = home.building ?? around.building;
      const unit = home.unit ?? (home.building === undefined ? around.unit : undefined);
      const full = {
        ...home,
        ...nearOf({ ...(building !== undefined && { building }), ...(unit !== undefined && { unit }) }),
      };
      if (full.building !== undefined) before = nearOf(full);
      return full;
    });
}

const mandated = /委托|授权|(?:代|替|帮)(?:为)?(?:他|她|老人家?|老太太|大爷)?投/u;
const agentOf = /(?:让|由|请|叫|托|委托|授权)(?:给|了)?(?<who>\p{Script=Han}{2,4}?)(?:替|代|来|帮|去)/u;

/** Reads ballots and mandates; null where a home has no choice, or nothing of the kind is told. */
export function readPapers(text: string, homes: readonly HomeSaid[], options: readonly string[] | null): Paper | null {
  const said = foldWidth(text);
  const [home, other] = homes;
  if (!home) return null;
  if (mandated.test(said)) {
    const agent = other ? homeWords(other) : agentOf.exec(said)?.groups?.['who'];
    return agent === undefined || homes.length > 2 ? null : { kind: 'mandate', home, agent };
  }
  if (homes.length === 1) {
    const choice = choiceIn(said, options);
    return choice === null ? null : { kind: 'ballots', ballots: [{ home, choice }] };
  }
  const pieces = homes.map(({ end }, at) => said.slice(end, homes[at + 1]?.start ?? said.length));
  let shared: string | null = null;
  const ballots: { home: HomeSaid; choice: string }[] = [];
  for (const [at, one] of [...homes.entries()].toReversed()) {
    const piece = pieces[at] ?? '';
    // 301、302都同意: what stands behind the last is said of those before it as well.
    const choice: string | null = choiceIn(piece, options) ?? (/^[\s、,，和跟与及]*$/u.test(piece) ? shared : null);
    if (choice === null) return null;
    shared = choice;
    ballots.unshift({ home: one, choice });
  }
  return { kind: 'ballots', ballots };
}

/** The one choice that the words name. */
function choiceIn(words: string, options: readonly string[] | null): string | null {
  if (options) return onlyOne(options.filter(option => words.includes(option))) ?? null;
  const kind = onlyOne(choicesNamed(words));
  return kind === undefined ? null : (plainChoices[plainKinds.indexOf(kind)] ?? null);
}

/** What stands on a sheet that a household filled in. */
interface Sheet {
  readonly form: '认捐' | '附议' | '意见' | '打分';
  readonly fen?: number;
  readonly score?: number;
  readonly words?: string;
}

const filled = /(?:认捐|附议|意见|异议|打分|评分|认筹)(?:单|表)|单子|填(?:了|的|好)/u;

/** 填了认捐单，200; 填的打分单，4分; null where no sheet is told of. */
export function readSheet(text: string, home: HomeSaid): Sheet | null {
  const said = foldWidth(text);
  if (!filled.test(said)) return null;
  const rest = `${said.slice(0, home.start)} ${said.slice(home.end)}`;
  const { words } = /(?:意见|异议)(?:单|表)?[：:，,是写\s]+(?<words>[^]{2,200})$/u.exec(rest)?.groups ?? {};
  if (/意见|异议/u.test(rest)) return { form: '意见', ...(words !== undefined && { words }) };
  const score = /(?<score>[1-5])分/u.exec(rest)?.groups?.['score'];
  if (/打分|评分/u.test(rest)) return { form: '打分', ...(score !== undefined && { score: Number(score) }) };
  if (/附议/u.test(rest)) return { form: '附议' };
  const sums = findAmounts(rest.replaceAll(/(?<![\d.])(\d{2,6})(?![\d.]|元|块|万|千)/gu, '$1元'));
  const [sum, ...others] = sums;
  const isPledge = /认捐|认筹|[出捐]/u.test(rest);
  if (!isPledge) return null;
  return { form: '认捐', ...(sum?.kind === 'exact' && others.length === 0 && { fen: sum.fen }) };
}
