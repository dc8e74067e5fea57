import { publishedWords } from '../../domain/funds/spending.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';

const leastRun = 2;

/**
 * The payments that a question calls by what was bought or by who gets it (张记第二批的钱, 线管那张): what is left of the words without the names
 * has to be a question, and those of which most stands there are meant.
 */
export function calledIn(
  text: string,
  requests: readonly SpendRequest[],
  asks: (rest: string) => boolean,
): readonly SpendRequest[] {
  const scored = requests.map(request => {
    const rest = withoutRuns(text, `${publishedWords(request)} ${request.payee ?? ''} ${request.line ?? ''}`);
    const signs = text.length - rest.length;
    return { request, signs: signs >= leastRun && asks(rest) ? signs : 0 };
  });
  const most = Math.max(0, ...scored.map(({ signs }) => signs));
  return most === 0 ? [] : scored.flatMap(({ request, signs }) => (signs === most ? [request] : []));
}

/** The text without each run of two Chinese signs or more that stands in the words as well. */
function withoutRuns(text: string, words: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    let end = at;
    while (end < text.length && /\p{Script=Han}/u.test(text[end] ?? '') && words.includes(text.slice(at, end + 1)))
      end += 1;
    if (end - at >= leastRun) at = end;
    else {
      rest += text[at] ?? '';
      at += 1;
    }
  }
  return rest;
}
