import { findAddresses, isBareDoor, type Household } from '../people/household.js';
import { homeForm } from '../people/homes.js';
import { readWhole } from '../numbers.js';
import { readWholeSum } from './whole-answer.js';
import { foldWidth } from '../width.js';
import { hasMood } from './mood.js';

/** What is said to be wrong of something that was done for a home. */
export interface Amends {
  /** The home for which it was done: 301那笔记多了, 不是301. */
  readonly which?: Household;
  /** The home that is right. */
  readonly home?: Household;
  /** The sum that is right, in fen; or how many points. */
  readonly fen?: number;
  readonly points?: number;
  /** True where it shall not stand at all. */
  readonly isBack: boolean;
  /** True where it is said in so many words that something was wrong. */
  readonly isWrong: boolean;
  /** Clauses beside it that tell of no home and are not understood. */
  readonly left?: string;
}

const sighs =
  /^(?:哎[呀哟]?|唉[呀哟]?|诶|哦|噢|喔|啊呀?|嗯|呃|坏了|糟了|对了?(?!不)|等等|等一?下|慢着|那个|不好意思|抱歉|对不起|刚才|刚刚|那|把|又)+/u;
const end = '(?:吧|了|的|啊|呀|哈|才对|就对了|[。.!！~])*$';
const mistaken =
  '(?:[记写打弄搞说录报填登算看听收入](?:错|岔|混|串|反|重|多|少)(?:人家|房号|门牌|人|家|户|门|数|钱|单元|楼)?(?:了|啦)?|多了|少了|不对|错了|弄错了?)';
const takes =
  '(?:给我|先|把它|就|都|帮我|麻烦|给)*(?:撤(?:掉|回|销)?|取消(?:掉)?|作废|不算(?:数)?|删(?:掉|去)?|冲(?:掉|销)|勾掉|划掉|抹掉|收回)(?:了|吧|一下|它)*';
const that = '(?:家|户|室)?(?:的)?(?:那[一]?[笔个户家条张份]?)?(?:钱|积分|票|认捐)?';
const isThat = '(?:(?:刚才|刚刚|上面)?的?(?:那|这)[笔个条张份件])';

const clauses: readonly (readonly [RegExp, Partial<Amends>])[] = [
  [new RegExp(`^(?:不对|错了|不是|弄错|搞错|口误)+${end}`, 'u'), { isWrong: true }],
  [new RegExp(`^(?:我|俺)?${isThat}?(?:我|都)?${mistaken}${end}`, 'u'), { isWrong: true }],
  [new RegExp(`^${isThat}?${takes}${isThat}?${end}`, 'u'), { isBack: true }],
  // 冲了重新写，是2单元301交的.
  [
    new RegExp(
      `^(?:先|就|把它|给我|帮我|那)*(?:冲(?:掉|销)?了?|改)?(?:再|然后)?重新?(?:再)?[写记登录入](?:一[笔遍次])?${end}`,
      'u',
    ),
    { isWrong: true },
  ],
  // 就是昨天那一笔，不用再记了.
  [
    new RegExp(
      `^(?:就是|跟|和|是)*(?:昨天|前天|今早|早上|上午|之前|前头|上回|刚才)(?:的|记的|收的)?(?:那)?一?[笔张个条](?:是)?(?:同?一[笔张个条样])?(?:的)?${end}`,
      'u',
    ),
    {},
  ],
  [
    new RegExp(
      `^(?:是|就是|[这那]一?[笔张个条])*(?:同一[笔张个条]|(?:我|俺)?(?:早|都|已经?)*记过(?:一[遍次笔])?)${end}`,
      'u',
    ),
    { isWrong: true },
  ],
  [
    new RegExp(
      `^(?:就|都|我)*(?:不用|不要|别|不该|不必|甭)(?:再|重复|又)+(?:记|登|算|录|入)(?:一[遍次笔])?(?:账)?${end}`,
      'u',
    ),
    { isBack: true },
  ],
  [new RegExp(`^(?:给|替|帮|算)(?:他|她|人家|那)(?:们)?[家户]?(?:记|写|登|算|入)?(?:上|一下)*${end}`, 'u'), {}],
  [/^(?:那|这)?[笔个条张份件]$/u, {}],
  [
    /^(?:我)?(?:老)?(?:糊涂|眼花|看花眼|手快|手滑|记混|搞混|弄混)(?:了|啦)*$|^(?:谢谢|麻烦了?|辛苦了?|见笑)(?:您|你)?$/u,
    {},
  ],
];

