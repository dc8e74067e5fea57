import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { fontFiles } from './fonts.js';
import { Html, html } from './html.js';

/** The width of the rim that makes words bold, as a share of the size. */
const rimShare = 0.045;

interface Sign {
  readonly codePoint: number;
  /** In units of the font; `y` goes up. */
  readonly outline: string;
  readonly advance: number;
}

/** What `sign-reader.mjs` answers. */
interface Answer {
  readonly unitsPerEm: number;
  readonly signs: readonly Sign[];
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

/** A thread that has nothing to read for so long is ended, and with it goes the memory that the font takes. */
const idleMs = 1000;
/** In MB: a font of 10 MB is read, and little else. */
const limits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };
const nothing: Sign = { codePoint: 0, outline: '', advance: 0 };

/**
 * Words as outlines of one font. The renderer opens a Chinese font anew for every line of text, 20 ms each; outlines, each
 * taken from the font once, draw a whole picture in that time. They are read from the font in a thread of their own.
 */
class Outlines {
  private readonly signs = new Map<number, Sign>();
  private unitsPerEm = 1000;
  private reader: Worker | null = null;
  private turn: Promise<void> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly file: string) {}

  /** Has to be told of the words before they are drawn. Pictures that are made at the same time wait for each other. */
  learn(words: readonly string[]): Promise<void> {
    const learned = this.turn.then(() => this.read(words.join('')));
    this.turn = learned.catch(() => undefined);
    return learned;
  }

  private async read(words: string): Promise<void> {
    const codePoints = new Set([...words].map(codePointOf).filter(codePoint => !this.signs.has(codePoint)));
    if (codePoints.size === 0) return;
    clearTimeout(this.idle);
    const reader = (this.reader ??= new Worker(new URL('./sign-reader.mjs', import.meta.url), {
      workerData: this.file,
      resourceLimits: limits,
    }));
    reader.ref();
    try {
      reader.postMessage([...codePoints], []);
      const [{ unitsPerEm, signs }] = (await once(reader, 'message')) as [Answer];
      this.unitsPerEm = unitsPerEm;
      for (const sign of signs) this.signs.set(sign.codePoint, sign);
    } catch (error) {
      // It has ended; the next picture gets a new one.
      this.reader = null;
      throw error;
    }
    this.idle = setTimeout(() => void this.end(), idleMs).unref();
    reader.unref();
  }

  private async end(): Promise<void> {
    const { reader } = this;
    this.reader = null;
    await reader?.terminate();
  }

  /** One line of words, from its first sign or up to its last. */
  draw({ words, x, y, size, bold, paint, anchor }: Line): Html {
    const signs = [...words].map(sign => this.signs.get(codePointOf(sign)) ?? nothing);
    const width = signs.reduce((sum, { advance }) => sum + advance, 0);
    const scale = size / this.unitsPerEm;
    let pen = 0;
    const paths: Html[] = [];
    for (const { outline, advance } of signs) {
      if (outline) paths.push(html`<path transform="translate(${pen})" d="${outline}" />`);
      pen += advance;
    }
    const start = anchor === 'start' ? x : x - width * scale;
    // A second font for the bold is another 10 MB; a rim of the same paint is as bold.
    const rim = bold ? this.unitsPerEm * rimShare : 0;
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
}

function codePointOf(sign: string): number {
  return sign.codePointAt(0) ?? 0x20;
}

/** The font of all pictures. */
export const outlines = new Outlines(fontFiles.regular);
