import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Book, limits } from '../../src/language/tables/book.js';
import { allHeads } from '../../src/language/tables/heads.js';
import { readPayments } from '../../src/language/tables/payments.js';
import { readRoster } from '../../src/language/tables/roster.js';
import { TableTrouble, type TroubleCode } from '../../src/language/tables/trouble.js';

type ReadBytes = (bytes: Buffer, given: { limits: typeof limits; heads: readonly string[] }) => Promise<Book>;

const folder = fileURLToPath(new URL('../language/tables/', import.meta.url));

/** A file of a folder of samples, as bytes. */
export function sampleFile(name: string, kind = 'files'): Buffer {
  return readFileSync(join(folder, kind, name));
}

/** Reads a file without a thread of its own: a test that reads hundreds has no time for as many threads. */
export async function readHere(bytes: Buffer): Promise<Book> {
  // The reader is plain JavaScript, because a thread cannot load TypeScript, and so it has no types.
  const reader: string = '../../src/language/tables/read-bytes.mjs';
  const { readBytes } = (await import(/* @vite-ignore */ reader)) as { readBytes: ReadBytes };
  try {
    return await readBytes(bytes, { limits, heads: allHeads() });
  } catch (error) {
    const { code, details } = error as { code: TroubleCode; details: object };
    throw new TableTrouble(code, details);
  }
}

/** A list of payments in short lines: what came in, what is left out, what could not be read, what was said of the file. */
export async function paymentsIn(bytes: Buffer, today = '2026-11-28'): Promise<string[]> {
  try {
    const { rows, refused, notes } = readPayments(await readHere(bytes), today);
    return [
      ...notes,
      ...rows.map(
        ({ row, at, day, time, amountFen, payer, memo, doubt }) =>
          `${at ?? row} ${[day, time].join(' ').trim()} ${(amountFen / 100).toFixed(2)} ${payer}|${memo}${doubt ? `（${doubt}）` : ''}`,
      ),
      ...refused.map(({ row, at, reason, left }) => `${at ?? row} ${left ? '不计' : '没读'}：${reason}`),
    ];
  } catch (error) {
    if (error instanceof TableTrouble) return [error.zh];
    throw error;
  }
}

/** A roster in short lines. */
export async function rosterIn(bytes: Buffer): Promise<string[]> {
  try {
    const { rows, refused, notes } = readRoster(await readHere(bytes));
    return [
      ...notes,
      ...rows.map(
        ({ building, unit, room, areaCentiM2, owners, userids, phone }) =>
          `${building}/${unit}/${room} ${(areaCentiM2 / 100).toFixed(2)} ${owners.join('+')}${userids.length > 0 ? ` @${userids.join('+')}` : ''}${phone ? ` ${phone}` : ''}`,
      ),
      ...refused.map(({ sheet, row, reason }) => `${sheet}${row}：${reason}`),
    ];
  } catch (error) {
    if (error instanceof TableTrouble) return [error.zh];
    throw error;
  }
}
