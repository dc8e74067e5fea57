import { onlyOne } from '../../domain/only-one.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { cutOut, type Span } from '../../language/values/span.js';
import type { Called } from './by-name.js';

/** Questions in which a matter may be called by its name; others are about much else (电梯停了吗). */
const mayName = /截止|结束|到期|几天|哪天|时候|几号|投|差|欠|够|凑|筹|附议|支持|[花用分剩]|表决/u;

/** A question without the matter that it names, by its number or its name; null where it names several. */
export async function withoutMatter(
  text: string,
  called: Called,
): Promise<{ bare: string; no: number | undefined } | null> {
  const [number, ...others] = findNumbers(text);
  if (others.length > 0) return null;
  if (number || !mayName.test(text)) return { bare: bareQuestion(text, number), no: number?.no };
  const named = await called();
  const no = onlyOne(named?.names.keys() ?? []);
  if (!named || no === undefined) return { bare: bareQuestion(text), no: undefined };
  return { bare: bareQuestion(named.text, findNumbers(named.text)[0]), no };
}

function bareQuestion(text: string, number?: Span): string {
  return cutOut(text, number ? [number] : [])
    .normalize('NFKC')
    .replaceAll(/[\s,，。.!！~]+/gu, '')
    .replaceAll('冇', '没')
    .replace(/^(?:谢谢|多谢|好的|对了|麻烦|那么|[那这]个(?!月)|那|请问|哎|诶|唉|所以|这|的)+(?=.)/u, '');
}
