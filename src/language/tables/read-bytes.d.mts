import type { Book } from './book.js';

export function readBytes(
  bytes: Buffer,
  given: {
    limits: { packedBytes: number; unpackedBytes: number; rows: number; columns: number };
    heads: readonly string[];
  },
): Promise<Book>;
