// Runs in a thread of its own, with a memory and a deadline of its own: a file from outside may be a bomb, and whoever is
// chatting is not to wait for it.
import { parentPort, workerData } from 'node:worker_threads';
import { readBytes } from './read-bytes.mjs';

const { bytes, limits, heads } = workerData;
try {
  const book = await readBytes(Buffer.from(bytes), { limits, heads });
  // In parts, so that nobody waits on the other side either while they are taken over.
  for (const { rows, ...sheet } of book.sheets) {
    parentPort.postMessage({ sheet }, []);
    for (let from = 0; from < rows.length; from += 1000)
      parentPort.postMessage({ rows: rows.slice(from, from + 1000) }, []);
  }
  parentPort.postMessage({ done: { kind: book.kind, encoding: book.encoding } }, []);
} catch (error) {
  const { code, details } = error;
  parentPort.postMessage({ trouble: details ? { code, details } : { code: 'broken', details: {} } }, []);
}
