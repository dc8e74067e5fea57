import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { freshDatabase } from './postgres.js';
import { Wire } from './wire.js';

/** The sample neighbourhood on the wire until the test ends: on PostgreSQL where the project has one, else on a file. */
export async function storyWire(now: string, how: { hasDoors?: boolean } = {}): Promise<Wire> {
  const server = inject('postgres');
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-story-'));
  const url = server ? await freshDatabase(server) : `sqlite:${join(folder, 'story.sqlite')}`;
  const wire = await Wire.open(url, now, how);
  onTestFinished(async () => {
    await wire.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return wire;
}
