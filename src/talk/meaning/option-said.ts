import { onlyOne } from '../../domain/only-one.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { ownOf } from '../../language/values/matter-names.js';
import { soundsBroken } from '../../language/values/trouble-words.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { openFor } from './open-for.js';

/** What may stand before an option in its clause. */
const lead =
  /^(?:我们?|俺们?|咱们?|家|随大流|要不|要么|不如|那|就|还是|也|再|嗯|哎|行|选|投|改成?|换成?|定|要|想|喜欢|觉得|看|用|刷)+/u;
/** What may stand behind it: 绿的, 米黄色吧, 浅绿护眼, 白的干净. */
const behind =
  /^(?:色的?|的)?(?:吧|了|呗|啊|呀|哈|好了?|就行|最?好看?|(?:最|更|比较)?(?![那这])\p{Script=Han}{2}(?:一点|些)?)?$/u;
/** Words of a poll about the thing, and no option: 颜色嘛. */
const endsTopic = /(?:嘛|呢|的话|啊|那个|的事)$/u;
const notOwn = ['asked', 'forwarded', 'quoted', 'reported', 'onBehalf', 'conditional', 'joking'] as const;
const longest = 30;

/**
 * 要不还是浅绿护眼, 颜色嘛，白的干净, 我家随大流，白的: an option that only one open poll has, in a clause of its own. It is read back. Null where the words
 * say more than that, or where the option may be one of two.
 */
export async function optionSaid(turn: Turn, text: string): Promise<Wish | null> {
  // 颜色嘛 asks nothing.
  const isTalk = hasMood(text.replaceAll('嘛', ''), ...notOwn) || soundsBroken(text) || /[?？]/u.test(text);
  if ([...text].length > longest || isTalk) return null;
  const polls = (await openFor(turn)).filter(({ options }) => options);
  const clauses = text.split(/[，,。.；;！!\s]+/u).filter(Boolean);
  const found = polls.flatMap(poll =>
    clauses.flatMap(clause => optionsIn(poll, clause).map(option => ({ poll, option }))),
  );
  const only = onlyOne(found);
  if (!only || !clauses.every(clause => isBeside(only.poll, clause))) return null;
  const { poll, option } = only;
  return { intent: 'poll.vote', slots: { no: poll.no, choice: option }, sure: false, confirmed: false };
}

/** The options that the clause says, by all of it, or by the sign that no other has (绿的 of 浅绿). */
function optionsIn({ options }: Poll, clause: string): readonly string[] {
  const said = clause.replace(lead, '');
  return (options ?? []).filter(option => {
    const own = ownSigns(option, options ?? []);
    const whole = option.replace(/色$/u, '');
    if (said.startsWith(whole)) return behind.test(said.slice(whole.length));
    const [sign = '', ...rest] = said;
    return own.includes(sign) && /^[的色]/u.test(rest.join('')) && behind.test(rest.join(''));
  });
}

/** The signs of an option that no other has. */
function ownSigns(option: string, options: readonly string[]): readonly string[] {
  const others = options.filter(other => other !== option).join('');
  return [...option.replace(/色$/u, '')].filter(sign => !others.includes(sign));
}

/** 白的还是黄的 has signs of two options. */
export function namesSeveral({ options }: Pick<Poll, 'options'>, text: string): boolean {
  return (options ?? []).filter(option => ownSigns(option, options ?? []).some(sign => text.includes(sign))).length > 1;
}

const besides = /^(?:别再?变了?|不改了?|就这样?吧?|定了|随大流|谢谢|想好了|决定了)$/u;

/** A clause that says the option, what the poll is about, or nothing: all that is said beside it. */
function isBeside(poll: Poll, clause: string): boolean {
  const bare = clause.replace(lead, '');
  if (bare === '' || besides.test(clause) || besides.test(bare) || optionsIn(poll, clause).length > 0) return true;
  const topic = bare.replace(endsTopic, '');
  return [...topic].length >= 2 && ownOf(poll.question).includes(topic);
}
