import assert from 'node:assert/strict';
import { beginning, byteLength } from './lengths.js';
import { fences, opensTable } from './markdown.js';

/** One message of several: a piece of the text, and what makes it readable alone. */
interface Part {
  readonly opening: string;
  readonly body: string;
  readonly closing: string;
}

/** Lines that stay together. */
interface Unit {
  readonly text: string;
  /** What a message must repeat when it begins with this unit: the opened fence, the table's header. */
  readonly opening: string;
  /** What closes the block this unit lies in. */
  readonly closing: string;
  /** What closes the block that is open after it. */
  readonly closingAfter: string;
}

/**
 * Markdown in as many messages as it needs, numbered like （1/3）.
 *
 * Split between lines; a fence is closed and opened again, a table's header is repeated (docs/wecom-protocol.md 7.4). Only a
 * line that is too long for a message of its own is cut.
 */
export function splitMarkdown(text: string, maxBytes = 4096): string[] {
  return split(text, markdownUnits(text, maxBytes / 3), maxBytes);
}

/** Plain text likewise; a webhook's text message holds 2048 bytes. */
export function splitText(text: string, maxBytes = 2048): string[] {
  return split(text, linesOf(text).map(loose), maxBytes);
}

function split(text: string, units: readonly Unit[], maxBytes: number): string[] {
  assert(maxBytes >= 128, 'too little room to split into');
  if (byteLength(text) <= maxBytes) return [text];

  // How many digits the numbers take is known only after packing, and decides how much room is left for it.
  for (let digits = 1; ; digits += 1) {
    const nines = '9'.repeat(digits);
    const parts = packed(units, maxBytes - byteLength(numbered(nines, nines)));
    if (String(parts.length).length <= digits)
      return parts.map((part, i) => numbered(i + 1, parts.length) + said(part));
  }
}

function numbered(part: number | string, of: number | string): string {
  return `（${part}/${of}）\n`;
}

function said({ opening, body, closing }: Part): string {
  return opening + body.replace(/\n$/, '') + (closing && `\n${closing}`);
}

/** Fills parts of at most `room` bytes in order; their bodies joined are the whole text again. */
export function packed(units: readonly Unit[], room: number): Part[] {
  const parts: Part[] = [];
  let part: Part = { opening: '', body: '', closing: '' };

  for (const { text, opening, closing, closingAfter } of units) {
    const joined = { opening: part.opening, body: part.body + text, closing: closingAfter };
    if (size(joined) <= room) {
      part = joined;
      continue;
    }

    if (part.body !== '') parts.push(part);
    part = { opening, body: text, closing: closingAfter };
    while (size(part) > room) {
      const body = beginning(part.body, room - size({ opening, body: '', closing }));
      parts.push({ opening, body, closing });
      part = { ...part, body: part.body.slice(body.length) };
    }
  }
  return [...parts, part];
}

function size({ opening, body, closing }: Part): number {
  return byteLength(opening) + byteLength(body) + (closing ? byteLength(closing) + 1 : 0);
}

/** Lines with their line ends, so that joined they are the text. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function loose(text: string): Unit {
  return { text, opening: '', closing: '', closingAfter: '' };
}

/** A fence's opening line or a table's header that is longer than `repeatMax` bytes is not worth repeating. */
export function markdownUnits(text: string, repeatMax: number): Unit[] {
  const lines = linesOf(text);
  const open = fences(lines.map(line => line.replace(/\n$/, '')));
  const units: Unit[] = [];
  let fence = '';
  let header = '';

  for (let i = 0; i < lines.length; i += 1) {
    const [line = '', next = ''] = lines.slice(i, i + 2);
    const [before = '', after = ''] = [open[i - 1], open[i]];
    if (before || after) {
      if (!before) fence = byteLength(line) <= repeatMax ? line : `${after}\n`;
      header = '';
      units.push({ text: line, opening: before && fence, closing: before, closingAfter: after });
    } else if (opensTable(line, next)) {
      // With its first row: a header at the foot of a message says nothing.
      const table = lines.slice(i, i + 3).filter((row, at) => at < 2 || row.includes('|'));
      units.push(loose(table.join('')));
      header = byteLength(line + next) <= repeatMax ? line + next : '';
      i += table.length - 1;
    } else {
      if (!line.includes('|')) header = '';
      units.push({ ...loose(line), opening: header });
    }
  }
  return units;
}
