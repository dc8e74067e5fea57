import { onlyOne } from '../../domain/only-one.js';
import { soundsBroken } from '../../language/values/trouble-words.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { standingReports } from '../meaning/numbered-things.js';
import { bestOf } from '../meaning/which-thing.js';
import type { Question } from '../../store/question.js';
import { isPicture } from '../sent/sent-photos.js';
import type { Parts, Turn } from '../turn.js';
import { lastLine } from './last-line.js';
import type { Wish } from '../wish.js';

/** What is told shortly behind a report is told of it. */
const justMs = 30 * 60_000;

const adding =
  /^(?:哦|对了|那个)?[，,\s]*(?:(?:我|俺|刚才|之前)*报(?:修|事)?的?(?:那|这)?(?:个|件)?(?:事儿?)?[，,\s]*)?(?:我|俺)?(?:再|还)?(?:补充|补(?:一)?[句个条]|忘(?:了|记)?说|漏(?:了|说)(?:一句)?)(?:一下|一句|一点|下|了)*[，,:：\s]*(?:就?是)?(?<words>[^?？]{2,100})$/u;
const floor = '(?:[\\d一二三四五六七八九十]{1,3}(?:号楼|栋|幢|单元|楼|层|号门))';
const where = new RegExp(
  `^(?:就|是|在|都)*(?<words>${floor}(?:[到至和、往上下的，,\\s]*${floor})*[^，,。?？]{0,8})(?:吧|啊|呢)?[。.!！]*$`,
  'u',
);

/** 就是门口那三盏, said at once. */
const which =
  /^(?:就|都)?是(?!这样|说|想|为|要|的|不|我|你|谁|啥|什么|吗|吧|啊|呢|真|挺|有)(?<words>[^，,。?？]*[那门楼边头口面][^，,。?？]{0,12})[。.!！]*$/u;
const atOnceMs = 5 * 60_000;

/** 在3号楼, or 再3号楼 as it is typed by its sound, to a report that was read back: where it is. All of it is read back again. */
export function placeSaid({ intent, slots, asks }: Question, text: string): Wish | null {
  const isReport = intent === 'report.open' && asks === 'yes' && slots['adds'] === undefined;
  const words = isReport ? where.exec(text.trim().replace(/^再/u, '在'))?.groups?.['words'] : undefined;
  if (words === undefined || hasMood(text, 'asked', 'forwarded', 'quoted', 'joking')) return null;
  const { place } = slots;
  const whole = typeof place === 'string' && !words.includes(place) ? `${words}${place}` : words;
  return { intent, slots: { ...slots, place: whole }, sure: false, confirmed: false };
}

const us = '(?:我|俺|咱)(?:们)?(?:家|楼|楼上|楼下|这(?:边|儿|里)|单元|屋|这栋|那栋)*(?:的)?';
/** 下水道反味俺家也是, 门禁我家也刷不开, 我们楼道的灯也不亮，跟他家一样. */
const ofUsToo = new RegExp(
  `^(?:哦|对了|那个|[，,\\s])*(?:(?<before>[^，,。?？]{2,14}?)[，,\\s]*)?${us}(?<middle>[^，,。?？]{0,8}?)也(?:是|有|一样|这样|那样|(?=[^，,。?？]{0,3}(?:堵|漏|坏|反|臭|不|没|停|断|裂|掉)))(?<after>[^，,。?？]{0,10})(?:[，,。.!！\\s]+[^?？]{0,20})?$`,
  'u',
);
/** 能不能算她也报一个, 俺也报一份: with no other trouble. */
const meToo =
  /(?:^|[，,。\s])(?:能不能|能|可以)?(?:给|帮|替|算)?(?:我|俺|咱|她|他)(?:们)?(?:家)?(?:也|再)(?:给)?(?:报|加|算|记)(?:上)?(?:一)?(?:个|份|声|户|下)(?:吧|啊|呗|不|吗|嘛)*[。.!！?？]*$/u;

/** What a neighbour reported is so at the speaker's as well: the report that is named, or by 也报一个 the only one, has one voice more. */
export async function reportedToo(turn: Turn, text: string): Promise<Wish | null> {
  const said = text.trim();
  const told = ofUsToo.exec(said)?.groups;
  const isMe = meToo.test(said);
  if ((!told && !isMe) || [...said].length > 50 || hasMood(said, 'forwarded', 'quoted', 'joking')) return null;
  if (!isMe && hasMood(said, 'asked', 'conditional')) return null;
  const own = (await turn.unit.reports.openOf(turn.member.userid)).map(({ no }) => no);
  const all = (await standingReports(turn, [])).filter(({ value }) => !own.includes(Number(value)));
  const { before = '', middle = '', after = '' } = told ?? {};
  const { things, isNamed } = bestOf(all, isMe ? said : `${before}${middle}${after}`);
  const only = isNamed || isMe ? onlyOne(things) : undefined;
  if (!only) return null;
  return { intent: 'report.open', slots: { text: said, adds: only.value }, sure: !isMe, confirmed: false };
}

