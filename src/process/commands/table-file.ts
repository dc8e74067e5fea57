import { readFile } from 'node:fs/promises';
import { type Book, openBook } from '../../language/tables/book.js';
import { Unusable } from './unusable.js';

/** Reads a file of a spreadsheet or of separated text. */
export async function readTable(path: string): Promise<Book> {
  const bytes = await readFile(path).catch(() => {
    throw new Unusable({
      en: `The file ${path} cannot be read; check its name and try again.`,
      zh: `文件${path}读不了，请核对文件名再试。`,
    });
  });
  return openBook(bytes);
}
