import { Worker } from 'node:worker_threads';

/** The sheets that are printed, each with who draws it. They are loaded with the first one: the library is 30 MB. */
const drawers = {
  poster: async () => (await import('./notice/poster.js')).posterPdf,
  wall: async () => (await import('./county/wall-pdf.js')).wallPdf,
  dispatch: async () => (await import('./county/dispatch-pdf.js')).dispatchPdf,
  forms: async () => (await import('./ballot/form-sheet.js')).formSheetPdf,
  cards: async () => (await import('./people/card-sheet.js')).cardSheetPdf,
  door: async () => (await import('./people/door-sheet.js')).doorSheetPdf,
  manual: async () => (await import('./manual-pdf.js')).manualPdf,
} as const;

type SheetName = keyof typeof drawers;
/** What is written on a sheet: plain values only, for it may be drawn in another thread. */
type Written<N extends SheetName> = Parameters<Awaited<ReturnType<(typeof drawers)[N]>>>[0];

/** A sheet as a PDF. A page takes a tenth of a second and a building a few: the built program draws apart, so that nobody who is chatting waits. */
export function printed<N extends SheetName>(name: N, written: Written<N>): Promise<Buffer> {
  return isBuilt ? inTurn(() => drawnApart(name, written)) : drawnHere(name, written);
}

/** Only what was compiled can be loaded in another thread. */
const isBuilt = import.meta.url.endsWith('.js');

export async function drawnHere<N extends SheetName>(name: N, written: Written<N>): Promise<Buffer> {
  const draw = (await drawers[name]()) as (given: Written<N>) => Promise<Buffer>;
  return draw(written);
}

let turn: Promise<unknown> = Promise.resolve();

/** One sheet at a time: each thread takes memory of its own, and gives it back when it ends. */
function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  const sheet = turn.then(work);
  turn = sheet.catch(() => undefined);
  return sheet;
}

function drawnApart(name: SheetName, written: unknown): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const drawer = new Worker(new URL('./printer.mjs', import.meta.url), { workerData: { name, written } });
    drawer.once('message', (sheet: Uint8Array) =>
      resolve(Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength)),
    );
    drawer.once('error', reject);
    // An answer comes before the end; without one this is the end of a thread that was out of memory.
    drawer.once('exit', code => reject(new Error(`the sheet ${name} was not drawn (${code})`)));
  });
}
