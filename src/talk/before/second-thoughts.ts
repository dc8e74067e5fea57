import { onlyOne } from '../../domain/only-one.js';
import { type Correction, readCorrection } from '../../language/values/manner/corrections.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { stripMentions } from '../../language/values/mention.js';
import { readRoundTerms } from '../../language/values/money/round-terms.js';
import { act } from '../act.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { SpokenOf } from './spoken.js';

const fails =
  /不(?:能|该|应该?|予|给)?(?:合格|通过|签|算过)|没(?:有)?(?:通过|过关)|(?:没|不)亮|没(?:有)?(?:弄|装|修|做|改|接|抹|拧|收拾|清)(?:好|完|牢|平|紧|干净)?|[漏裂坏松歪晃脱塌锈翘](?:了|着|的|水|开|动|斜)|不(?:行|牢|平|稳|达标|结实)|有(?:毛病|问题|点问题)|毛病/u;
const noFault = /没(?:有|啥|什么)?(?:毛病|问题)/gu;
const untilMended = /[，,。；;\s]*(?:等|啥时候|什么时候)[^，,。；;]{0,10}(?:再|才)[^，,。；;]{0,6}[。.！!]*$/u;
const passes = /(?<!不|没|没有)(?:合格|通过)|(?:修|改|弄|装|补)好了|都?亮了/u;

/** 等等，西头那盏没亮 behind a signature that the works pass: it is asked whether they fail; mended works pass again. */
export async function otherResult(parts: Parts, turn: Turn, done: SpokenOf, text: string): Promise<Reply | null> {
  // 那就先不合格，等修好再说: how long it holds supposes nothing.
  if (isAsked(text.replace(untilMended, ''))) return null;
  const said = text.replace(noFault, '').replace(untilMended, '');
  const before = done.slots?.['result'];
  const result = fails.test(said) ? 'fail' : passes.test(said) ? 'pass' : undefined;
  if (result === undefined || result === before) return null;
  return act(parts, turn, { intent: done.intent, slots: { no: done.no, result }, sure: false, confirmed: false });
}

