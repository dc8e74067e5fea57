import { judgementSigns, type Sign } from './judgement-signs.js';
export { asSaid } from './judgement-signs.js';
import { type MoodKind, readMood } from './manner/mood.js';
import { isNotBegun, isYetToBe, saysNo } from './manner/not-so.js';
import { faultIn } from './not-passed.js';
import { readSequence } from './numbers.js';

/** What somebody of an office says of a thing that waits (核过了, 退回去, 补好了), and why. */
export interface Judgement {
  readonly deed: string;
  /** What it may be said of, by the name that the things of it are kept under: mostly the deed. */
  readonly of: string;
  readonly slots: Readonly<Record<string, unknown>>;
  /** True where the words say that something is meant that waits: 这笔, 第一笔, 申请1, 那条. */
  readonly isPointed: boolean;
  /** The words, or a clause of them, are nothing but the judgement: 那就批了吧. */
  readonly isAlone: boolean;
  /** 第二笔: its place among those that wait. */
  readonly nth?: number;
}

const unmeant: readonly MoodKind[] = [
  'forwarded',
  'quoted',
  'reported',
  'onBehalf',
  'asked',
  'denied',
  'hedged',
  'conditional',
  'past',
  'joking',
];

/** Longer messages tell of much. */
const longest = 48;
/** 先别付, 暂缓, 再等等: it is not to be done now. */
export const putsOff = /先(?:不|别|等)|再(?:等|说|看看?|议)|等(?:等|会|一下)|暂(?:缓|停)|缓一?缓/u;
const before =
  /^(?:那|就|好|行|嗯|哦|对|可以|我|俺|咱|这边|先|现在|也|都|把(?:它|他)?|这|给|的话|已经|刚刚?|才|全|[\s，,。])+/u;
const behind = /^(?:了|吧|啊|呀|哈|呗|啦|的|嘛|掉|一下|\s|[。.!！])*$/u;

/** 那就批了吧: nothing but the judgement. */
function isAlone(text: string, verb: RegExp): boolean {
  // 对着呢 begins with the judgement, and 对，核过了 with a word before it.
  return [text, text.replace(before, '')].some(rest => {
    const found = verb.exec(rest);
    return found?.index === 0 && behind.test(rest.slice(found[0].length));
  });
}

/** What is taken up, answered or given up may well lie ahead (我明天去看看, 没空盯了). */
export const liesAhead = /^(?:report\.(?!solve)|task\.drop$|objection\.|idea\.)/;

/** What the words judge, for each office that may have said it; empty where they ask, put off, tell of others, or judge nothing. */
export function readJudgements(text: string): readonly Judgement[] {
  const plain = settled(text.normalize('NFKC').trim());
  if ([...plain].length > longest || plain.includes('\n') || putsOff.test(plain)) return [];
  const moods = new Set(readMood(plain.replace(/刚才|刚刚/gu, '')).map(({ kind }) => kind));
  const isNo = saysNo(plain) && !isNotBegun(plain);
  if (isNo) moods.add('denied');
  const isAhead = !isNo && isYetToBe(plain);
  return judgementSigns.flatMap(sign => {
    if (
      !sign.verb.test(plain) ||
      sign.unless?.test(plain) ||
      (isAhead && !liesAhead.test(sign.deed)) ||
      unmeant.some(kind => moods.has(kind) && !sign.may?.includes(kind))
    )
      return [];
    const nth = ordinal(plain);
    return [
      {
        deed: sign.deed,
        of: sign.of ?? sign.deed,
        slots: slotsOf(sign, plain),
        isPointed: sign.points.test(plain),
        isAlone: [plain, ...(sign.isClause ? clausesOf(plain) : [])].some(words => isAlone(words, sign.verb)),
        ...(nth !== undefined && { nth }),
      },
    ];
  });
}

/** What the words that judge say beside the thing itself: whether it passes, and why. */
export function slotsJudged(deed: string, text: string): Readonly<Record<string, unknown>> {
  const plain = settled(text.normalize('NFKC').trim());
  const sign = judgementSigns.find(each => each.deed === deed && each.verb.test(plain));
  return sign ? slotsOf(sign, plain) : {};
}

function slotsOf(sign: Sign, plain: string): Readonly<Record<string, unknown>> {
  const why = sign.why === undefined ? '' : besides(plain, sign);
  return { ...sign.slots?.(plain), ...(sign.why !== undefined && why !== '' && { [sign.why]: why }) };
}

/** 灯泡这个? names what is meant, and asks nothing; 先不批 beside 退回去 puts nothing off. */
function settled(text: string): string {
  return text.replace(/^([^,。?]{1,10}[这那](?:个|笔|单|条))\?/u, '$1,').replace(/先不批(?=.*(?:退|打)回)/u, '不批');
}

const pointing =
  /^(?:(?:刚才)?[这那](?:条|个)?建议\d*|哎呀?|唉|哦|噢|不好意思|对了|我|俺|刚才|就|把|这个?|那个?|[这那]一?[笔单条家]|(?:支出)?申请\s*\d+号?|凭证\s*\d+号?|第[一二三四五六七八九\d]{1,2}[笔单条]|(?:那条|这条)?建议\d*|的|[，,：:\s])+/u;
/** Why something is taken back stands in the words of the judgement itself: 记重了. */
const mistaken = /(?:记|登|录|收|算|打)(?:错|重|串|多|少|反)(?:了|人|户|账|数|笔)*|重复(?:登记|记账|入账|了)*/u;

/** What shall be done with it says why it comes back. */
const anew = /重新?开(?:一?张|个)?(?:发?票)?/u;

function clausesOf(text: string): string[] {
  return text.split(/[\s，,。.!！；;、]+/u);
}

/** The clauses beside the judgement, without what points at the thing. */
function besides(text: string, { verb, why }: Sign): string {
  // What does not pass is never without its fault: it would pass.
  if (why === 'fault') return faultIn(text) || '没改好';
  const wrong = mistaken.exec(text)?.[0];
  if (wrong !== undefined) return wrong;
  const clauses = clausesOf(text)
    .filter(clause => !verb.test(clause))
    .map(clause => clause.replace(pointing, ''))
    .filter(clause => clause !== '' && !verb.test(clause) && [...clause].length > 1);
  return clauses.length > 0 ? clauses.join('，') : (anew.exec(text)?.[0] ?? '');
}

function ordinal(text: string): number | undefined {
  const { n } = /第(?<n>[一二三四五六七八九]|\d{1,2})[笔单条]/u.exec(text)?.groups ?? {};
  if (n !== undefined) return readSequence(n) ?? undefined;
  return /头一[笔单条]/u.test(text) ? 1 : undefined;
}
