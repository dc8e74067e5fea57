import { onlyOne } from '../../domain/only-one.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { typed, yuan } from '../../domain/money.js';
import { may } from '../../domain/permissions.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import { projectName } from '../../domain/project-words.js';
import { isInRound, roundStates } from '../../domain/lifecycle.js';
import { isCancel, isDenial, putsOff, readAnswer } from '../../language/values/manner/answers.js';
import { readMood } from '../../language/values/manner/mood.js';
import { readWholeAnswer } from '../../language/values/manner/whole-answer.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import type { Project } from '../../store/proposal/project.js';
import type { Question } from '../../store/question.js';
import type { Begun } from '../rehearsal.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { byName } from './by-name.js';

const money = 'pledge.money';
const labour = 'pledge.labour';
/** Kept with the question how somebody takes part: money, work and things answer it alike. */
const anyWay = 'anyWay';

const me = '(?:我|俺|咱)(?:们)?(?:家)?';
const polite = '(?:吧|啊|呀|哈|呗|嘛|了|啦|哦|谢谢)*';
const lead = '(?:那|还有|也|就|行|好|中|嗯)*(?<what>\\p{Script=Han}{0,6}?)';
/** 算我一份, 算我一个, 算我上, 给我也来一份, 带我一个, 我出: nothing tells with what. */
const joins = new RegExp(
  `^${lead}(?:算(?:上)?${me}(?:一)?[份个户]|算上?${me}上?|算${me}的?(?:一)?[份个户]?|[带加](?:上)?${me}(?:一)?[个份户]?|(?:给)?(?:${me})?也?(?:给${me})?也?(?:来|整|记|留)(?:上)?一[份个]|${me}(?:也|想|要|愿意?|可以)*(?:[出捐](?:一?点儿?|一份|一些|钱)?|参加|参与|加入|算一[份个]))${polite}$`,
  'u',
);
/** A name that is joined by itself says so only with who speaks, or with 给. */
const ownWord = /[我俺咱]/u;

const rest =
  '(?:剩下?的?|余下的?|差的?|缺的?|缺口|不够的?|不足的?|(?:还)?差多少|缺多少|差几多)(?:这|那)?(?:部分|点儿?|些)?';
const takes =
  '(?:一个人|一家|来|就|都|全|全部|统统|自己)*(?:包(?:了|圆了?|下来?|干)|兜(?:了|底)|补(?:上|齐|足|够|满)|(?:全|都|通通)(?:出|认|掏|承担|负责|补))';
/** 路灯的钱我包了, 差多少我补上, 剩下的我全包了: all that is left, and no sum. The matter is its number by now. */
const coversAll = new RegExp(
  `^(?:那|要不|干脆|这样|还)?(?:(?<no>[^，,。]{0,12}?号)(?:项目|这事|那个)?(?:的)?(?:所有的?|全部)?(?:钱|款|费用?|账|花销|${rest}(?:的)?(?:钱|款)?)|(?:的)?${rest}(?:的)?(?:钱|款|费用?)?)[，,\\s]*(?:都|就|全|由|让)*${me}${takes}${polite}$`,
  'u',
);

function isMeant(text: string): boolean {
  return (
    [...text].length <= 30 &&
    ownWord.test(text) &&
    !/[吗?？]\s*$/u.test(text) &&
    readMood(text).every(({ kind }) => kind === 'asked' || kind === 'laughing')
  );
}

/**
 * Who wants to take part without saying with what (算我一份) is asked that, and who takes all that is left (路灯的钱我包了) hears how much that
 * is and is asked for the sum; both promise nothing by it. Null for all other words.
 */
export async function takingPart(parts: Parts, turn: Turn, text: string): Promise<Begun | Wish | null> {
  const { unit, member } = turn;
  if (!isMeant(text) || member.householdId === null || !may(member, 'pledge.make')) return null;
  const named = findNumbers(text).length === 0 ? await byName(turn, text) : null;
  const said = named?.names.size === 1 ? named.text : text;
  const [number, ...others] = findNumbers(said);
  if (others.length > 0) return null;
  const bare = `${said.slice(0, number?.start ?? 0)}${said.slice(number?.end ?? 0)}`.replaceAll(
    /[\s，,。.!！~]+/gu,
    '',
  );
  const covers = coversAll.test(said.trim().replace(/[。.!！~]+$/u, ''));
  const found = covers ? null : joins.exec(bare.replace(/^(?:的|那个|这个|这事|的事)+/u, ''));
  if (!covers && !found) return null;
  const project = await meantBy(parts, turn, number?.no);
  const what = found?.groups?.['what'] ?? '';
  // 装灯算我一份 is about the lamp; 打牌算我一个 is about nothing here.
  if ((number && !project) || (what !== '' && !project?.title.includes(what.slice(-1)))) return null;
  if (project?.state === 'issue_reported' && !covers)
    return { intent: 'proposal.support', slots: { no: project.no }, sure: false, confirmed: false };
  const open = await unit.projects.inStates(roundStates);
  if (project ? !isInRound(project) : open.length === 0) return null;
  const slots = { ...(project && { no: project.no }), ...(!covers && { [anyWay]: true }) };
  const wish = { intent: money, slots, sure: true, confirmed: false };
  const question = covers ? await howMuch(turn, project) : howWords(project);
  return { wish, asking: { asks: 'amount', question } };
}