const whichWrong = new RegExp(`^(?<home>${homeForm})${that}(?:我|给)?(?:是)?${mistaken}${end}`, 'u');
const whichBack = new RegExp(`^(?<home>${homeForm})${that}${takes}${end}`, 'u');
const whichNot = new RegExp(`^(?:不是|不该是|没有)(?<home>${homeForm})${that}${end}`, 'u');
const whichOnly = new RegExp(`^(?<home>${homeForm})${that}$`, 'u');
const right = new RegExp(
  `^(?:[笔张条份](?:钱|款)?)?(?:其实|实际上?|应该|应当|就)*(?:是|该是|改成|改为|改到|换成|给|记到|记在|记给|算到|算)(?:的)?(?<home>${homeForm})(?:家|户|室|那[户家])?(?:[捐交给出付拿来缴记得说认]+(?:的|了)?)?(?:钱)?(?:记)?${end}`,
  'u',
);
const promised = new RegExp(
  `^(?<whose>${homeForm})(?:家|户|室|那[户家])?(?:其实|实际上?|本来|总共|一共|也)*(?:只|才|就)(?:认|捐|交|给|出|付|拿|该交|应交)(?:了|过|的是)?(?<much>[^，,]{1,10}?)(?:吧|了|的|啊)*$`,
  'u',
);
const whose = '(?:他|她|人家|那[家户]|对方)(?:说|讲)?';
const really = '(?:实际上?|其实|应该|应当|该|只|就|才|一共|总共)';
/** What somebody gives has to be theirs or said to be otherwise: 出200 alone is a promise. */
const value = new RegExp(
  `^(?:(?:${whose})?${really}*(?:是|改成|改为|改)|(?:${whose}${really}*|${really}+)(?:给|交|付|收到?|出|捐|拿|认|转|汇|打|扫))(?:了|过来|的是|的|成)?(?<words>[^，,]{1,12}?)(?:吧|了|的|啊|才对|就对了)*$`,
  'u',
);

/**
 * Reads what puts right something done for a home: 哎不对，是302家; 301那笔记多了，他只给了一百五; 记错人家了，撤掉. Every clause tells of it, or it is
 * none. A door that no 元 follows is a home and no sum.
 */
export function readAmends(text: string, now: Date): Amends | null {
  const said = foldWidth(text).replaceAll(asksNothing, '不对');
  if (
    [...said].length > 40 ||
    hasMood(said.replaceAll('吧', ''), 'forwarded', 'quoted', 'asked', 'conditional', 'joking')
  )
    return null;
  // 取消 alone ends what was asked.
  if (onlyEnds.test(said)) return null;
  let found: Amends = { isBack: false, isWrong: false };
  const left: string[] = [];
  for (const words of said.split(/[\s，,。.!！;；~…]+/u)) {
    const clause = words.replace(sighs, '');
    const more = clause === '' ? {} : partOf(clause, now);
    // 多给的五十说不用找 changes nothing of what is said to be wrong; another home or matter is of another deed.
    if (!more && ofOther.test(clause)) return null;
    if (more) found = { ...found, ...more };
    else left.push(clause);
  }
  const { isBack, isWrong, home, fen, points } = found;
  if (left.length > 0) {
    if (!isWrong || left.length > 2 || !(home || fen !== undefined)) return null;
    found = { ...found, left: left.join('，') };
  }
  return isBack || isWrong || home || fen !== undefined || points !== undefined ? found : null;
}

function partOf(clause: string, now: Date): Partial<Amends> | null {
  for (const [pattern, more] of [
    [whichNot, { isWrong: true }],
    [whichWrong, { isWrong: true }],
    [whichBack, { isBack: true }],
    [whichOnly, {}],
  ] as const) {
    const which = homeIn(pattern.exec(clause)?.groups?.['home']);
    if (which) return { which, ...more };
  }
  const home = homeIn(right.exec(clause)?.groups?.['home']);
  if (home) return { home };
  // 202只认了100: whose it is, and how much.
  const { whose: of, much } = promised.exec(clause)?.groups ?? {};
  const which = homeIn(of);
  const sum = which && much !== undefined ? readWholeSum(much, now) : undefined;
  if (which && sum !== undefined) return { which, fen: sum };
  const plain = clauses.find(([pattern]) => pattern.test(clause));
  if (plain) return plain[1];
  const words = value.exec(clause)?.groups?.['words'];
  if (words === undefined) return null;
  const points = readWhole(pointsSaid.exec(words)?.groups?.n ?? '');
  if (points !== null) return { points };
  const fen = readWholeSum(words, now);
  return fen === undefined ? null : { fen };
}

const ofOther = new RegExp(`${homeForm}|\\d号|再[记收登]|另外|还有`, 'u');

const onlyEnds = /^取消(?:了|吧)*[。.!！]*$/u;
/** 不对不对 asks nothing. */
const asksNothing = /(?:不对){2,}/gu;
const pointsSaid = /^(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})分$/u;

/** A home as far as it was said; three figures that are no door are a sum. */
function homeIn(words: string | undefined): Household | null {
  if (words === undefined) return null;
  const { building, unit, room } = findAddresses(words)[0] ?? {};
  if (room !== undefined) return { building, unit, room };
  return isBareDoor(words) ? { room: words } : null;
}
