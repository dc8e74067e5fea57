import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sample } from '../../src/trial/sample-grid.js';
import { botSettings } from './callback.js';
import type { Figure } from './figure.js';
import { openRound } from './round.js';
import { residentMb, served } from './served.js';
import { post, sealed } from './wire.js';

const starts = 5;

/** From the start of the process to the first answered callback: built code, existing database; the median of five. */
export async function benchStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-bench-'));
  const settings = botSettings(`sqlite:${join(folder, 'bench.sqlite')}`);
  await served('../../bundle/server.js', 3912, settings, async server => void (await openRound(server.port)));
  const took: number[] = [];
  let idleMb = 0;
  for (let index = 0; index < starts; index += 1) {
    idleMb = await served('../../bundle/server.js', 3912, settings, async server => {
      const agent = new Agent();
      const asked = performance.now();
      await post(agent, server.port, sealed('r030', '今天天气不错', sample.chatId));
      took.push(server.readyMs + performance.now() - asked);
      agent.destroy();
      await sleep(1000);
      return residentMb(server.pid);
    });
  }
  rmSync(folder, { recursive: true, force: true });
  took.sort((a, b) => a - b);
  return [
    { name: 'start.answered', value: (took[Math.floor(starts / 2)] ?? 0) / 1000, unit: 's (goal 0.8)' },
    { name: 'start.idle', value: idleMb, unit: 'MB resident (goal 120)' },
  ];
}
