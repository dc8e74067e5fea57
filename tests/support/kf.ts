import { pino } from 'pino';
import type { Message } from '../../src/talk/message.js';
import type { Reply } from '../../src/talk/reply.js';
import { KfDoor } from '../../src/process/kf-door.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { AppApi } from '../../src/wecom/app/api.js';
import { testBytes } from './chance.js';
import type { Neighbourhood } from './neighbourhood.js';

export const openKfId = 'wkOak0001';
export const corp = { corpId: 'wwc0ffee0123456789', secret: 's3cret', agentId: 1_000_002 };

interface KfSetting {
  /** Stands between the door and the world: what it throws is a process that dies there. */
  readonly fetch?: (next: typeof fetch) => typeof fetch;
  readonly answer?: (next: (message: Message) => Promise<Reply>) => (message: Message) => Promise<Reply>;
}

/** 微信客服 before a neighbourhood: the customer `wm-r010` is the member `r010`, and any other a resident of personal WeChat. */
export function aKfDoor(grid: Neighbourhood) {
  const wire = new AppStandIn({ ...corp, openKfIds: [openKfId], now: () => grid.now });
  const outcomes: string[] = [];
  let processes = 0;
  /** A process that serves the account; another one is the one that comes after a kill. */
  function aProcess({ fetch: between = next => next, answer = next => next }: KfSetting = {}): KfDoor {
    processes += 1;
    const api = new AppApi({
      ...corp,
      apiBase: 'https://qyapi.example',
      timeoutMs: 1000,
      clockMs: () => grid.now.getTime(),
      fetch: between(wire.fetch),
    });
    return new KfDoor({
      api,
      openKfId,
      store: grid.store,
      holder: 'the process of the record',
      answer: answer(message => grid.answer(message)),
      who: async (open, external) =>
        external.startsWith('wm-')
          ? external.slice('wm-'.length)
          : open.identities.meet(
              { corpId: corp.corpId, kind: 'external', value: external },
              { now: grid.now, random: testBytes(12) },
            ),
      lost: async (_, external) => void outcomes.push(`lost ${external}`),
      binds: intent => intent !== 'help.show',
      now: () => grid.now,
      log: pino({ level: 'silent' }),
      onMessage: outcome => outcomes.push(outcome),
      onAnswer: outcome => outcomes.push(`answer ${outcome}`),
    });
  }
  return { wire, kf: wire.kf, outcomes, aProcess };
}