/** The matter of that number, else the one that was spoken of, else the only one that collects. */
async function meantBy({ spoken }: Parts, turn: Turn, no: number | undefined): Promise<Project | null> {
  const { unit } = turn;
  if (no !== undefined) return unit.projects.byNo(no);
  const last = spoken.last(turn);
  const about = last && (await unit.projects.byNo(last.no));
  if (about && (isInRound(about) || about.state === 'issue_reported')) return about;
  return onlyOne(await unit.projects.inStates(roundStates)) ?? null;
}

function howWords(project: Project | null): string {
  return `${project ? projectName(project) : '您家'}想怎么参加？出钱请说多少，例如“100元”；出工请说多久，例如“半天”；出东西请说什么，例如“两袋水泥”。还没有记。`;
}

async function howMuch({ unit }: Turn, project: Project | null): Promise<string> {
  if (!project) return '您家要认捐多少？请说一个准数，例如“200元”。还没有记。';
  const { toTarget } = missingFen(project, summaryOf(await unit.ledger.balances(project.id)));
  if (toTarget === 0) return `${projectName(project)}认捐已经够了。还要出的话请说多少，例如“100元”。还没有记。`;
  return `${projectName(project)}还差${yuan(toTarget)}。您家要认捐多少？请说一个准数，例如“${typed(toTarget)}”。还没有记。`;
}

const bareWays: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:我|俺|就|还是|家)*(?:出|捐|认)?钱(?:吧|呗|啊)*$/u, money, 'amount'],
  [/^(?:我|俺|就|还是|家)*(?:出|搭把?|帮)?(?:工|力|人|手|把手)(?:吧|呗|啊)*$/u, labour, 'hours'],
  [/^(?:我|俺|就|还是|家)*(?:出|捐)?(?:东西|物|实物|材料)(?:吧|呗|啊)*$/u, 'pledge.goods', 'item'],
];

/**
 * 出工半天 and 两袋水泥 to the question how somebody takes part: that promise of the same matter, read back; 出工 alone is asked how long.
 * Null for a sum, which the question itself takes.
 */
export function otherWay(
  { understand, intents }: Parts,
  { now }: Turn,
  { intent, slots, asks }: Question,
  text: string,
): Wish | null {
  if (intent !== money || asks !== 'amount' || slots[anyWay] !== true) return null;
  if (isCancel(text) || isDenial(text) || putsOff(text) !== null || readAnswer(text) !== null) return null;
  const { no } = slots;
  const matter = typeof no === 'number' ? { no } : {};
  const bare = text.trim().replaceAll(/[\s，,。.!！~]+/gu, '');
  const [, way] = bareWays.find(([words]) => words.test(bare)) ?? [];
  if (way !== undefined) return { intent: way, slots: matter, sure: way !== labour, confirmed: false };
  if (typeof readWholeAnswer('amount', text, now) === 'object') return null;
  const hours = readWholeAnswer('hours', text, now);
  if (typeof hours === 'object')
    return { intent: labour, slots: { ...matter, hours: hours.value }, sure: false, confirmed: false };
  const said = /^(?:我|俺|咱|出|捐|送)/u.test(bare) ? text : `我捐${text}`;
  const numbered = typeof no === 'number' ? `${no}号${said}` : said;
  const found = understand(numbered, now, { openPolls: [], openPledges: [], roles: [] });
  const isWay = found.intent !== money && bareWays.some(([, other]) => other === found.intent);
  const names = isWay ? intents.get(found.intent)?.says : undefined;
  // 路灯 is the matter, and no gift of one.
  const isNamed = found.slots[names ?? ''] !== undefined || (said === text && found.slots['item'] !== undefined);
  if (names === undefined || !isNamed) return null;
  return { intent: found.intent, slots: { ...found.slots, ...matter }, sure: false, confirmed: false };
}
