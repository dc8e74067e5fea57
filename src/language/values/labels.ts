import { tidyWords } from './pieces.js';

/** The labels of a list as people write it: with 、, slashes, commas or spaces. */
export function splitOptions(listed: string): string[] {
  const separator = /、/u.test(listed)
    ? /、/u
    : /[/|]/u.test(listed)
      ? /[/|]/u
      : /[，,]/u.test(listed)
        ? /[，,]/u
        : /\s/u.test(listed.trim())
          ? /\s+/u
          : /和|还是|或者?|跟|与/u;
  return listed
    .split(separator)
    .flatMap(part => (separator.source === '、' ? part.split(/(?:和|还是|或者?)(?=[^和]{1,8}$)/u) : [part]))
    .map(part =>
      tidyWords(part).replace(
        /^(?:还是|或者|和|或|还有|以及)|(?:两个|三个|四个|两种|三种|几种|二选一|三选一|两项|三项|等)$/gu,
        '',
      ),
    )
    .filter(label => label !== '' && label.length <= 20);
}
