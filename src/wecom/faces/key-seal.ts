import { createHmac, timingSafeEqual } from 'node:crypto';
import { spentKey } from './buttons.js';

/** The card that a key stands on: its task id, and the chat or the member that got it. */
interface Standing {
  readonly taskId: string;
  readonly receiver: string;
}

/** Puts the program's own seal under the keys of its cards, so that no press is heard that no card has offered. */
export interface KeySeal {
  close(key: string, on: Standing): string;
  /** The key without its seal; undefined when the seal is not ours, or was put under another card or another chat's. */
  open(key: string, on: Standing): string | undefined;
}

/** 132 bits: nobody guesses one, and a key keeps room within WeChat Work's 1024 bytes. */
const sealLength = 22;

/** HMAC-SHA256 with a key that the record keeps, so that a card outlives a restart and any process hears its press. */
export function keySeal(secret: Buffer): KeySeal {
  const of = (key: string, { taskId, receiver }: Standing): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify([taskId, receiver, key]))
      .digest('base64url')
      .slice(0, sealLength);
  return {
    close: (key, on) => (key === spentKey ? key : `${key}~${of(key, on)}`),
    open: (key, on) => {
      const at = key.length - sealLength - 1;
      if (at < 1 || key[at] !== '~') return undefined;
      const bare = key.slice(0, at);
      const [expected, received] = [Buffer.from(of(bare, on)), Buffer.from(key.slice(at + 1))];
      return expected.length === received.length && timingSafeEqual(expected, received) ? bare : undefined;
    },
  };
}

interface Keyed {
  readonly task_id: string;
  readonly button_list?: readonly { readonly key: string }[];
  readonly submit_button?: { readonly key: string };
}

/** An answer whose card, where it has one, carries sealed keys. */
export function withSealedKeys(json: string, receiver: string, seal: KeySeal): string {
  if (!json.includes('"template_card"')) return json;
  const body = JSON.parse(json) as { template_card?: Keyed };
  const card = body.template_card;
  if (!card) return json;
  const on = { taskId: card.task_id, receiver };
  const closed = <T extends { readonly key: string }>(button: T): T => ({ ...button, key: seal.close(button.key, on) });
  const template_card = {
    ...card,
    ...(card.button_list && { button_list: card.button_list.map(closed) }),
    ...(card.submit_button && { submit_button: closed(card.submit_button) }),
  };
  return JSON.stringify({ ...body, template_card });
}
