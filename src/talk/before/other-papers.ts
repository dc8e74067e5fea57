import { plain } from '../../domain/plain-text.js';
import { isThere } from '../../domain/label.js';
import { placeWords } from '../../domain/masking.js';
import { choicesIn } from '../../domain/poll/choices.js';
import { homeWords, nearOf } from '../../language/values/people/homes.js';
import { type Paper, paperHomes, readPapers } from '../../language/values/people/papers-said.js';
import { sayChoice, spokenChoice } from '../../publish/poll/poll-card.js';
import { homeSaid } from '../meaning/home-said.js';
import type { Household } from '../../store/people/household.js';
import type { Turn } from '../turn.js';
import type { Reply } from '../reply.js';
import type { Wish } from '../wish.js';
import type { Did } from './spoken.js';

const ofPaper: ReadonlySet<string> = new Set(['paper.enter', 'paper.batch']);

interface Righted {
  readonly wish: Pick<Wish, 'intent' | 'slots'>;
  readonly question: string;
}

/**
 * 念错了，201是同意，202才是反对 behind papers that were keyed in: what those papers say, which is no vote of whoever keyed them in. A home of which
 * none was keyed in just now is told. Null behind every other deed, and where no choice is said.
 */
export async function otherPapers({ unit, member }: Turn, did: Did, text: string): Promise<Reply | Righted | null> {
  const { no, list, place } = did.slots;
  const poll = ofPaper.has(did.intent) && typeof no === 'number' ? await unit.polls.byNo(no) : null;
  if (!poll) return null;
  const keyed = paperHomes(typeof list === 'string' ? list : homeSaid(place));
  const [first] = keyed;
  const named = paperHomes(text, first ? nearOf(first) : {});
  const homes = named.length > 0 ? named : keyed.length === 1 ? keyed.map(home => ({ ...home, start: 0, end: 0 })) : [];
  const paper = readPapers(text, homes, poll.options);
  if (paper?.kind !== 'ballots' || isTwice(paper)) return null;
  const standing = (await unit.papers.ballots(poll.id)).filter(
    ({ state, enteredById }) => state === 'pending' && enteredById === member.id,
  );
  const keyedHomes: { readonly there: Household; readonly choice: string }[] = [];
  for (const { householdId, choice } of standing) {
    const there = await unit.members.household(householdId);
    if (there) keyedHomes.push({ there, choice });
  }
  const rows: { place: string; from: string; to: string }[] = [];
  for (const { home, choice } of paper.ballots) {
    const before = keyedHomes.findLast(({ there }) => isThere(home, there));
    if (!before)
      return { text: `刚才没有登记过${homeWords(home)}等着核对的纸票，没有改任何东西。请看清门牌再说一遍。` };
    if (before.choice !== choicesIn(poll, spokenChoice(choice)))
      rows.push({ place: placeWords(before.there), from: sayChoice(before.choice), to: choice });
  }
  if (rows.length === 0) return { text: '刚才登记的就是这样，没有改任何东西。' };
  const each = rows.map(row => `${row.place}由${plain(row.from, 20)}改为${plain(row.to, 20)}`).join('；');
  return {
    wish: {
      intent: 'paper.batch',
      slots: { no, list: rows.map(row => `${row.place} ${row.to}`).join('、'), corrects: true },
    },
    question: `您是要改正${String(no)}号的${rows.length}张纸票吗？${each}。照片不变，还要另一个人核对。`,
  };
}

/** 不是201同意，是201反对 names one home twice. */
function isTwice({ ballots }: Extract<Paper, { kind: 'ballots' }>): boolean {
  return new Set(ballots.map(({ home }) => homeWords(home))).size < ballots.length;
}
