import { onlyOne } from '../../domain/only-one.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { findAddresses } from '../../language/values/people/household.js';
import { hasMood } from '../../language/values/manner/mood.js';
import type { Understanding } from '../../language/reading/understand.js';
import type { Project } from '../../store/proposal/project.js';
import type { Parts, Turn } from '../turn.js';
import { isDoubted } from '../understood.js';
import { sureFrom, type Wish } from '../wish.js';
import { byName, matterNamed } from './by-name.js';

const much =
  '(?:必须的?|坚决|绝对|肯定|也|都|完全|就|是|举(?:双)?手|双手(?:双脚)?|百分(?:之)?百|一[百万]个|太|很|非常|十分|特别)*';
/** 顶一个, 必须顶: with what tells that no roof is meant. */
const wants =
  '(?:(?:支持|赞成|附议|同意)(?:的|了|啊|呀|吧|一下|一票|到底)*|(?:(?<=[我俺家须也都])顶|顶(?:一?[个下把]|起来|上去|到底))(?:了|啊|呀|吧|的)*)';
const who = '(?:我|俺|咱|额)?(?:们)?(?:家)?';
const pointed = '(?:这|那)(?:个|件|条)?(?:事儿?|提案|主意|提议)?';
const favours = new RegExp(
  `^(?:${pointed}|[\\p{Script=Han}]{2,8}${pointed}|\\d+号)?[，,\\s]*${who}${much}${wants}(?:[，,。.！!\\s][^]*)?$`,
  'u',
);
/** A clause in which the speaker is for something: 修车棚我双手赞成, 我支持. */
const ownFavour = new RegExp(`^(?:[^不没别，,。]{0,12})(?:我|俺|咱|额)(?:们)?(?:家)?${much}${wants}$`, 'u');
/** The same of what was just spoken of, which is not named again: 那他家的我也支持一下. */
const favoursThat = new RegExp(
  `^(?:(?:哦|噢|嗯|那|这|他|她|它|家|们|的|个|件|条|事儿?|提案|主意|提议|[，,\\s])*)(?:我|俺|咱|额)(?:们)?(?:家)?${much}${wants}$`,
  'u',
);
const likewise = /也|附议|支持|[加算]/u;
/** 路灯+1, 支持+1: one more of those who want it. */
const oneMore = /^(?<words>.{0,12}?)[\s，,]*(?:\+1|加一|加1)[。.!！]*$/u;
/** 车棚也加我一个: what else this may be said of is told by the state of the matter. */
const addsMe =
  /^.{0,12}?(?:也|再)?(?:加|算|记|添)(?:上)?(?:我|俺|咱)(?:们)?(?:家)?(?:也)?(?:一)?(?:个|户|家|份|票)?(?:吧|了|啊|呗)*[。.!！]*$/u;
const wantsIt = /同意|赞成|支持|附议|顶/u;
const twice = /^(?<once>.{2,8}?)[，,\s]*\k<once>(?=[。.!！]*$)/u;
const decoration = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F/gu;

/** The words without what is only drawn beside them, and once (我支持我支持); ➕ stands for the sign. */
function written(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/➕\uFE0F?/gu, '+')
    .replaceAll(decoration, ' ')
    .trim()
    .replace(twice, '$<once>');
}

const notOwn = ['forwarded', 'quoted', 'reported', 'onBehalf', 'asked', 'conditional', 'joking', 'denied'] as const;

/** Longer messages tell of much. */
const longest = 80;
const short = 40;

/**
 * 这事俺支持; 必须支持，黑得我都撞过树; 路灯+1: a second for what is being raised, read back while no vote is open that the words might be. Null
 * where no one matter is meant.
 */
