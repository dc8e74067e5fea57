import { Html, html } from './html.js';
import { type Line, outlines } from './outlines.js';
import { paints } from './paints.js';

/** Pictures are drawn 720 px wide and read on a phone 360 px wide: type of 32 px is 16 px there. */
const paperWidth = 720;
const paperMargin = 36;
const innerWidth = paperWidth - 2 * paperMargin;

/** A column of drawings, each below the one before. */
export class Paper {
  private readonly drawn: (Html | Line)[] = [];
  y = 0;

  /** Words from the left margin, wrapped to the width; at most `lines` lines, the last one ending in … . */
  words(
    text: string,
    { size = 32, bold = false, paint = paints.ink as string, lines = 3, indent = 0 }: Partial<Writing> = {},
  ): this {
    for (const line of wrapped(text, (innerWidth - indent) / size, lines)) {
      this.y += Math.round(size * 1.42);
      this.drawn.push(this.text(line, { x: paperMargin + indent, size, bold, paint, anchor: 'start' }));
    }
    return this;
  }

  /** Words at the left and a number at the right, on one line. */
  pair(
    left: string,
    right: string,
    {
      size = 32,
      bold = false,
      paint = paints.ink as string,
      dot = '',
    }: { size?: number; bold?: boolean; paint?: string; dot?: string } = {},
  ): this {
    this.y += Math.round(size * 1.5);
    const indent = dot ? size : 0;
    if (dot)
      this.drawn.push(
        html`<rect
          x="${paperMargin}"
          y="${this.y - size * 0.72}"
          width="${size * 0.7}"
          height="${size * 0.7}"
          rx="4"
          fill="${dot}"
        />`,
      );
    const room = innerWidth / size - widthOf(right) - indent / size - 0.6;
    const [shown = ''] = wrapped(left, room, 1);
    this.drawn.push(this.text(shown, { x: paperMargin + indent, size, bold: false, paint, anchor: 'start' }));
    this.drawn.push(this.text(right, { x: paperWidth - paperMargin, size, bold, paint, anchor: 'end' }));
    return this;
  }

  gap(height: number): this {
    this.y += height;
    return this;
  }

  rule(): this {
    this.gap(22);
    this.drawn.push(
      html`<rect x="${paperMargin}" y="${this.y}" width="${innerWidth}" height="2" fill="${paints.line}" />`,
    );
    return this.gap(6);
  }

  /** A bar cut into parts of one whole; what is left of it stays pale. `mark` is a share that has to be reached. */
  bar(parts: readonly { value: number; paint: string }[], whole: number, mark: number | null = null): this {
    const height = 34;
    const at = (value: number): number =>
      Math.round(Math.max(0, Math.min(1, whole > 0 ? value / whole : 0)) * innerWidth);
    this.gap(18);
    this.drawn.push(
      html`<rect
        x="${paperMargin}"
        y="${this.y}"
        width="${innerWidth}"
        height="${height}"
        rx="6"
        fill="${paints.track}"
      />`,
    );
    let from = 0;
    for (const { value, paint } of parts) {
      const [start, end] = [at(from), at(from + value)];
      from += value;
      if (end > start)
        this.drawn.push(
          html`<rect
            x="${paperMargin + start}"
            y="${this.y}"
            width="${end - start}"
            height="${height}"
            fill="${paint}"
          />`,
        );
    }
    if (mark !== null) {
      const x = paperMargin + at(mark);
      this.drawn.push(
        html`<rect x="${x - 2}" y="${this.y - 8}" width="4" height="${height + 16}" fill="${paints.ink}" />`,
      );
    }
    return this.gap(height + (mark === null ? 6 : 14));
  }

  /** A band across the top with the name of the place, and what kind of picture this is. */
  band(left: string, right: string): this {
    this.drawn.push(html`<rect width="${paperWidth}" height="84" fill="${paints.accent}" />`);
    const [shown = ''] = wrapped(left, innerWidth / 30 - widthOf(right) - 1, 1);
    this.drawn.push(this.at(54, shown, { x: paperMargin, size: 30, bold: false, paint: '#ffffff', anchor: 'start' }));
    this.drawn.push(
      this.at(54, right, { x: paperWidth - paperMargin, size: 30, bold: true, paint: '#ffffff', anchor: 'end' }),
    );
    this.y = 96;
    return this;
  }

  private text(words: string, look: Look): Line {
    return this.at(this.y, words, look);
  }

  private at(y: number, words: string, look: Look): Line {
    return { ...look, y, words };
  }

  /** The drawing as PNG, made on another thread; well below the channel's 2 MB. */
  async toPng(): Promise<Buffer> {
    const height = this.y + 36;
    await outlines.learn(this.drawn.flatMap(one => (one instanceof Html ? [] : [one.words])));
    const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${paperWidth}" height="${height}">
      <rect width="${paperWidth}" height="${height}" fill="${paints.ground}" />
      ${this.drawn.map(one => (one instanceof Html ? one : outlines.draw(one)))}
    </svg>`.text;
    // Loaded with the first picture, and drawn on another thread: callbacks are answered meanwhile.
    const { renderAsync } = await import('@resvg/resvg-js');
    const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
    return image.asPng();
  }
}

interface Writing {
  readonly size: number;
  readonly bold: boolean;
  readonly paint: string;
  readonly lines: number;
  readonly indent: number;
}

type Look = Omit<Line, 'words' | 'y'>;

/** How wide words are, in widths of a Chinese sign: figures and letters take a little more than half of it. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 0.58 : 1), 0);
}

function wrapped(text: string, room: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const sign of text.replaceAll(/\s+/g, ' ')) {
    if (widthOf(line + sign) <= room) line += sign;
    // A comma does not begin a line.
    else if (/[，。、；：！？）”」…]/u.test(sign)) line += sign;
    else {
      lines.push(line);
      line = sign;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${[...(lines[most - 1] ?? '')].slice(0, -1).join('')}…`];
}
