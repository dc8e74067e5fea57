import { placeWords } from '../../domain/masking.js';
import { may } from '../../domain/permissions.js';
import { type Judgement, readJudgements } from '../../language/values/judgements.js';
import type { Understanding } from '../../language/reading/understand.js';
import { homeWords } from '../../language/values/people/homes.js';
import type { Reply } from '../reply.js';
import { missingSlot } from '../question/lacking.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, sureFrom, type Wish } from '../wish.js';
import { oneByOne } from '../one-by-one.js';
import type { Thing } from './numbered-things.js';
import { paymentNamed } from './payment-named.js';
import { waitingThings } from './things-waiting.js';
import { bestOf, fitting, homesSaid, judgeable, numbersFor, type OfDeed } from './which-thing.js';

/**
 * What an office says of something that waits for it, in few words and without its number (那就批了吧, 860那笔退回去 价钱太高, 刚才那条建议采纳):
 * the deed of the thing that is pointed at or was just looked at, or of the only one that waits. It is read back. Where several fit it is asked which.
 */
export async function judged(
  parts: Parts,
  turn: Turn,
  text: string,
  read: Understanding,
): Promise<Wish | Reply | null> {
  const payment = await paymentNamed(parts, turn, text, read);
  if (payment) return payment;
  let none: Reply | null = null;
  for (const judgement of readJudgements(text)) {
    if (saysAll(parts, turn, judgement, read, text)) return null;
    const found = await meant(parts, turn, judgement, text);
    if (found && 'intent' in found) return found;
    // 303的纸票同意，照片核对过了 is a deed of its own, whatever else does not wait.
    if (read.intent === 'chat.other' || read.intent === judgement.deed || read.confidence < sureFrom) none ??= found;
  }
  return none;
}

/** 验收合格 is read as surely as it is said, and needs nothing more. */
function saysAll(parts: Parts, { now }: Turn, { deed, of }: Judgement, read: Understanding, text: string): boolean {
  const kind = kindOf(of);
  if (kind && numbersFor(kind, text).length > 1) return false;
  const definition = read.intent === deed && read.confidence >= sureFrom ? parts.intents.get(deed) : undefined;
  return definition !== undefined && missingSlot(parts, definition, { slots: read.slots, text: '', now }) === null;
}

/** 井盖我来管 of who sees to reports is the report of it that stands, and no small job of a neighbour. */
export async function reportTaken(parts: Parts, turn: Turn, text: string): Promise<Wish | null> {
  const judgement = readJudgements(text).find(({ deed }) => deed === 'report.take');
  const found = judgement ? await meant(parts, turn, judgement, text.replaceAll(whereOnly, '')) : null;
  return found && 'intent' in found ? found : null;
}

function kindOf(of: string): OfDeed | undefined {
  return waitingThings[of] ?? judgeable[of];
}

/** Where it is tells no report from another thing in the same place. */
const whereOnly = /\d{0,3}(?:号?楼|单元)(?!道)|门口/gu;

