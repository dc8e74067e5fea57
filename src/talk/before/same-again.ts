import { type Correction, readCorrection } from '../../language/values/manner/corrections.js';
import { readProjectNo } from '../../language/values/numbers.js';
import { readWholeAnswer } from '../../language/values/manner/whole-answer.js';
import { act } from '../act.js';
import { byName, matterAlone } from '../meaning/by-name.js';
import type { LastDeed } from './last-deed.js';
import type { Reply } from '../reply.js';
import type { HeardDeed } from './spoken.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

type Same = Extract<Correction, { kind: 'same' }>;

const unclearSame = '您是要办哪一件，我分不清。请说全，例如“2号我出200元”或“4号同意”。没有记任何东西。';

/** What a neighbour may do as well, and the slots that are the same then: never a reason, a home or how the other wants to be named. */
const shared: Readonly<Record<string, readonly string[]>> = {
  'pledge.money': ['amount'],
  'pledge.goods': ['item', 'quantity'],
  'pledge.labour': ['task', 'hours'],
  'poll.vote': ['choice'],
  'proposal.support': [],
  'project.rate': ['score'],
};

/** What 我也出 and 我也投 are said of. */
const deedsOf: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:出|捐|认)$/u, /^pledge\./u],
  [/^(?:报名|参加)$/u, /^pledge\.labour$/u],
  [/^投$/u, /^poll\.vote$/u],
  [/^附议$/u, /^proposal\.support$/u],
  [/^(?:来|算)$/u, /^/u],
];

/**
 * 3号同上 after the own 2号我出200元 is the same for another number; 我也一样 in a group is what a neighbour just did in its hearing, with
 * its number. Both are only read back. What was done in private, or without a name, is nobody else's to repeat.
 */
export async function sameAgain(
  parts: Parts,
  turn: Turn,
  last: LastDeed | null,
  { said, isHeard }: { readonly said: Same; readonly isHeard: () => boolean },
): Promise<Reply | null> {
  const no = readProjectNo(said.words);
  const own = no === null || said.who !== undefined || last === null ? null : await ownAgain(turn, last, no);
  const wish = own ?? (await neighbours(parts, turn, said, no));
  if (wish) return act(parts, turn, { ...wish, sure: false, confirmed: false });
  // 我也同意 and 我也出 say what is wished by themselves.
  return said.did === undefined && !isHeard() ? { text: unclearSame } : null;
}

const alsoSaid =
  /^(?:那|对了|还有|哦|嗯|我家|我|俺){0,4}(?<what>.{1,14}?)(?:那个|那边|那件|这个)?(?:的|我家|我|俺){0,4}(?:也|同样|照样|一样)(?:是|给|出|捐|认|投|按|来|算|一样|同样|这样|这么多|那么多|这个数|一份)*(?:吧|的|哈|了|啊|呗)*$/u;

/** 暖气也是 behind the own 路灯我出200: the same for the matter that is named. It is read back. */
export async function alsoFor({ spoken }: Parts, turn: Turn, text: string): Promise<Wish | null> {
  const bare = text.normalize('NFKC').replaceAll(/[\s,，。.!！~]+/gu, '');
  const what = alsoSaid.exec(bare)?.groups?.['what'];
  const done = what === undefined ? null : spoken.done(turn);
  const names = done && shared[done.intent];
  if (what === undefined || !done?.slots || !names || done.slots['beneficiary'] !== undefined) return null;
  const no = await matterAlone(what, () => byName(turn, what));
  const { choice } = done.slots;
  if (no === undefined || no === done.no || (choice !== undefined && !isYesOrNo.test(String(choice)))) return null;
  const same = names.flatMap(name => (done.slots?.[name] === undefined ? [] : [[name, done.slots[name]]]));
  return { intent: done.intent, slots: { no, ...Object.fromEntries(same) }, sure: false, confirmed: false };
}

const isYesOrNo = /^(?:agree|disagree|abstain)$/u;

/** True where +1 is what a neighbour just did in the hearing of the group. */
export async function sameWith(parts: Parts, turn: Turn, text: string): Promise<boolean> {
  const said = readCorrection(text);
  return said?.kind === 'same' && (await neighbours(parts, turn, said, readProjectNo(said.words))) !== null;
}

interface Again {
  readonly intent: string;
  readonly slots: Readonly<Record<string, unknown>>;
}

async function ownAgain({ unit, member }: Turn, last: LastDeed, no: number): Promise<Again | null> {
  if (last.no === no) return null;
  if (last.intent === 'pledge.money') return { intent: last.intent, slots: { no, amount: last.amountFen } };
  const poll = last.intent !== 'poll.vote' || last.no === undefined ? null : await unit.polls.byNo(last.no);
  if (!poll || poll.options || member.householdId === null) return null;
  const ballot = await unit.polls.ballotOf(poll.id, member.householdId);
  return ballot && { intent: last.intent, slots: { no, choice: ballot.choice } };
}

async function neighbours({ spoken }: Parts, turn: Turn, said: Same, no: number | null): Promise<Again | null> {
  for (const heard of spoken.heardOf(turn)) {
    const slots = shared[heard.intent];
    const isOpen = heard.slots['unnamed'] === undefined && heard.slots['beneficiary'] === undefined;
    if (!slots || !isOpen || !(await isMeant(turn, heard, said, no))) continue;
    const same = slots.flatMap(name => (heard.slots[name] === undefined ? [] : [[name, heard.slots[name]]]));
    return { intent: heard.intent, slots: { no: heard.no, ...Object.fromEntries(same) } };
  }
  return null;
}

const filler = /[\s，,。.!！?？的]|那个|这个|项目|提案|表决|[那这好嗯行对哦噢啊]/gu;

async function isMeant({ unit, now }: Turn, heard: HeardDeed, said: Same, no: number | null): Promise<boolean> {
  const { words, who, did } = said;
  if (no !== null && heard.no !== no) return false;
  if (did !== undefined && !isSaidOf(did, heard, now)) return false;
  if (who !== undefined && /[^他她们上面楼前刚才]/u.test(who)) {
    const { name } = await unit.members.view(heard.by);
    if (!name.startsWith(who.replace(/^[老小](?=.)/u, '').slice(0, 1))) return false;
  }
  const named = no === null ? words.replace(filler, '') : '';
  const project = named === '' ? null : await unit.projects.byNo(heard.no);
  return named === '' || project?.title.includes(named) === true;
}

function isSaidOf(did: string, { intent, slots }: HeardDeed, now: Date): boolean {
  const deeds = deedsOf.find(([word]) => word.test(did));
  if (deeds) return deeds[1].test(intent);
  const choice = readWholeAnswer('choice', did, now);
  return intent === 'poll.vote' && typeof choice === 'object' && choice.value === slots['choice'];
}