export async function seconded(
  { spoken }: Pick<Parts, 'spoken'>,
  turn: Turn,
  read: Understanding,
  text: string,
): Promise<Wish | null> {
  const said = written(text);
  if ([...said].length > longest || turn.member.householdId === null || hasMood(said, ...notOwn)) return null;
  const words = oneMore.exec(said)?.groups?.['words'];
  const called = wantsIt.test(said) && [...said].length <= short ? await byName(turn, said) : null;
  const isFavour = favours.test(said) || (called !== null && favours.test(called.first));
  const isWhole = [...said].length <= short && (words !== undefined || isFavour);
  const clauses = said.split(/[，,。.！!；;\s]+/u).filter(Boolean);
  if (!isWhole && !addsMe.test(said) && !clauses.some(clause => ownFavour.test(clause))) return null;
  // The reader makes anything of 路灯+1, and where no vote is open a vote of 修车棚我双手赞成.
  // What is told before 我支持 is why, and no report.
  const isWhy = read.intent === 'report.open' && ownFavour.test(clauses.at(-1) ?? '');
  const isSure = read.intent !== 'chat.other' && !isWhy && read.confidence >= sureFrom && !isDoubted(read, said);
  const isVote = read.intent === 'poll.vote' && read.slots['choice'] === 'agree';
  const points = /[这那他她]/u.test(said);
  if (words === undefined && isSure && !isVote && !(points && read.intent === 'proposal.support')) return null;
  const [raised, polls] = await Promise.all([turn.unit.projects.inStates(['issue_reported']), turn.unit.polls.open()]);
  const named = await matterNamed(turn, said);
  const project = meant(raised, named);
  const isVotedOn = named !== undefined && polls.some(({ no, options }) => no === named && !options);
  // What the reader is sure of and is named is done without a question.
  if (named !== undefined && isSure && !isVote && words === undefined) return null;
  if (named !== undefined && project && !isVotedOn) return support(project);
  const heard = spoken.inGroup(turn);
  // Right behind a proposal that all in the group heard being raised 俺也赞成 is said of it.
  const isRaised = heard?.intent === 'proposal.open' && heard.isDone && (polls.length === 0 || likewise.test(said));
  const last = isRaised ? heard.no : spoken.own(turn)?.no;
  const that =
    named === undefined && (points || !isSure || isRaised) ? raised.find(({ no }) => no === last) : undefined;
  const isThat = clauses.length <= 2 && (favoursThat.test(said) || (isRaised && addsMe.test(said)));
  if (that && last !== undefined && isThat) return support(that);
  if (
    !isWhole ||
    (words === undefined && (isSure || !/^(?:chat\.other|proposal\.(?:support|open)|poll\.vote)$/u.test(read.intent)))
  )
    return null;
  const wanted = words === undefined || wantsIt.test(words) || words === '';
  if (named === undefined && polls.length > 0)
    return wanted && words !== undefined && words !== '' && !/附议/u.test(words) ? choice(undefined) : null;
  if (isVotedOn) return words === undefined ? null : choice(named);
  // A word of support is for the one matter that is raised.
  return project && wanted && words !== '' ? support(project) : null;
}

function support({ no }: Project): Wish {
  return { intent: 'proposal.support', slots: { no }, sure: false, confirmed: false };
}

function choice(no: number | undefined): Wish {
  const slots = { choice: 'agree', ...(no === undefined ? {} : { no }) };
  return { intent: 'poll.vote', slots, sure: false, confirmed: false };
}

function meant(raised: readonly Project[], named: number | undefined): Project | undefined {
  if (named !== undefined) return raised.find(({ no }) => no === named);
  return onlyOne(raised);
}

/** 还有 能不能刷成绿色的 behind an idea is one more. */
const oneMoreIdea =
  /^(?:还有|另外|再(?:有|提|加)?一[条个点]|对了|顺便(?:再)?(?:提|说)?)[，,：:。\s]+(?<text>[^]{4,})$/u;
const suggests =
  /^(?:[\p{Script=Han}]{0,4}|(?:对|给|关于)?\d{1,7}号[^，,。：:\d]{0,6}|(?:对|给|关于)[^，,。：:\d]{2,10})[有提](?:个|一个|点|条)?(?:小)?(?:主意|想法|点子|建议)[，,：:。\s]+(?<text>[^]{3,})$/u;
