import { Worker } from 'node:worker_threads';
import { allHeads } from './heads.js';
import { TableTrouble, type TroubleCode } from './trouble.js';

/** One sheet of a workbook, or the one table of a text file; cells as text, a row at its number less one. */
export interface Sheet {
  /** Empty for a text file. */
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that are hidden in a visible sheet, counted from 1. */
  readonly hiddenRows: readonly number[];
  /** Columns that are hidden in a visible sheet, counted from 0. */
  readonly hiddenColumns: readonly number[];
  /** Cells that only repeat the merged cell above them, as `row:column`, the row from 1 and the column from 0. */
  readonly merged: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Book {
  readonly kind: 'xlsx' | 'xls' | 'html' | 'text';
  /** UTF-8, UTF-16, GB18030 or Big5; null for a workbook. */
  readonly encoding: string | null;
  readonly sheets: readonly Sheet[];
}

/** What may be read at all; looked at before anything is taken apart. */
export const limits = { packedBytes: 5 * 1024 * 1024, unpackedBytes: 50 * 1024 * 1024, rows: 100_000, columns: 200 };
const deadlineMs = 20_000;
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

type Answer =
  | { sheet: Omit<Sheet, 'rows'> }
  | { rows: string[][] }
  | { done: Pick<Book, 'kind' | 'encoding'> }
  | { trouble: { code: TroubleCode; details: { sheet?: string } } };

let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a file of a spreadsheet or of separated text, in a thread of its own, one file at a time. `rows` is the most that a
 * sheet may have. Throws a TableTrouble for what is none, is too large or takes too long.
 */
export function openBook(bytes: Uint8Array, { rows = limits.rows }: { rows?: number } = {}): Promise<Book> {
  if (bytes.length === 0) return Promise.reject(new TableTrouble('empty'));
  if (bytes.length > limits.packedBytes) return Promise.reject(new TableTrouble('tooLarge'));
  const book = turn.then(() => readApart(bytes, rows));
  turn = book.catch(() => undefined);
  return book;
}

function readApart(bytes: Uint8Array, rows: number): Promise<Book> {
  return new Promise((resolve, reject) => {
    const reader = new Worker(new URL('./book-reader.mjs', import.meta.url), {
      workerData: { bytes, limits: { ...limits, rows }, heads: allHeads() },
      resourceLimits: memory,
      stdout: true,
      stderr: true,
    });
    const sheets: { sheet: Omit<Sheet, 'rows'>; rows: string[][] }[] = [];
    const end = (work: () => void): void => {
      clearTimeout(deadline);
      void reader.terminate();
      work();
    };
    const deadline = setTimeout(() => end(() => reject(new TableTrouble('slow'))), deadlineMs);
    reader.on('message', (answer: Answer) => {
      if ('sheet' in answer) sheets.push({ sheet: answer.sheet, rows: [] });
      else if ('rows' in answer) sheets.at(-1)?.rows.push(...answer.rows);
      else if ('trouble' in answer)
        end(() => reject(new TableTrouble(answer.trouble.code, { ...answer.trouble.details, rows })));
      else end(() => resolve({ ...answer.done, sheets: sheets.map(one => ({ ...one.sheet, rows: one.rows })) }));
    });
    // Out of memory, or a fault of the library: the thread has ended, and the bot goes on.
    reader.on('error', () => end(() => reject(new TableTrouble('broken'))));
    reader.on('exit', () => end(() => reject(new TableTrouble('broken'))));
  });
}

/** A table that was never a file: pasted rows, or one that a test writes down. */
export function bookOf(rows: readonly (readonly string[])[], name = ''): Book {
  return {
    kind: 'text',
    encoding: null,
    sheets: [{ name, hidden: false, hiddenRows: [], hiddenColumns: [], merged: [], rows }],
  };
}