const mayReport =
  '(?:麻烦|请|你|就)?(?:我)?(?:能|可以|想|要|得)?(?:不能|不可以)?(?:跟您|给您|向你们|跟你|(?:给|帮|替)(?:我|俺|我们)?)?(?:反映|报|报修|反应)(?:个|一个|一件|件|一下|下)?(?:事儿?|问题|情况)?(?:上去)?(?:不(?:行|能|可以)?|吗|么|行吗|行不|可以吗|成不|吧|呗)?';
const reportsFirst = new RegExp(
  `^(?:那|你好|您好|请问|[，,\\s])*${mayReport}[，,。：:！!？?\\s]+(?<words>[^]{4,200})$`,
  'u',
);
const reportsLast =
  /^(?:那|你好|您好|请问|我是租(?:房子?)?的|[，,\s]){0,8}(?<words>[^?？，,\s][^?？]{4,199}?)(?<![，,\s])[，,\s]*(?:这个|这事|这)?(?:能|可以|给|归你们?)(?:我)?(?:报|反映|管)(?:修|一下)?(?:吗|不|么)[?？]*$/u;

/** 沟边连个围挡都没有: somebody may fall. */
const unguarded =
  /(?:围挡|围栏|护栏|栏杆|扶手|盖子?|盖板|警示牌?|挡板)(?:也|都)?没|没(?:有|个|装|拉|放)?(?:围挡|围栏|护栏|栏杆|扶手|盖子?|盖板|警示)|差(?:一)?点儿?(?:就)?(?:掉|摔|绊|砸|滑)/u;

/** 那我能反映个事不，楼道里堆了好多纸箱子; 楼道灯坏了能报吗: who asks whether trouble may be reported, and tells it, reports it. */
export function reportOffered(text: string): Wish | null {
  const said = text.trim();
  const words = (reportsFirst.exec(said) ?? reportsLast.exec(said))?.groups?.['words'];
  if (
    words === undefined ||
    !(soundsBroken(words) || unguarded.test(words)) ||
    hasMood(words, 'asked', 'conditional', 'quoted', 'forwarded', 'joking')
  )
    return null;
  return { intent: 'report.open', slots: { text: words }, sure: true, confirmed: false };
}

/** 你看看都成啥样了, 就这样子 beside a picture. */
const looks =
  /^(?:你们?|大家|快|喏|呐|[，,\s])*(?:看看?|瞧瞧?|瞅瞅?|来看)(?:[，,\s]*(?:这|都|就|现在|把|给|多|有多)?.{0,10})?[。.!！~]*$|^(?:就|都)?(?:是|成)?(?:这|这个|这样|这样子|这儿|这里|这地方|啥样|这副样子)(?:了|的|子)?[。.!！~]*$|^(?:如图|上图|照片|现场(?:照片|图)?|拍了(?:张|个)?(?:照片?)?(?:给你们)?|补(?:张|个)(?:照片|图)|这是(?:照片|现场))[^，,。?？]{0,6}[。.!！~]*$/u;

/** A picture right behind the own report, with words that only point at it, belongs to that report. */
export async function reportPictured(parts: Parts, turn: Turn, text: string): Promise<Wish | null> {
  if (!turn.message.pictures.some(isPicture) || !looks.test(text.trim())) return null;
  const last = await lastLine(parts, turn);
  const { unit, member, now } = turn;
  const own = last?.deed === 'report.open' ? await unit.reports.openOf(member.userid) : [];
  const only = onlyOne(own.filter(({ openedAt }) => now.getTime() - openedAt.getTime() <= justMs));
  return only ? { intent: 'report.photo', slots: { report: only.no }, sure: true, confirmed: false } : null;
}

/** 补充一下 是二楼到三楼拐角那盏, and 2单元3楼 behind a report: more of the own report that stands, or was opened just now. */
export async function reportAdded({ unit, member, now }: Turn, text: string): Promise<Wish | null> {
  const said = text.trim();
  const more = adding.exec(said)?.groups?.['words'];
  // 四楼漏水 and 3楼有人装修 are troubles of their own.
  const place = where.exec(said)?.groups?.['words'];
  const at = place === undefined || soundsBroken(place) || /有?人|[家户](?!门)/u.test(place) ? undefined : place;
  const one = more ?? at ?? which.exec(said)?.groups?.['words'];
  const words = one === undefined || [...one].length < 3 ? (more ?? at) : one;
  if (words === undefined || hasMood(said, 'asked', 'forwarded', 'quoted', 'joking')) return null;
  const own = await unit.reports.openOf(member.userid);
  const most = (more ?? at) === undefined ? atOnceMs : justMs;
  const fresh = own.filter(({ openedAt }) => now.getTime() - openedAt.getTime() <= most);
  const report = onlyOne(fresh) ?? (more === undefined ? undefined : onlyOne(own));
  if (!report) return null;
  const isSure = (more ?? at) !== undefined;
  return { intent: 'report.open', slots: { text: words, adds: report.no }, sure: isSure, confirmed: false };
}
