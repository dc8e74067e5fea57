import type { Reply } from '../reply.js';

/** How long an answer that is still being thought about is kept for those who ask for the rest (docs/wecom-protocol.md 5.2: six minutes). */
const keptMs = 6 * 60_000;

export interface UnfinishedParts {
  /** The stream by which WeChat Work asks for the rest of the answer to a message; null where nobody asks, so it is waited for. */
  readonly streamOf: ((messageId: string) => string) | null;
  /** How long an answer may take before it is sent unfinished; an answer is due within five seconds. */
  readonly patienceMs: number;
  wait(ms: number): Promise<void>;
}

/** Answers that take longer than WeChat Work waits: sent unfinished, and finished when it asks for the rest. */
export class Unfinished {
  private readonly byMessage = new Map<string, Promise<Reply>>();
  private readonly byStream = new Map<string, Promise<Reply>>();

  constructor(private readonly parts: UnfinishedParts) {}

  /** The answer that is being worked on for a message that was delivered again. */
  again(messageId: string): Promise<Reply> | null {
    const begun = this.byMessage.get(messageId);
    return begun ? this.soon(begun) : null;
  }

  /** The rest of an answer; null where there is none of that stream. */
  rest(streamId: string): Promise<Reply> | null {
    const begun = this.byStream.get(streamId);
    return begun ? this.soon(begun) : null;
  }

  /** Begins the work once, and hands back its answer, or one that says that it is being worked on. */
  begin(messageId: string, work: () => Promise<Reply>): Promise<Reply> {
    const begun = work();
    const stream = this.parts.streamOf?.(messageId);
    this.byMessage.set(messageId, begun);
    if (stream) this.byStream.set(stream, begun);
    const forget = async (): Promise<void> => {
      await begun.catch(() => undefined);
      await this.parts.wait(keptMs);
      this.byMessage.delete(messageId);
      if (stream) this.byStream.delete(stream);
    };
    void forget();
    return stream ? this.soon(begun) : begun;
  }

  private async soon(begun: Promise<Reply>): Promise<Reply> {
    const patience = this.parts.wait(this.parts.patienceMs).then(() => thinking);
    return Promise.race([begun, patience]);
  }
}

const thinking: Reply = { text: '我想一想……', unfinished: true };
