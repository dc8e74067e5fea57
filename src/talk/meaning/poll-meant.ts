import { choicesIn } from '../../domain/poll/choices.js';
import { onlyOne } from '../../domain/only-one.js';
import { Refusal } from '../../domain/refusal.js';
import { choiceWords } from '../../language/values/choice.js';
import { signsInOrder } from '../../language/values/matter-names.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { openFor } from './open-for.js';
import { namesSeveral } from './option-said.js';

const choiceSaid = new RegExp(
  Object.values(choiceWords)
    .map(({ plain }) => plain)
    .join('|'),
  'u',
);
const choiceWord = new RegExp(choiceSaid.source, 'gu');

/** What stands around the name of a poll and names nothing. */
const around =
  /我们|咱们|俺们|[我俺咱]家?|家里?|[那这](?:一)?[个件张]?|的?事儿?|的?话|[的了吧啊呀嘛呢呗哈就都也还先再要想投改选换给把一]|票|还是|觉得|肯定|坚决|当然|没|不|反悔|错|子/gu;

/** 改赞成, 还是反对吧, 选错了，弃权: another choice for what was voted on. */
const anew = /改|还是|算了|[选投点按]错|反悔|想(?:明白|通|好)了/u;

/**
 * The one of several open polls that a vote without a number is for: the one whose title the words have something of (棚子 of 充电棚, 盖棚), the one
 * that was voted on just before and gets another choice now, else the only one that has such a choice. Only the last is read back. Null where
 * none of it tells.
 */
export async function pollMeant({ spoken }: Parts, turn: Turn, wish: Wish): Promise<Wish | null> {
  const { body } = turn.message;
  const { choice, no } = wish.slots;
  if (wish.intent !== 'poll.vote' || no !== undefined || body.kind !== 'said' || !isChoice(choice)) return null;
  const all = await openFor(turn);
  const isOne = (poll: Poll): boolean => poll.many !== null || !namesSeveral(poll, body.text);
  const open = all.filter(poll => hasChoice(poll, choice) && isOne(poll));
  const called = pollsCalled(all, body.text);
  const named = onlyOne(called.filter(poll => open.includes(poll)));
  const done = spoken.done(turn);
  const again =
    done?.intent === 'poll.vote' && anew.test(body.text) ? open.find(poll => poll.no === done.no) : undefined;
  // 二号楼那个我没意见 may be of the colours of its stairs.
  const only = called.every(poll => open.includes(poll)) ? onlyOne(open) : undefined;
  const poll = named ?? again ?? only;
  if (!poll) return null;
  const isSaid = named !== undefined || again !== undefined || (only?.options ?? null) !== null;
  return { ...wish, slots: { ...wish.slots, no: poll.no }, sure: wish.sure && isSaid };
}

/** The polls of which the clause of the choice, or what stands before it, has a name: signs of the question alone, in their order. */
function pollsCalled(polls: readonly Poll[], text: string): readonly Poll[] {
  const clauses = text.split(/[，,。.；;！!：:\s]+/u);
  const at = clauses.findIndex(clause => choiceSaid.test(clause));
  const names = clauses
    .slice(0, at + 1)
    .flatMap(clause =>
      clause
        .replaceAll(choiceWord, ' ')
        .replaceAll(around, ' ')
        .split(/[^\p{Script=Han}]+/u),
    )
    .filter(name => /^\p{Script=Han}{1,4}$/u.test(name));
  return polls.filter(({ question }) => names.some(name => signsInOrder(name, question)));
}

function isChoice(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || Array.isArray(value);
}

function hasChoice(poll: Poll, choice: string | readonly string[]): boolean {
  try {
    return choicesIn(poll, choice) !== '';
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
