import { onlyOne } from '../../domain/only-one.js';
import { tellsTrouble } from '../../language/reading/decide.js';
import { isCancel } from '../../language/values/manner/answers.js';
import { commonRun, ownOf } from '../../language/values/matter-names.js';
import { isMood, readMood, type MoodKind } from '../../language/values/manner/mood.js';
import type { Turn } from '../turn.js';

const filler =
  /[\s，,。.!！?？的]|(?:我)?(?:说|要|指)?(?:就)?是|那个|那件|这个|项目|提案|表决|方案$|我?看看|发我|事儿?|吧|啊|呀|哈/gu;
/** These answer other questions, though they may stand in the question of a poll. */
const others = /同意|反对|弃权|赞成|支持|方案|选项|[\d号#]/u;
const leastSigns = 2;

/** 装路灯那个 to 请问是几号: the one open matter of that name, as its number; null where none or several have it. */
export async function numberByTitle({ unit }: Turn, intent: string, text: string): Promise<string | null> {
  const words = text.replace(filler, '');
  if ([...words].length < leastSigns || isCancel(text) || others.test(words)) return null;
  const open = intent.startsWith('poll.')
    ? (await unit.polls.open()).map(({ no, question }) => ({ no, title: question }))
    : await unit.projects.underWay();
  const only = onlyOne(open.filter(({ title }) => title.replace(filler, '').includes(words)));
  return only ? `${only.no}号` : null;
}

const longest = 60;

/**
 * 就是放快递的那个嘛 for 装快递柜: the only one of the choices that shares the longest run of two signs or more with what was said.
 * It is less than the name, and is read back.
 */
export function choiceByWords(
  choices: readonly { readonly no: number; readonly title: string }[],
  text: string,
): number | null {
  if ([...text].length > longest || others.test(text) || tellsTrouble(text)) return null;
  // 就是放快递的那个嘛 tells and asks nothing.
  const colours = readMood(text.replaceAll('嘛', '的'));
  const clauses = [...text.matchAll(/[^\s，,。.!！?？；;、~…]+/gu)].filter(
    ({ index, 0: clause }) => !isMood(colours, { start: index, end: index + clause.length }, ...unmeant),
  );
  const scored = choices.map(({ no, title }) => ({
    no,
    run: Math.max(0, ...clauses.map(([clause]) => commonRun(clause, ownOf(title)))),
  }));
  const best = Math.max(...scored.map(({ run }) => run));
  const only = onlyOne(scored.filter(({ run }) => run === best));
  if (only && best >= leastSigns) return only.no;
  return bySigns(choices, clauses.map(([clause]) => clause).join(''));
}

/** 水泵那个 for 换自来水加压泵: short words, most of whose signs stand in one of the choices and fewer in all others. */
function bySigns(choices: readonly { readonly no: number; readonly title: string }[], words: string): number | null {
  const signs = [...new Set(words.replace(filler, '').replace(/^[我俺咱给选投出捐认]+|[嘛呢哦了]+$/gu, ''))];
  if (signs.length === 0 || signs.length > mostSigns || /[^\p{Script=Han}]/u.test(signs.join(''))) return null;
  const shared = choices.map(({ no, title }) => ({
    no,
    count: signs.filter(sign => ownOf(title).includes(sign)).length,
  }));
  const most = Math.max(...shared.map(({ count }) => count));
  const only = onlyOne(shared.filter(({ count }) => count === most));
  return only && most * 2 >= signs.length && most > 0 ? only.no : null;
}

const mostSigns = 4;

const unmeant: readonly MoodKind[] = ['forwarded', 'quoted', 'asked', 'denied', 'conditional', 'past', 'joking'];
