import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keys } from '../bench/wire.js';

const here = dirname(fileURLToPath(import.meta.url));
/** The built program, whether the drill runs built itself or from a test; looked for when it is needed, once it is built. */
function program(): string {
  const built = [join(here, '../../src/process/server.js'), join(here, '../../dist/src/process/server.js')].find(
    existsSync,
  );
  if (!built) throw new Error('the program is not built: npm run build');
  return built;
}

/** A bot in a process of its own, in real mode, so that it can be killed like one. */
export class Bot {
  isDown = false;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** The number of its process; 0 when it could not be started. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** `door`: how WeChat Work is met; callbacks under the drill's own keys unless given. */
  static async start(
    databaseUrl: string,
    apiBase: string,
    door: Readonly<Record<string, string>> = { WECOM_TOKEN: keys.token, WECOM_ENCODING_AES_KEY: keys.encodingAesKey },
  ): Promise<Bot> {
    const port = await freePort();
    const child = spawn(process.execPath, [program()], {
      env: {
        PATH: process.env['PATH'],
        // The benches give their processes the time by it.
        ...(process.env['NODE_OPTIONS'] && { NODE_OPTIONS: process.env['NODE_OPTIONS'] }),
        PORT: String(port),
        HOST: '127.0.0.1',
        DATABASE_URL: databaseUrl,
        ...door,
        WECOM_API_BASE: apiBase,
        LOG_LEVEL: 'warn',
        MEMBER_RATE: '1000000',
        GROUP_RATE: '1000000',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const bot = new Bot(child, port);
    await bot.answers();
    return bot;
  }

  /** As a power cut would: nothing is finished, nothing is tidied up. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.isDown = true;
    // Who is gone already ends no second time.
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise(resolve => this.child.once('exit', resolve));
    this.child.kill(signal);
    await gone;
  }

  private async answers(): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      if (this.child.exitCode !== null) throw new Error(`the bot stopped with exit status ${this.child.exitCode}`);
      const isThere = await fetch(`http://127.0.0.1:${this.port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isThere) return;
      await pause(50);
    }
    throw new Error('the bot did not answer within 30 seconds');
  }
}

/** Takes every post to the group and remembers its words. */
export async function takePosts(): Promise<{ texts: string[]; address: string; close: () => Promise<unknown> }> {
  const texts: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, { content?: string }>;
      texts.push(body[String(body['msgtype'])]?.content ?? '');
      response.end('{"errcode":0,"errmsg":"ok"}');
    });
  });
  await listening(server);
  return { texts, address: addressOf(server), close: () => new Promise(resolve => server.close(resolve)) };
}

export function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** Chance that can be had again: the same seed tells the same story (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await listening(server);
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

function listening(server: Server): Promise<void> {
  return new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
