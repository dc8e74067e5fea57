import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sample } from '../../src/trial/sample-grid.js';
import { botSettings } from './callback.js';
import type { Figure } from './figure.js';
import { openProjects } from './round.js';
import { fullLoad, served } from './served.js';
import { post, type Sealed } from './wire.js';

const projects = 50;
const count = 6000;

/** `/board/:grid` with 50 projects, against bare Koa that serves the same bytes. */
export async function benchBoard(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-bench-'));
  const settings = botSettings(`sqlite:${join(folder, 'bench.sqlite')}`);
  const bytes = join(folder, 'page.html');
  const path = `/board/${sample.code}`;
  const reads: Sealed[] = Array.from({ length: count }, (_, index) => ({
    path,
    body: '',
    from: `10.0.${index >> 8}.${index & 255}`,
  }));
  const bot = await served('../../bundle/server.js', 3912, settings, async server => {
    await openProjects(server.port, projects);
    const agent = new Agent();
    writeFileSync(bytes, await post(agent, server.port, { path, body: '', from: '10.1.1.1' }));
    agent.destroy();
    return fullLoad(server, reads);
  });
  const floor = await served('floor-server.js', 3911, { BENCH_PAGE: bytes }, server => fullLoad(server, reads));
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: 'board.floor', value: floor.perSecond, unit: 'pages/s' },
    { name: 'board.bot', value: bot.perSecond, unit: 'pages/s' },
    { name: 'board.ratio', value: bot.perSecond / floor.perSecond, unit: 'of the floor (goal 0.5)' },
    { name: 'board.floor.cpu', value: floor.cpuMicros, unit: 'µs of processor a page' },
    { name: 'board.bot.cpu', value: bot.cpuMicros, unit: 'µs of processor a page' },
  ];
}
