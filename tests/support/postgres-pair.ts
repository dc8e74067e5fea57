import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { nobody, prepared, type RunningPostgres, serving } from '../../dev/drill/postgres.js';

interface PostgresPair {
  /** What is acknowledged here is on the disk of the standby too. */
  readonly primary: RunningPostgres;
  /** Reads what the primary wrote; can be promoted. */
  readonly standby: RunningPostgres;
  readonly stop: () => Promise<void>;
}

/** Two servers, the second a synchronous standby of the first: how a county keeps its record on two machines. */
export async function startPostgresPair(): Promise<PostgresPair> {
  const { folder, data } = await prepared();
  const copy = join(folder, 'standby');
  // The copy of a record that was never started is a base backup.
  cpSync(data, copy, { recursive: true });
  chmodSync(copy, 0o700);
  writeFileSync(join(copy, 'standby.signal'), '');
  if (nobody.uid !== undefined) execFileSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, copy]);
  const started: RunningPostgres[] = [];
  const stop = async (): Promise<void> => {
    for (const server of started) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const primary = await serving({ folder, data, settings: ['wal_keep_size=256MB'] });
    started.push(primary);
    const from = `primary_conninfo=host=127.0.0.1 port=${primary.port} user=postgres application_name=standby`;
    const standby = await serving({ folder, data: copy, settings: [from] });
    started.push(standby);
    const client = new pg.Client(primary.url);
    await client.connect();
    for (const set of [`synchronous_standby_names = 'standby'`, `synchronous_commit = 'remote_apply'`])
      await client.query(`ALTER SYSTEM SET ${set}`);
    await client.query('SELECT pg_reload_conf()');
    await client.end();
    return { primary, standby, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