/** 关于5号，我想说能不能加个灯: of the matter that is named, and no other one. */
const about =
  /^(?:关于|对于|说到|说说|就)[^，,。：:]{2,12}[，,：:\s]+(?:我|俺)?(?:们)?(?:想|说|问|觉得|有个?想法)*[，,：:\s]*(?<text>(?:能不能|能否|可不可以|可以|最好|建议|希望|应该|不如|要不)[^]{2,})$/u;
/** Where the matter stands first by its number, the idea is what follows. */
const numberFirst = /^(?:(?:顺便(?:说|提)|提醒)一?[句下]?[，,：:\s]*)?(?:\d+号(?:的|那个|这个)?[，,\s]*)?/u;
/** 能不能再加个牌子，写上慢行: more of what is raised, and no matter of its own. */
const addition =
  /^(?:那|哎|对了|还有|另外)?[，,\s]*(?:能不能|能否|可不可以|可以|要不要|最好|干脆|不如|建议|顺便|顺带)?(?:也|还)?(?:能|可以)?再(?:给)?(?<verb>[加添配]|装|安|放|弄|立|画|设)(?:上|点|些)?(?!两?[元块票户家天])[^]{2,}$/u;
const better = /最好|建议|提议|不如|要是能|希望|别太|千万别|顺便(?:说|提)|提醒一[句下]/u;

/**
 * 路灯最好用感应的; 俺有个主意，灯杆立矮点: an idea for the matter that is named, or for the only one whose plan is not made yet. It is read back.
 */
export async function idea(
  { spoken }: Pick<Parts, 'spoken'>,
  turn: Turn,
  { intent, confidence }: Understanding,
  text: string,
): Promise<Wish | null> {
  const done = spoken.done(turn);
  const more = done?.intent === 'idea.add' ? oneMoreIdea.exec(text.trim())?.groups?.['text'] : undefined;
  if (done && more !== undefined && confidence < sureFrom && !hasMood(text, 'forwarded', 'quoted', 'joking'))
    return { intent: 'idea.add', slots: { no: done.no, text: more }, sure: false, confirmed: false };
  if ([...text].length > 100 || !/^(?:chat\.other|report\.open|proposal\.open)$/u.test(intent)) return null;
  const added = await additionTo({ spoken }, turn, text);
  if (added) return added;
  if (intent !== 'proposal.open' && intent !== 'chat.other' && confidence > sureFrom) return null;
  const offered = (suggests.exec(text.trim()) ?? about.exec(text.trim()))?.groups?.['text'];
  if (offered === undefined && (!better.test(text) || (intent === 'proposal.open' && confidence >= sureFrom)))
    return null;
  const blocked = ['forwarded', 'quoted', 'reported', 'joking'] as const;
  if (hasMood(text, ...blocked) || /[?？]\s*$/u.test(text)) return null;
  const planned = await turn.unit.projects.inStates(['issue_reported', 'topic_proposed', 'topic_selected']);
  const named = await matterNamed(turn, text);
  const project = offered === undefined && named === undefined ? undefined : meant(planned, named);
  return project
    ? {
        intent: 'idea.add',
        slots: { no: project.no, text: offered ?? text.trim().replace(numberFirst, '') },
        sure: false,
        confirmed: false,
      }
    : null;
}

/** An addition is for the matter just spoken of, or 加, 添 and 配 for the only one whose plan is not made yet. */
async function additionTo({ spoken }: Pick<Parts, 'spoken'>, turn: Turn, text: string): Promise<Wish | null> {
  const verb = addition.exec(text.trim())?.groups?.['verb'];
  if (verb === undefined || readAmount(text).kind !== 'none' || findAddresses(text).length > 0) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'reported', 'joking')) return null;
  const planned = await turn.unit.projects.inStates(['issue_reported', 'topic_proposed', 'topic_selected']);
  const named = await matterNamed(turn, text);
  const last = spoken.own(turn)?.no ?? spoken.inGroup(turn)?.no;
  const isMore = /[加添配]/u.test(verb);
  const project = planned.find(({ no }) => no === (named ?? last)) ?? (isMore ? meant(planned, named) : undefined);
  return project
    ? { intent: 'idea.add', slots: { no: project.no, text: text.trim() }, sure: false, confirmed: false }
    : null;
}
