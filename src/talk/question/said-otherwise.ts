import { onlyOne } from '../../domain/only-one.js';
import { classAnswered } from '../../language/values/class-said.js';
import { findPercents } from '../../language/values/percent.js';
import { readCorrection } from '../../language/values/manner/corrections.js';
import type { Question } from '../../store/question.js';
import type { AnyIntent } from '../intent.js';

const sendsBack = /打回|退(?:回|给他)|重开|不对|[搞弄写算]错|有问题|对不上|先别/u;
/** What undoes what was read back, said as a deed of its own: 放行吧 to 您是要暂缓吗. */
const contraries: Readonly<Record<string, RegExp>> = {
  'spend.check': sendsBack,
  'spend.approve': sendsBack,
  'spend.pay': sendsBack,
  'spend.hold':
    /(?<![不别]|不能|先别)(?:放行|放(?:了|掉|过)?吧|付了?吧|可以付)|(?:别|不用?)(?:再)?(?:压|扣|拦|卡)(?:着)?了/u,
  'spend.refuse': /(?<![不别]|不能)(?:批了?吧|通过吧)|(?:别|不用?)(?:退|打回)(?:回去|给他)?了/u,
  'works.stop': /(?:别|不用?)停(?:工)?了|(?:接着|继续)(?:干|施工)|(?<!不能|别)复工/u,
  'plan.withdraw': /(?:别|先?不用?)(?:撤|拿下来)(?:了|回)?|(?:先)?(?:留着|挂着)吧/u,
  'poll.close': /(?:别|先?不用?)(?:停|结束|截止)了?|再(?:等等|投两天|开两天)/u,
  'task.drop': /还是我(?:来|接着)?(?:盯|管|干|弄|看)|(?:我)?(?:不放弃|接着干)/u,
};

export function isContrary(intent: string, text: string): boolean {
  return contraries[intent]?.test(text) === true;
}

/** 要不分两拨…算了就一拨: given up is what was thought of, and what was read back stays. */
const thoughtOf =
  /^(?:要不|要么|或者|不然|要不然)[^]{2,24}?[，,…。.\s]+(?:还是)?算了[，,\s]*(?:还是|就|照|按)[^?？]{1,14}$/u;

export function staysAsItWas(text: string): boolean {
  return thoughtOf.test(text.trim());
}

/** 老吴又打电话来，改两百，手头紧: the one clause that changes what was read back; else all of it. */
export function changing(text: string): string {
  return (
    onlyOne(text.split(/[，,。；;]/u).filter(clause => /^(?:那|就|还是)*改(?![天日造装修])/u.test(clause))) ?? text
  );
}

const turnsTo = /归|算|定|改|还是|应该|是/u;
const free = ['text', 'reason', 'evidence', 'purpose', 'what'] as const;
const writes = /^(?:那|就|你|给我|帮我)*写(?:成|上|作|个)?[：:，,\s]*(?<words>[^?？]{4,120})$/u;

/** 写东边那个单元全亮了，百分之五十五; 错了，是西边那个单元: other words, or one of them put right, in what was read back. Null for all else. */
export function rewordedIn(
  { slots: kinds }: AnyIntent,
  { slots }: Pick<Question, 'slots'>,
  text: string,
): Question['slots'] | null {
  const named = slots['class'] === undefined || !turnsTo.test(text) ? undefined : classAnswered(text);
  if (named !== undefined && named !== slots['class']) return { ...slots, class: named };
  const name = free.find(each => typeof slots[each] === 'string' && kinds[each] !== undefined);
  if (name === undefined) return null;
  const words = writes.exec(text.trim())?.groups?.['words'];
  if (words !== undefined) {
    const [percent, ...others] = kinds['percent'] ? findPercents(words).filter(({ isWord }) => !isWord) : [];
    const kept = words
      .split(/[，,。；;]/u)
      .filter(clause => !(percent && others.length === 0 && findPercents(clause).length > 0 && onlyShare.test(clause)))
      .join('，');
    if (kept === '') return null;
    return { ...slots, [name]: kept, ...(percent && others.length === 0 && { percent: percent.value }) };
  }
  const correction = readCorrection(text);
  const put = correction?.kind === 'change' ? swapped(String(slots[name]), correction.to) : null;
  return put === null ? null : { ...slots, [name]: put };
}

const onlyShare =
  /^(?:完成|一共|大概|差不多|算|到)*(?:百分之[\p{Script=Han}]{1,5}|\d{1,3}[%％]|[一二两三四五六七八九]成半?)(?:了|吧)?$/u;

const sides = '东西南北前后左右上下里外';
const figures = '一二两三四五六七八九十0123456789';

/** The words with 东边那个单元 turned into 西边那个单元: as long, and another side or figure in one place. */
function swapped(words: string, to: string): string | null {
  const [said, whole] = [[...to], [...words]];
  for (let at = 0; said.length >= 2 && at + said.length <= whole.length; at += 1) {
    const other = said.flatMap((sign, place) => (whole[at + place] === sign ? [] : [[sign, whole[at + place] ?? '']]));
    const [pair, ...more] = other;
    const isSameKind = pair && [sides, figures].some(kind => pair.every(sign => kind.includes(sign)));
    if (isSameKind && more.length === 0)
      return [...whole.slice(0, at), ...said, ...whole.slice(at + said.length)].join('');
  }
  return null;
}