const called =
  /^(?:哎|那|要不|不如|还是|等等|[，,\s])*(?:(?:这个?)?(?:提案(?:的)?)?(?:名字?|标题|题目|名称)[^叫改写成]{0,4}(?:(?:太长|别写|不要写|写得?|别)[^，,。叫改]{0,6})?[，,\s]*(?:就|还是|直接|给)*(?:改)?(?:叫(?:做|个|成)?|改成|改为|写成|写)|(?:就|改|还是|直接|干脆)+(?:叫(?:做|个|成)?|说成|写成))[：:\s“”"]*(?<title>[^，,。？?“”"]{2,30}?)[”"]?(?:吧|就行|就好|就成|得了|好了|就可以)*[。.!！]*$/u;

/** 名字别写恁长就叫装路灯 behind a proposal that was raised just now: another title for it, and no second one. */
export async function otherTitle(parts: Parts, turn: Turn, { no }: SpokenOf, text: string): Promise<Reply | null> {
  const said = isAsked(text) ? undefined : called.exec(text.trim())?.groups?.['title'];
  const title =
    said ??
    (isAsked(text)
      ? undefined
      : ((await titleRighted(turn, no, readCorrection(inOwnWords(turn, no, text)))) ??
        (await titlePlaced(turn, no, text))));
  if (title === undefined) return null;
  return act(parts, turn, { intent: 'proposal.rename', slots: { no, title }, sure: false, confirmed: false });
}

/** 不是长椅，是石凳 as it was said, where the number was read in the place of the name. */
function inOwnWords({ message: { body } }: Turn, no: number, text: string): string {
  return body.kind === 'said' && text.includes(`${no}号`) && !body.text.includes(`${no}号`)
    ? stripMentions(body.text)
    : text;
}

const whereItIs =
  /^(?:就是|就在|就|是|在|地方是|位置是|位置在|(?:放|装|设|安|建|摆)在)[，,\s]*(?<where>[^，,。?？]{2,20}?(?:[那这](?:一)?(?:段|块|片|边|头|条|截|带|溜|排)(?:路|地|空地)?|前面?|后面?|旁边?|门口|对面|[东西南北]头|之间|中间|[那这]边|[东西南北]门))(?:吧|啊|呢|的|呀|就行|就好|那边)*[。.!！]*$/u;

const puts = /^[放装设安建摆]在/u;

/** Nothing but a place, whatever deed it sounds like. */
export function saysWhere(text: string): boolean {
  return whereItIs.test(text.trim());
}

/** 就大门口到3号楼那一段 behind a proposal: where it is, before what is to be done there. */
async function titlePlaced({ unit }: Turn, no: number, text: string): Promise<string | undefined> {
  const where = whereItIs.exec(text.trim())?.groups?.['where'];
  const { title, place } = (where === undefined ? null : await unit.projects.byNo(no)) ?? {};
  if (where === undefined || title === undefined || title.includes(where)) return undefined;
  // 放在西门那边就行 is another place than the one that was said.
  const isOther = puts.test(text.trim()) && typeof place === 'string' && title.includes(place);
  if (isOther) return title.replace(place, where);
  // 就在3号楼东头 behind 3号楼前装长椅 says where it is in the words of the title.
  const [building = ''] = /^\d{1,3}号楼/u.exec(where) ?? [];
  const said = building !== '' && title.startsWith(building) ? frontOf.exec(title.slice(building.length)) : null;
  return said ? `${where}${title.slice(building.length + said[0].length)}` : `${where}${title}`;
}

/** 前 of 3号楼前装长椅. */
const frontOf = /^(?:[东西南北]?(?:[前后旁边侧头]面?|门口|底下)|[东西南北](?=[装修建种砌铺]))?/u;

/** 说错了，是2号楼和3号楼之间的空地: in the place of the words of the title that are most like them. */
async function titleRighted({ unit }: Turn, no: number, correction: Correction | null): Promise<string | undefined> {
  if (correction?.kind !== 'change') return undefined;
  const before = (await unit.projects.byNo(no))?.title ?? '';
  const { to, from } = correction;
  if (from !== undefined && before.includes(from)) return inPlace(before, from, to);
  return mostAlike(before, to.replace(/^(?:是|在|应该)+(?=.{2})/u, ''));
}

/** The title with the words in the place of as many signs that share half of them at the same places; undefined where no one place is best. */
function mostAlike(title: string, words: string): string | undefined {
  const [signs, said] = [[...title], [...words]];
  const scores = signs
    .slice(0, Math.max(0, signs.length - said.length + 1))
    .map((_, at) => said.filter((sign, place) => signs[at + place] === sign).length);
  const best = Math.max(0, ...scores);
  const at = scores.indexOf(best);
  if (best * 2 < said.length || best === said.length || scores.lastIndexOf(best) !== at) return undefined;
  return [...signs.slice(0, at), ...said, ...signs.slice(at + said.length)].join('');
}

const changing =
  /(?:那|还是|就|先|给我|要不)*(?:改成|改为|改到|换成|调到|调成|降到|降成|提到|涨到|放到|改|定成)|(?:吧|好了|得了|就行|算了)+[。.!！]*$/gu;

/** 一户改成最多三百吧 behind the terms of a round: that one term, and the others stay. */
export async function otherTerms(parts: Parts, turn: Turn, { no }: SpokenOf, text: string): Promise<Reply | null> {
  const terms = text.trim().replaceAll(changing, '');
  if (isAsked(text) || !readRoundTerms(terms, turn.now)) return null;
  return act(parts, turn, { intent: 'pledge.round', slots: { no, terms }, sure: false, confirmed: false });
}

function isAsked(text: string): boolean {
  return hasMood(text, 'asked', 'conditional', 'quoted', 'forwarded', 'joking');
}

const mistaken =
  /^(?:哎呀?|那个|对了|[，,\s])*(?:提案(?:的)?)?(?:名字?|标题|题目|名称|地方|位置|地点)(?:给)?(?:都)?(?:[写打弄报说搞填]?(?:差|错|反|串)|不对|有误)了?[，,。.!！\s]*(?<words>\S[^?？]{3,40})$/u;

/** 我上午提的那个写错啦: the own proposal by who raised it. */
const mistakenMatter =
  /^(?:哎呀?|那个|对了|不好意思|[，,\s])*(?:我|俺|咱)(?:家)?(?:刚才|刚刚|上午|早上|中午|下午|昨天|昨晚|今天)?(?:提|报|发|写|登记)(?:的|上去的)(?:那|这)?(?:一)?(?:个|件|条|份)?(?:提案|建议|事儿?)?(?:的)?(?:名字?|标题|题目|地方|位置)?(?:给)?(?:都)?(?:[写打弄说搞填](?:差|错|反|串)|不对|有误)(?:了|啦)?[，,。.!！\s]+(?<words>\S[^?？]{3,40})$/u;
const leadsToTitle = /^(?:应该?是|应为|改成|改为|写成|就是|是|叫)|(?:才对|吧|啊|哈)?[。.!！]*$/gu;

/** The title put right by words that are like a stretch of it, or like all of it; undefined where they share nothing with it. */
function nearTitle(title: string, words: string): string | undefined {
  const shared = [...new Set(words)].filter(sign => title.includes(sign)).length;
  return (
    mostAlike(title, words) ??
    (shared * 2 >= new Set(words).size && [...words].length * 2 >= [...title].length ? words : undefined)
  );
}

/** 名字写差了，是4号楼北边，不是南边: the title of the one own proposal in which the wrong words stand, put right. It is read back. */
export async function titleMistaken(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const words = (mistaken.exec(text.trim()) ?? mistakenMatter.exec(text.trim()))?.groups?.['words'];
  if (words === undefined || isAsked(words)) return null;
  const correction = readCorrection(words);
  const { to, from } = correction?.kind === 'change' ? correction : { to: words.replace(leadsToTitle, '') };
  const raised = await turn.unit.projects.inStates(['issue_reported']);
  const own = raised.filter(({ proposerId }) => proposerId === turn.member.id);
  const only = onlyOne(own.filter(({ title }) => from === undefined || title.includes(from)));
  if (!only) return null;
  const title = from === undefined ? nearTitle(only.title, to) : inPlace(only.title, from, to);
  if (title === undefined || title === only.title) return null;
  return act(parts, turn, { intent: 'proposal.rename', slots: { no: only.no, title }, sure: false, confirmed: false });
}

/** Other words in the place of some; what of them stands before that place already is not said twice. */
function inPlace(title: string, from: string, to: string): string {
  const at = title.indexOf(from);
  const before = title.slice(0, at);
  const said = Array.from(to, (_, length) => to.slice(0, to.length - length)).find(part => before.endsWith(part)) ?? '';
  return `${before}${to.slice(said.length)}${title.slice(at + from.length)}`;
}