async function meant(
  parts: Parts,
  turn: Turn,
  { deed, of, slots, isPointed, isAlone, nth }: Judgement,
  text: string,
): Promise<Wish | Reply | null> {
  const kind = kindOf(of);
  const definition = parts.intents.get(deed);
  if (!kind || !definition || !may(turn.member, definition.permission)) return null;
  const projects = await turn.unit.projects.inStates([...kind.states]);
  const due = await kind.things(turn, projects);
  const isTold = kind.elsewhere && (isPointed || !kind.elsewhereIfPointed);
  const owed = due.length > 0 || !kind.elsewhere || !isTold ? due : await kind.elsewhere(turn, projects);
  const waiting = fitting(owed, text);
  const said = numbersFor(kind, text);
  const known = ofSpoken(
    waiting.filter(({ value }) => said.includes(Number(value))),
    parts.spoken.own(turn)?.no,
  );
  const lacking = kind.withNo === true ? said.filter(no => !known.some(({ value }) => value === no)) : [];
  if (owed.length > 0 && (isPointed || isAlone || lacking.length > 0)) {
    const none = waiting.length === 0 ? homesSaid(text).map(homeWords) : lacking.map(no => `第${no}条`);
    if (none.length > 0) return { text: noneWords(none, owed, turn) };
  }
  const found = known.length > 0 ? known : pickedOf(waiting, { text, nth: said.length > 0 ? undefined : nth });
  const all =
    known.length > 1 && said.length > 1 ? known : meansAll(text, waiting.length) && found.length !== 1 ? waiting : [];
  // 这张不符 behind 看纸票2.
  const shown = waiting.filter(({ value }) => value === parts.spoken.shown(turn)[kind.slot]);
  const just = found.length > 0 || shown.length === 1 ? [] : ((await kind.just?.(turn, projects)) ?? []);
  const [only, ...others] = found.length > 0 ? found : shown.length === 1 ? shown : just.length === 1 ? just : waiting;
  const isNamed = found.length > 0;
  const isMeant = isPointed || (isAlone && kind.mustPoint !== true);
  if (!only || (!isNamed && (kind.mustName === true || !isMeant))) return null;
  // Sums and homes that are none of the thing's are of something else.
  if (!isNamed && (await kind.isOther?.(turn, text)) === true) return null;
  const slotsOf = ({ value, no }: Thing): Wish['slots'] => ({
    [kind.slot]: value,
    ...(kind.withNo === true && { no }),
  });
  const fixed = all.length > 1 ? oneByOne(all.map(slotsOf)) : others.length === 0 ? slotsOf(only) : {};
  const whole = { ...slots, ...fixed, ...loosely };
  // Why it is sent back is asked for, and all of it read back behind the answer.
  const isLacking = missingSlot(parts, definition, { slots: whole, text: '', now: turn.now }) !== null;
  return { intent: deed, slots: whole, sure: isLacking, confirmed: false };
}

/** Of what is counted within each matter, that of the matter that was just spoken of. */
function ofSpoken(known: readonly Thing[], last: number | undefined): readonly Thing[] {
  const there = known.filter(({ no }) => no !== undefined && no === last);
  return there.length > 0 ? there : known;
}

/** What was named and does not wait stops the deed: which things do wait is told, of homes in private only. */
function noneWords(none: readonly string[], all: readonly Thing[], { message }: Turn): string {
  const homes = all.flatMap(({ home }) => (home ? [placeWords(home)] : []));
  const isTold = homes.length > 0 && message.chat.kind === 'single';
  return `${none.join('、')}没有等着办的，没有记任何东西。${isTold ? `等着的是${homes.slice(0, 5).join('、')}。` : '请看清是哪一条再说一遍。'}`;
}

const plural =
  /(?<![大全你他她])(?:都|全部?|所有|(?<!大家|大伙|咱们|我们)一(?:起|块儿?))(?!是|在|没)|[这那](?<count>[两三四五六七八九]|几)[笔张条处份件]/u;

/** 那两笔都付了, 都核过了: all that wait, where there are as many as are said. */
function meansAll(text: string, waiting: number): boolean {
  const found = plural.exec(text);
  const count = /[这那]?(?<count>[两三四五六七八九])[笔张条处份件]/u.exec(text)?.groups?.['count'];
  return found !== null && waiting > 1 && (count === undefined || '零一两三四五六七八九'.indexOf(count) === waiting);
}

/** Those that the words name by sum, payee, purpose, home or place in the list: the best, several where they are alike. */
function pickedOf(
  things: readonly Thing[],
  { text, nth }: { readonly text: string; readonly nth: number | undefined },
): readonly Thing[] {
  const placed = nth === undefined ? undefined : things[nth - 1];
  if (placed) return [placed];
  const best = bestOf(things, text);
  return best.isNamed ? best.things : [];
}
