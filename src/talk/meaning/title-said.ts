import { readAnswer } from '../../language/values/manner/answers.js';
import { soundsOf } from '../../language/values/heard.js';

const yes = /^(?<yes>[对是嗯好行中][对是嗯的啊呀]*)[，,\s]*(?<rest>.{2,})$/u;
const round = /^(?:就|那就|是|给)+(?=.{2})|(?:就行|就好|就成|就可以|得了|好了|吧|了|啊|呀)+[。.!！]*$/gu;
/** What comes and goes in such words: 装个路灯, 装一个路灯, 装路灯. */
const filler = /一?[个下些]/gu;

/**
 * 对对装路灯就行了 to the title 装个路等 that was read back: other signs of the same sound are how it is meant. With a yes before them it is
 * done so. Null for all other words.
 */
export function titleSaid(title: string, text: string): { readonly title: string; readonly isYes: boolean } | null {
  const { yes: first = '', rest = text } = yes.exec(text.trim())?.groups ?? {};
  const said = rest.trim().replaceAll(round, '');
  const [bare, words] = [title, said].map(each => each.replaceAll(filler, ''));
  if (!bare || !words || [...words].length < 2 || /[\d?？]/u.test(words)) return null;
  const at = soundsOf(bare).indexOf(soundsOf(words));
  if (at < 0) return null;
  const right = bare.slice(0, at) + words + bare.slice(at + words.length);
  return { title: right === bare ? title : right, isYes: first !== '' && readAnswer(first) === 'yes' };
}
