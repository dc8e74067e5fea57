/** A piece of HTML that is safe to send: whatever was put into it has been escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Template literals for HTML: every value put in is escaped unless it is itself `html`. */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(textOf)));
}

/** The head of a table: columns of words, and behind them those of numbers, which stand at the right. */
export function tableHead(words: readonly string[], numbers: readonly string[] = []): Html {
  return html`<thead>
    <tr>
      ${words.map(word => html`<th scope="col">${word}</th>`)}
      ${numbers.map(word => html`<th scope="col" class="number">${word}</th>`)}
    </tr>
  </thead>`;
}

function textOf(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(textOf).join('');
  if (piece === null || piece === undefined || piece === false) return '';
  return String(piece)
    .replaceAll(unprintable, '')
    .replaceAll(/[&<>"']/g, sign => escapes[sign] ?? '');
}

/** Control characters, and those that turn the direction of the text around them. */
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
