import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

/** A file that is no table. Its message is one sentence that says what to do next. */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** Reads CSV (UTF-8 with or without BOM, or GB18030) or XLSX into rows of text. */
export async function readTable(path: string): Promise<string[][]> {
  const bytes = await readFile(path).catch(() => {
    throw new TableError(`The file ${path} cannot be read; check its name and try again.`);
  });
  if (bytes.length === 0) throw new TableError(`The file ${path} is empty; export the roster once more.`);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readWorkbook(path, bytes);
  try {
    return parse(textOf(bytes), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw new TableError(
      `The file ${path} is no CSV: ${error instanceof Error ? error.message : String(error)} Save it as CSV or XLSX and try again.`,
    );
  }
}

/** All sheets of an XLSX workbook, cells as text. */
export async function readSheets(path: string): Promise<{ name: string; rows: string[][] }[]> {
  const bytes = await readFile(path).catch(() => {
    throw new TableError(`The file ${path} cannot be read; check its name and try again.`);
  });
  try {
    const { default: readWorkbookSheets } = await import('read-excel-file/node');
    const sheets = await readWorkbookSheets(bytes);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(textIn)) }));
  } catch {
    throw new TableError(`The file ${path} is no XLSX that can be read; save it once more as XLSX.`);
  }
}

async function readWorkbook(path: string, bytes: Buffer): Promise<string[][]> {
  try {
    const { readSheet } = await import('read-excel-file/node');
    const rows = await readSheet(bytes);
    return rows.map(row => row.map(textIn));
  } catch {
    throw new TableError(`The file ${path} is no XLSX that can be read; save it once more as XLSX or CSV.`);
  }
}

function textIn(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // A date of a sheet has no zone; the library hands it over as if it were UTC.
  return cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : String(cell);
}

/**
 * Reads a statement of a bank or of WeChat Pay. Every line stays a row, so that rows are numbered as a spreadsheet does, and
 * a broken line in the middle spoils no other.
 */
export async function readStatementTable(bytes: Buffer): Promise<string[][]> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readWorkbook('', bytes);
  const text = textOf(bytes);
  const options = { bom: true, relax_column_count: true, relax_quotes: true };
  try {
    return parse(text, options);
  } catch {
    return text.split(/\r\n|\n|\r/u).map(line => {
      try {
        return (parse(line, options) as string[][])[0] ?? [];
      } catch {
        return line.replaceAll('"', '').split(',');
      }
    });
  }
}

/** UTF-8 where the bytes are UTF-8, else GB18030: what Chinese spreadsheets save. */
function textOf(bytes: Buffer): string {
  if (bytes.includes(0))
    throw new TableError('The file is neither CSV nor XLSX; save it as one of them and try again.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
}
