import { el, link } from './dom.js';

/**
 * WeChat Work's markdown dialects (wecom-protocol 12), drawn as elements: what a dialect does not know stays as it
 * was typed. `text` knows mentions only; `markdown` colours and mentions; `markdown_v2` and `stream` lists, tables,
 * pictures and code blocks; `stream` also `<think>`.
 */
export function draw(text, dialect, nameOf) {
  if (dialect === 'text') return [el('p.plain', {}, ...mentions(text, nameOf))];
  const reader = { dialect, nameOf, lines: text.split('\n'), at: 0 };
  const blocks = [];
  while (reader.at < reader.lines.length) blocks.push(block(reader));
  return blocks.filter(Boolean);
}

function block(reader) {
  const line = reader.lines[reader.at];
  const rich = reader.dialect !== 'markdown';
  if (line.trim() === '') return void (reader.at += 1);
  const heading = /^(#{1,6}) (.*)$/.exec(line);
  if (heading) {
    reader.at += 1;
    return el(`h${Math.min(6, heading[1].length + 2)}`, {}, ...inline(heading[2], reader));
  }
  if (rich && line.startsWith('```')) return fence(reader);
  if (rich && /^ {0,3}(-{3,}|\*{3,})\s*$/.test(line)) {
    reader.at += 1;
    return el('hr');
  }
  if (line.startsWith('>')) return quote(reader, rich ? 3 : 1);
  if (rich && line.includes('|') && /^\s*\|?[\s:|-]*-[\s:|-]*$/.test(reader.lines[reader.at + 1] ?? ''))
    return table(reader);
  if (rich && item.test(line)) return list(reader, indentOf(line));
  if (reader.dialect === 'stream' && line.startsWith('<think>')) return think(reader);
  return paragraph(reader, rich);
}

const item = /^(\s*)(?:[-*+]|\d{1,3}[.)]) +(.*)$/;

function paragraph(reader, rich) {
  const rows = [];
  do {
    if (rows.length > 0) rows.push(el('br'));
    rows.push(...inline(reader.lines[reader.at], reader));
    reader.at += 1;
  } while (reader.at < reader.lines.length && !startsBlock(reader.lines[reader.at], rich));
  return el('p', {}, ...rows);
}

function startsBlock(line, rich) {
  return line.trim() === '' || /^(#{1,6} |>)/.test(line) || (rich && (item.test(line) || /^(```|---|\|)/.test(line)));
}

function fence(reader) {
  const rows = [];
  for (reader.at += 1; reader.at < reader.lines.length && !reader.lines[reader.at].startsWith('```'); reader.at += 1)
    rows.push(reader.lines[reader.at]);
  reader.at += 1;
  return el('pre', {}, el('code', {}, rows.join('\n')));
}

function quote(reader, deepest) {
  const rows = [];
  while (reader.lines[reader.at]?.startsWith('>')) {
    rows.push(reader.lines[reader.at].replace(/^> ?/, ''));
    reader.at += 1;
  }
  const inner =
    deepest > 1
      ? draw(rows.join('\n'), reader.dialect, reader.nameOf)
      : rows.flatMap((row, index) => [...(index ? [el('br')] : []), ...inline(row, reader)]);
  return el('blockquote', {}, ...inner);
}

function table(reader) {
  const cells = line =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(cell => cell.trim());
  const head = cells(reader.lines[reader.at]);
  const aligns = cells(reader.lines[reader.at + 1]).map(cell =>
    cell.endsWith(':') ? (cell.startsWith(':') ? 'center' : 'right') : 'left',
  );
  const row = (tag, line) =>
    el(
      'tr',
      {},
      ...line.map((cell, index) => el(tag, { className: aligns[index] ?? 'left' }, ...inline(cell, reader))),
    );
  const body = [];
  for (reader.at += 2; (reader.lines[reader.at] ?? '').includes('|'); reader.at += 1)
    body.push(row('td', cells(reader.lines[reader.at])));
  return el('.table', {}, el('table', {}, el('thead', {}, row('th', head)), el('tbody', {}, ...body)));
}

function list(reader, indent) {
  const ordered = /^\s*\d/.test(reader.lines[reader.at]);
  const items = [];
  while (reader.at < reader.lines.length) {
    const line = reader.lines[reader.at];
    const found = item.exec(line);
    if (!found || found[1].length < indent) break;
    if (found[1].length > indent && items.length > 0) items.at(-1).append(list(reader, found[1].length));
    else {
      items.push(el('li', {}, ...inline(found[2], reader)));
      reader.at += 1;
    }
  }
  return el(ordered ? 'ol' : 'ul', {}, ...items);
}

function think(reader) {
  const rest = reader.lines.slice(reader.at).join('\n');
  const end = rest.indexOf('</think>');
  const inner = end === -1 ? rest.slice(7) : rest.slice(7, end);
  reader.lines = end === -1 ? [] : rest.slice(end + 8).split('\n');
  reader.at = 0;
  return el('details.think', {}, el('summary', {}, '思考过程'), el('p', {}, inner));
}

const indentOf = line => /^\s*/.exec(line)[0].length;

const spans = {
  code: String.raw`\u0060(?<code>[^\u0060\n]+)\u0060`,
  image: String.raw`!\[(?<alt>[^\]]*)\]\((?<picture>[^)\s]+)\)`,
  link: String.raw`\[(?<words>[^\]]+)\]\((?<address>[^)\s]+)\)`,
  bold: String.raw`\*\*(?<bold>[^*]+(?:\*[^*]+)*?)\*\*`,
  italic: String.raw`\*(?<italic>[^*\s][^*]*)\*`,
  font: String.raw`<font color="(?<colour>info|comment|warning)">(?<coloured>.*?)</font>`,
  mention: String.raw`<@(?<userid>[\w.@-]+)>`,
};
const rich = new RegExp([spans.code, spans.image, spans.link, spans.bold, spans.italic].join('|'), 'g');
const coloured = new RegExp([spans.code, spans.link, spans.bold, spans.font, spans.mention].join('|'), 'g');

function inline(text, reader) {
  const pattern = reader.dialect === 'markdown' ? coloured : rich;
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    parts.push(text.slice(end, found.index), span(found.groups, reader));
    end = found.index + found[0].length;
  }
  parts.push(text.slice(end));
  return parts.filter(part => part !== '');
}

function span(groups, reader) {
  const { code, alt, picture, words, address, bold, italic, colour, coloured: inner, userid } = groups;
  if (code !== undefined) return el('code', {}, code);
  if (picture !== undefined) return link(picture, `[图片：${alt}]`);
  if (words !== undefined) return link(address, words);
  if (bold !== undefined) return el('strong', {}, ...inline(bold, reader));
  if (italic !== undefined) return el('em', {}, ...inline(italic, reader));
  if (colour !== undefined) return el(`span.${colour}`, {}, ...inline(inner, reader));
  return el('span.mention', {}, `@${reader.nameOf(userid)}`);
}

function mentions(text, nameOf) {
  return text.split(/(<@[\w.@-]+>)/).map(part => {
    const userid = /^<@([\w.@-]+)>$/.exec(part)?.[1];
    return userid ? el('span.mention', {}, `@${nameOf(userid)}`) : part;
  });
}
