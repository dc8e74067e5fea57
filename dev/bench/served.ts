import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Load, load, type Sealed } from './wire.js';

const here = dirname(fileURLToPath(import.meta.url));
/** What `npm start` tells Node about memory. */
const flags = readFileSync('package.json', 'utf8').match(/--max-\S+=\d+/g) ?? [];

/** A server in a process of its own. */
export interface Served {
  readonly port: number;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first words. */
  readonly readyMs: number;
}

/** Runs a server of its own process for the time of some work. BENCH_PROF=DIR keeps a CPU profile of it. */
export async function served<T>(
  file: string,
  port: number,
  settings: Record<string, string>,
  work: (server: Served) => Promise<T>,
): Promise<T> {
  const { BENCH_PROF: profiles } = process.env;
  const started = performance.now();
  const server = spawn(
    process.execPath,
    [...flags, ...(profiles ? ['--cpu-prof', '--cpu-prof-dir', profiles] : []), join(here, file)],
    { env: { ...process.env, ...settings, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await firstWords(server);
    return await work({ port, pid: server.pid ?? 0, readyMs: performance.now() - started });
  } finally {
    const gone = new Promise(resolve => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  }
}

function firstWords(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.once('data', () => resolve());
    server.once('exit', code => reject(new Error(`the server stopped with exit status ${code}`)));
  });
}

export interface Measured extends Load {
  /** Microseconds of processor that the server spent on one message; it hardly depends on what else the machine does. */
  readonly cpuMicros: number;
}

/** Full load over 32 connections, with what the server's processor spent on it. The first third warms up and does not count: a bot runs for months. */
export async function fullLoad({ port, pid }: Served, messages: readonly Sealed[]): Promise<Measured> {
  const warm = Math.floor(messages.length / 3);
  await load(port, messages.slice(0, warm));
  const before = cpuMs(pid);
  const measured = await load(port, messages.slice(warm));
  return { ...measured, cpuMicros: ((cpuMs(pid) - before) * 1000) / (messages.length - warm) };
}

/** Milliseconds of processor, user and system, that a process has spent so far (proc(5); a tick is 10 ms). */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process, in megabytes. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
