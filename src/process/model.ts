import { dayMs } from '../domain/calendar.js';
import type { Logger } from 'pino';
import type { Asked } from '../talk/opinion/proposal.js';

export interface ModelConfig {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly name: string;
  readonly callsADay: number;
}

interface ModelParts {
  readonly config: ModelConfig;
  readonly now: () => Date;
  readonly log: Logger;
  /** Told what came of each call: answered, failed, timeout, budget, breaker. */
  readonly onCall: (outcome: string) => void;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

/** After so many failures one after another the model is left alone for so long. */
const mostFailures = 5;
const restMs = 60_000;

/**
 * A model behind an address that speaks OpenAI's protocol (DeepSeek, 通义千问, Ollama, vLLM). Answers what it said, or null: a
 * time-out, a refusal, a budget that is used up and a model that has failed too often are all the same to whoever asks.
 */
export function createModel({ config, now, log, onCall, fetch: send, timeoutMs = 15_000 }: ModelParts) {
  let client: Promise<InstanceType<typeof import('openai').default>> | undefined;
  let day = 0;
  let calls = 0;
  let failures = 0;
  let restsUntil = 0;

  const open = async () => {
    const { default: OpenAi } = await import('openai');
    const { baseUrl: baseURL, apiKey } = config;
    return new OpenAi({ baseURL, apiKey, timeout: timeoutMs, maxRetries: 0, ...(send ? { fetch: send } : {}) });
  };

  /** What keeps the model from being asked now; null when it may be. */
  const hindrance = (at: number): string | null => {
    const today = Math.floor(at / dayMs);
    if (today !== day) [day, calls] = [today, 0];
    if (calls >= config.callsADay) return 'budget';
    return at < restsUntil ? 'breaker' : null;
  };

  return async ({ system, text }: Asked): Promise<string | null> => {
    const at = now().getTime();
    const kept = hindrance(at);
    if (kept) {
      onCall(kept);
      return null;
    }
    calls += 1;
    try {
      const { chat } = await (client ??= open());
      const answer = await chat.completions.create({
        model: config.name,
        temperature: 0,
        max_tokens: 400,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: text },
        ],
      });
      failures = 0;
      onCall('answered');
      return answer.choices[0]?.message.content ?? null;
    } catch (error) {
      failures += 1;
      if (failures >= mostFailures) [failures, restsUntil] = [0, at + restMs];
      // The error may quote what was sent, which is not for the log.
      const name = error instanceof Error ? error.constructor.name : 'unknown';
      log.warn({ error: name }, 'the model gave no second opinion');
      onCall(/timeout/iu.test(name) ? 'timeout' : 'failed');
      return null;
    }
  };
}
