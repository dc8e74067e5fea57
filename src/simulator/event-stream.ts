import { PassThrough } from 'node:stream';
import type Koa from 'koa';
import type { ChatLog } from './chat-log.js';

interface Greeting {
  readonly botName: string;
  readonly now: string;
}

const heartbeatMs = 20_000;

/** Everything that happens in the chats, pushed to every open page (server-sent events). */
export class EventStream {
  private readonly open = new Set<PassThrough>();
  private readonly heartbeat: NodeJS.Timeout;

  /** `start` tells one run of the program from another: entries are numbered anew in each. */
  constructor(
    private readonly log: ChatLog,
    private readonly start: string,
  ) {
    log.listen(entry => this.tell(`id: ${start}-${entry.revision}\nevent: entry`, entry));
    this.heartbeat = setInterval(() => this.write(':\n\n'), heartbeatMs).unref();
  }

  /** Sends what the page has not seen yet, then everything new as it happens. */
  serve(ctx: Koa.Context, greeting: Greeting): void {
    const stream = new PassThrough();
    const [start, revision] = ctx.get('last-event-id').split('-');
    const seen = start === this.start && Number.isSafeInteger(Number(revision)) ? Number(revision) : 0;
    stream.write(block('event: hello', { ...greeting, start: this.start }));
    for (const entry of this.log.since(seen))
      stream.write(block(`id: ${this.start}-${entry.revision}\nevent: entry`, entry));
    stream.write(block('event: caught-up', {}));

    this.open.add(stream);
    stream.once('close', () => this.open.delete(stream));
    ctx.set({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    ctx.type = 'text/event-stream';
    ctx.body = stream;
  }

  /** The clock was moved. */
  clock(now: string): void {
    this.tell('event: clock', { now });
  }

  close(): void {
    clearInterval(this.heartbeat);
    for (const stream of this.open) stream.end();
    this.open.clear();
  }

  private tell(head: string, data: object): void {
    this.write(block(head, data));
  }

  private write(text: string): void {
    for (const stream of this.open) stream.write(text);
  }
}

function block(head: string, data: object): string {
  return `${head}\ndata: ${JSON.stringify(data)}\n\n`;
}
