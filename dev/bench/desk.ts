import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { botSettings } from './callback.js';
import type { Figure } from './figure.js';
import { openPolls } from './round.js';
import { served } from './served.js';

const matters = 10;
const reads = 60;

/** The pages of the desk for a secretary, with 118 households and ten matters that are voted on: the median of many, one after another. */
export async function benchDesk(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-bench-'));
  const settings = botSettings(`sqlite:${join(folder, 'bench.sqlite')}`);
  const figures = await served('../../bundle/server.js', 3912, settings, async ({ port }) => {
    const [no = 1] = await openPolls(port, matters);
    const base = `http://127.0.0.1:${port}`;
    const link = await fetch(`${base}/simulator/desk?userid=r002`, { redirect: 'manual' });
    const entered = await fetch(base + (link.headers.get('location') ?? ''), { method: 'POST', redirect: 'manual' });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const found: Figure[] = [];
    for (const [name, path] of [
      ['home', '/desk'],
      ['matter', `/desk/${no}`],
      ['building', '/desk/lists/building'],
    ] as const) {
      const { ms, bytes } = await read(base + path, cookie);
      found.push({ name: `desk.${name}`, value: ms, unit: 'ms a page (goal 50)' });
      found.push({ name: `desk.${name}.size`, value: bytes / 1000, unit: 'kB (goal 60)' });
    }
    return found;
  });
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function read(address: string, cookie: string): Promise<{ ms: number; bytes: number }> {
  const took: number[] = [];
  let bytes = 0;
  for (let index = 0; index < reads; index += 1) {
    const asked = performance.now();
    // Each read from elsewhere: the pace of one reader is not what is measured.
    const page = await fetch(address, { headers: { cookie, 'x-forwarded-for': `10.2.0.${index}` } });
    bytes = (await page.arrayBuffer()).byteLength;
    took.push(performance.now() - asked);
    if (page.status !== 200) throw new Error(`${address} was answered with ${page.status}`);
  }
  took.sort((a, b) => a - b);
  return { ms: took[Math.floor(reads / 2)] ?? 0, bytes };
}
