import { onlyOne } from '../../domain/only-one.js';
import { hasMood } from '../../language/values/manner/mood.js';
import type { Understanding } from '../../language/reading/understand.js';
import type { Project } from '../../store/proposal/project.js';
import type { Turn } from '../turn.js';
import { sureFrom, type Wish } from '../wish.js';
import { matterNamed } from './by-name.js';

const favours =
  /^(?:(?:这|那)(?:个|件|条)?(?:事儿?|提案|主意|提议)?|[\p{Script=Han}]{2,8}(?:这|那)(?:个|件)?(?:事儿?|提案)?|\d+号)?[，,\s]*(?:我|俺|咱|额)?(?:们)?(?:家)?(?:必须的?|坚决|绝对|肯定|也|都|完全|举(?:双)?手|百分百|一万个|太|很|非常)*(?:支持|赞成|附议|同意)(?:的|了|啊|呀|吧|一下|到底)*(?:[，,。.！!\s][^]*)?$/u;
/** 路灯+1, 支持+1: one more of those who want it. */
const oneMore = /^(?<words>.{0,12}?)[\s，,]*(?:\+1|＋1|加一|加1)[。.!！]*$/u;
const wantsIt = /同意|赞成|支持|附议/u;

/**
 * 这事俺支持; 必须支持，黑得我都撞过树; 路灯+1: a second for what is being raised, read back while no vote is open that the words might be. Null
 * where no one matter is meant.
 */
export async function seconded(turn: Turn, { intent, confidence }: Understanding, text: string): Promise<Wish | null> {
  const said = text.trim();
  if ([...said].length > 40 || turn.member.householdId === null) return null;
  const words = oneMore.exec(said)?.groups?.['words'];
  // The reader makes anything of 路灯+1.
  if (
    words === undefined &&
    (!/^(?:chat\.other|proposal\.support|poll\.vote)$/u.test(intent) ||
      (intent !== 'chat.other' && confidence >= sureFrom))
  )
    return null;
  if (words === undefined && !favours.test(said)) return null;
  const blocked = ['forwarded', 'quoted', 'reported', 'onBehalf', 'asked', 'conditional', 'joking', 'denied'] as const;
  if (hasMood(said, ...blocked)) return null;
  const [raised, polls] = await Promise.all([turn.unit.projects.inStates(['issue_reported']), turn.unit.polls.open()]);
  const named = await matterNamed(turn, said);
  const wanted = words === undefined || wantsIt.test(words) || words === '';
  if (named === undefined && polls.length > 0)
    return wanted && words !== undefined && words !== '' && !/附议/u.test(words) ? choice(undefined) : null;
  if (named !== undefined && polls.some(({ no, options }) => no === named && !options))
    return words === undefined ? null : choice(named);
  const project = meant(raised, named);
  // A bare name and one more is a second; so is a word of support for the one matter that is raised.
  return project && (named !== undefined || (wanted && words !== ''))
    ? { intent: 'proposal.support', slots: { no: project.no }, sure: false, confirmed: false }
    : null;
}

function choice(no: number | undefined): Wish {
  const slots = { choice: 'agree', ...(no === undefined ? {} : { no }) };
  return { intent: 'poll.vote', slots, sure: false, confirmed: false };
}

function meant(raised: readonly Project[], named: number | undefined): Project | undefined {
  if (named !== undefined) return raised.find(({ no }) => no === named);
  return onlyOne(raised);
}

const suggests =
  /^(?:[\p{Script=Han}]{0,4})?有(?:个|一个|点|条)?(?:小)?(?:主意|想法|点子|建议)[，,：:。\s]+(?<text>[^]{3,})$/u;
/** Where the matter stands first by its number, the idea is what follows. */
const numberFirst = /^\d+号(?:的|那个|这个)?[，,\s]*/u;
const better = /最好|建议|提议|不如|要是能|希望/u;

/**
 * 路灯最好用感应的; 俺有个主意，灯杆立矮点: an idea for the matter that is named, or for the only one whose plan is not made yet. It is read back.
 */
export async function idea(turn: Turn, { intent, confidence }: Understanding, text: string): Promise<Wish | null> {
  if ([...text].length > 100 || !/^(?:chat\.other|report\.open|proposal\.open)$/u.test(intent)) return null;
  if (intent !== 'proposal.open' && intent !== 'chat.other' && confidence > sureFrom) return null;
  const offered = suggests.exec(text.trim())?.groups?.['text'];
  if (offered === undefined && (!better.test(text) || intent === 'proposal.open')) return null;
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
