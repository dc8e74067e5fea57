import { randomInt } from 'node:crypto';
import { type Trigger, RefusedAnswer, readAnswer } from './answer.js';
import { type Keys, UnacceptableEnvelope, openAnswer, sealCallback } from './envelope.js';
import type { Delivered, Fault, Line } from './line.js';

interface BotLineOptions extends Keys {
  readonly callbackUrl: string;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  /** Ends calls under way when the program stops. */
  readonly stopped: AbortSignal;
}

/** A callback that did not reach the bot. */
class Undelivered extends Error {
  override readonly name = 'Undelivered';

  constructor(
    sentence: string,
    readonly again: boolean,
  ) {
    super(sentence);
  }
}

/** A message that was not answered is delivered again, twice; a press, a visit and a refresh come only once (2.7). */
const deliveries: Readonly<Record<Trigger['kind'], number>> = { message: 3, refresh: 1, enter: 1, press: 1 };

/** The way from WeChat Work to the bot: one encrypted callback, one answer that must be right in every point. */
export class BotLine implements Line {
  readonly botId = 'AIBSIMULATOR';

  constructor(private readonly options: BotLineOptions) {}

  async deliver(callback: object, trigger: Trigger): Promise<Delivered> {
    try {
      return readAnswer(await this.attempt(JSON.stringify(callback), deliveries[trigger.kind]), trigger);
    } catch (error) {
      if (error instanceof RefusedAnswer) {
        return fault(`企业微信不接受机器人的这条回复：${error.message}`, error.errcode);
      }
      if (error instanceof UnacceptableEnvelope) return fault(`企业微信不接受机器人的回复：${error.message}。`);
      if (error instanceof Undelivered) return fault(error.message);
      throw error;
    }
  }

  private async attempt(text: string, times: number): Promise<string> {
    try {
      return await this.post(text);
    } catch (error) {
      if (!(error instanceof Undelivered) || !error.again || times <= 1 || this.options.stopped.aborted) throw error;
      return this.attempt(text, times - 1);
    }
  }

  private async post(text: string): Promise<string> {
    const { callbackUrl, now, fetch: send, timeoutMs, stopped } = this.options;
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const { query, body, nonce } = sealCallback(text, this.options, {
      timestamp,
      nonce: String(randomInt(1_000_000_000)),
    });
    const late = AbortSignal.timeout(timeoutMs);
    try {
      const response = await send(`${callbackUrl}?${query.toString()}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.any([late, stopped]),
      });
      const answer = await response.text();
      if (response.status === 200) return openAnswer(answer, this.options, nonce);
      throw new Undelivered(`机器人没有接受这次回调：HTTP ${response.status}。`, response.status >= 500);
    } catch (error) {
      if (error instanceof Undelivered || error instanceof UnacceptableEnvelope) throw error;
      if (late.aborted) throw new Undelivered(`机器人 ${timeoutMs / 1000} 秒内没有回应，企业微信不再等了。`, true);
      throw new Undelivered('连不上机器人，这次回调没有送到。', true);
    }
  }
}

function fault(text: string, errcode?: number): { kind: 'fault'; fault: Fault } {
  return { kind: 'fault', fault: { text, errcode } };
}
