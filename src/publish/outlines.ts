import type { Font } from 'fontkit';
import { fontFiles } from './fonts.js';
import { Html, html } from './html.js';

/** The width of the rim that makes words bold, as a share of the size. */
const rimShare = 0.045;

interface Sign {
  /** In units of the font; `y` goes up. */
  readonly outline: string;
  readonly advance: number;
}

export interface Line {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly paint: string;
  readonly anchor: 'start' | 'end';
}

/**
 * Words as outlines of one font. The renderer opens a Chinese font anew for every line of text, 20 ms each; outlines, each
 * taken from the font once, draw a whole picture in that time.
 */
export class Outlines {
  private readonly signs = new Map<number, Sign>();

  private constructor(private readonly font: Font) {}

  static async of(file: string): Promise<Outlines> {
    const { openSync } = await import('fontkit');
    const font = openSync(file);
    if (!('glyphForCodePoint' in font)) throw new Error(`${file} holds several fonts`);
    return new Outlines(font);
  }

  /** One line of words, from its first sign or up to its last. */
  draw({ words, x, y, size, bold, paint, anchor }: Line): Html {
    const signs = [...words].map(sign => this.sign(sign.codePointAt(0) ?? 0x20));
    const width = signs.reduce((sum, { advance }) => sum + advance, 0);
    const scale = size / this.font.unitsPerEm;
    let pen = 0;
    const paths: Html[] = [];
    for (const { outline, advance } of signs) {
      if (outline) paths.push(html`<path transform="translate(${pen})" d="${outline}" />`);
      pen += advance;
    }
    const start = anchor === 'start' ? x : x - width * scale;
    // A second font for the bold is another 10 MB; a rim of the same paint is as bold.
    const rim = bold ? this.font.unitsPerEm * rimShare : 0;
    return html`<g
      fill="${paint}"
      stroke="${paint}"
      stroke-width="${rim}"
      stroke-linejoin="round"
      transform="translate(${start} ${y}) scale(${scale} ${-scale})"
    >
      ${paths}
    </g>`;
  }

  private sign(codePoint: number): Sign {
    const known = this.signs.get(codePoint);
    if (known) return known;
    const { advanceWidth, path } = this.font.glyphForCodePoint(codePoint);
    const sign = { outline: path.toSVG(), advance: advanceWidth };
    this.signs.set(codePoint, sign);
    return sign;
  }
}

let loaded: Promise<Outlines> | undefined;

/** The font of all pictures, opened with the first of them. */
export function outlines(): Promise<Outlines> {
  loaded ??= Outlines.of(fontFiles.regular);
  return loaded;
}
