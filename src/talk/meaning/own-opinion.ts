import type { ProjectState } from '../../domain/lifecycle.js';
import { onlyOne } from '../../domain/only-one.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { opinionSaid } from '../../language/values/manner/opinion-said.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { isOtherThan } from '../../language/reading/settled.js';
import type { Understanding } from '../../language/reading/understand.js';
import type { Project } from '../../store/proposal/project.js';
import { act } from '../act.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { leastNamed } from '../../language/reading/thresholds.js';
import { sureFrom } from '../wish.js';
import { byName, restored } from './by-name.js';

/** Without one of these no opinion against something is announced. */
const isAgainst = /意见|异议|看法|反对|不(?:太|大|怎么|能)?(?:赞成|同意|支持|认可|接受)/u;
const notOwn = ['forwarded', 'quoted', 'reported', 'joking', 'conditional'] as const;
/** Longer messages tell of much. */
const longest = 120;

/**
 * 我有一条意见：老人得有门卡 while a plan is on display is an objection with these words, whatever else they sound like; before a plan there is nothing
 * to object to, and they are offered as a suggestion for it. Both are read back. Null where no one such matter is meant.
 */
export async function ownOpinion(parts: Parts, turn: Turn, read: Understanding, text: string): Promise<Reply | null> {
  if (!isAgainst.test(text) || [...text].length > longest || /[?？]\s*$/u.test(text) || hasMood(text, ...notOwn))
    return null;
  if (isHeard(read) || isOtherThan('objection.raise', text)) return null;
  const named = await byName(turn, text);
  const said = opinionSaid(named?.first ?? text);
  if (said?.kind !== 'against' || said.words === undefined) return null;
  const [all, polls] = await Promise.all([turn.unit.projects.inStates([...shown, ...planned]), turn.unit.polls.open()]);
  const numbers = new Set([...findNumbers(text).map(({ no }) => no), ...(named?.names.keys() ?? [])]);
  // While something is voted on, what is against nothing named may be a vote.
  if (numbers.size > 1 || (numbers.size === 0 && polls.length > 0)) return null;
  const [no] = numbers;
  const isShown = ({ state }: Project): boolean => shown.includes(state);
  const last = parts.spoken.own(turn)?.no;
  const meant =
    no === undefined
      ? (onlyOne(all.filter(isShown)) ?? all.find(project => project.no === last) ?? onlyOne(all))
      : all.find(project => project.no === no);
  if (!meant || (no === undefined && !isOfIt(meant, text))) return null;
  const slots = restored({ no: meant.no, text: said.words }, named?.names ?? new Map());
  const wish = { slots, sure: false, confirmed: false };
  if (isShown(meant)) return act(parts, turn, { intent: 'objection.raise', ...wish }, text);
  const reply = await act(parts, turn, { intent: 'idea.add', ...wish }, text);
  return { ...reply, text: `${meant.no}号还没有公示方案，公示以后可以提异议。${reply.text}` };
}

const shown: readonly ProjectState[] = ['plan_published', 'result_published'];
const planned: readonly ProjectState[] = ['issue_reported', 'topic_proposed', 'topic_selected'];

/** 我对物业有意见: of somebody, and of no plan. */
const ofSomebody =
  /对(?:[你您他她]们?|物业|保安|保洁|楼[上下]|隔壁|对门|邻居|书记|主任|楼长|网格员|社区|居委会|业委会|政府|某些人)[^，,。；;\s]{0,6}有/u;
const pointsAt = /意见|异议|看法|[这那]|方案|公示|预算|报价|价|钱|贵|弄|做法/u;

/** 我不赞成换门 has words of the matter, or points at it; 我反对抽烟 has none. */
function isOfIt({ title }: Project, text: string): boolean {
  if (ofSomebody.test(text)) return false;
  return pointsAt.test(text) || [...new Set(title)].filter(sign => text.includes(sign)).length >= 2;
}

/** What the reader heard of it with its words, or surely as a deed of an office, is done by what was heard. */
function isHeard({ intent, confidence, slots }: Understanding): boolean {
  if (intent === 'objection.raise' || intent === 'idea.add')
    return slots['text'] !== undefined && confidence >= leastNamed;
  return intent !== 'chat.other' && confidence >= sureFrom && !ownDeeds.test(intent);
}

/** Deeds of a resident that an opinion may sound like. */
const ownDeeds = /^(?:pledge|report|proposal|poll\.vote)/u;
