import type { Card } from '../../talk/reply.js';
import { beginning, byteLength } from './lengths.js';

const tableRule = /^\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/;

/** True when the two lines open a table: names, then a row of dashes. */
export function opensTable(line: string, next: string | undefined): boolean {
  return line.includes('|') && next !== undefined && next.includes('|') && tableRule.test(next);
}

/** The tag that folds text into a thinking block is shown instead of obeyed (docs/wecom-protocol.md 5.2, 12). */
export function withoutThinking(text: string): string {
  return text.replaceAll(/<(?=\s*\/?\s*think)/gi, '＜');
}

/**
 * For each line, the marks of the fenced block that is open after it; undefined outside of code.
 *
 * A block is closed by at least as many of the same marks, alone on their line.
 */
export function fences(lines: readonly string[]): (string | undefined)[] {
  let open: string | undefined;
  return lines.map(line => {
    const [, marks, info = ''] = /^ {0,3}(`{3,8}|~{3,8})([^`]*)$/.exec(line) ?? [];
    if (marks && !open) open = marks;
    else if (marks && open && marks.startsWith(open) && info.trim() === '') open = undefined;
    return open;
  });
}

/** Markdown in at most `maxBytes`: cut at the end of a line where one is near, its open fence closed, then …. */
export function cutMarkdown(text: string, maxBytes: number): string {
  if (byteLength(text) <= maxBytes) return text;

  // Room for the marks that close a fence, and for the sign that something is missing.
  const kept = beginning(text, maxBytes - 16);
  const lineEnd = kept.lastIndexOf('\n');
  const whole = lineEnd > kept.length / 2 ? kept.slice(0, lineEnd) : kept;
  const fence = fences(whole.split('\n')).at(-1);
  return fence ? `${whole}\n${fence}\n…` : `${whole}\n…`;
}

/** Markdown with its signs taken away, for cards and welcomes, which show text as it stands. */
export function unmarked(text: string): string {
  return plainLines(text)
    .replaceAll(/^#{1,6} +/gm, '')
    .replaceAll(/^> ?/gm, '')
    .replaceAll('**', '')
    .replaceAll('`', '')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/<\/?font[^>]*>/gi, '');
}

/** Plain words: a link keeps its address, which WeChat makes tappable. */
export function withAddresses(markdown: string): string {
  return unmarked(markdown.replaceAll(/(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g, '$1 $2')).trim();
}

/** Says tables, lists, rules, images, fences and italics in plain lines, as the older markdown would (docs/wecom-protocol.md 12). */
function plainLines(text: string): string {
  const lines = text.split('\n');
  const open = fences(lines);
  const said: string[] = [];
  let names: readonly string[] | undefined;
  for (const [i, line] of lines.entries()) {
    if (open[i] !== open[i - 1]) continue;
    if (open[i]) said.push(line);
    else if (opensTable(line, lines[i + 1])) names = cells(line);
    else if (names && tableRule.test(line)) continue;
    else if (names && line.includes('|')) said.push(row(names, cells(line)));
    else {
      names = undefined;
      said.push(olderLine(line));
    }
  }
  return said.join('\n');
}

function cells(line: string): string[] {
  const bare = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return bare.split('|').map(cell => inline(cell.trim()));
}

function row(names: readonly string[], values: readonly string[]): string {
  return values.flatMap((value, i) => (value === '' ? [] : [names[i] ? `${names[i]}：${value}` : value])).join('　');
}

function olderLine(line: string): string {
  if (/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) return '──────────';
  return inline(line.replace(/^(?:>\s*){2,}/, '> ').replace(/^(\s*)[-*+] /, '$1· '));
}

function inline(text: string): string {
  return text
    .replaceAll(/!\[([^\]]*)\]\(/g, (_, alt: string) => `[${alt || '图片'}](`)
    .replaceAll(/(?<![*\w])\*(?![*\s])([^*]+?)(?<!\s)\*(?!\*)/g, '$1')
    .replaceAll(/(?<!\w)_(?!\s)([^_]+?)(?<!\s)_(?!\w)/g, '$1');
}

/** A card said in words, where no card can be shown. */
export function cardInWords({ title, desc, text, facts = [], buttons = [], choices }: Card): string {
  const options = choices?.options.map(option => `- ${option.text}`) ?? [];
  const typed = buttons.map(button => `「${button.text}」`).join(' ');
  const lines = [`**${title}**`, desc, text, ...facts.map(({ name, value }) => `${name}：${value}`), ...options];
  return [...lines, typed && `可以回复：${typed}`].filter(Boolean).join('\n');
}
