import { z } from 'zod';
import type { Button } from '../../talk/reply.js';
import { byteLength } from './lengths.js';

/** The key of a button that has nothing more to say, as on a card whose matter is over. */
export const spentKey = '-';

/** WeChat Work's limit, less the seal that is put under it (`key-seal.ts`). */
const maxBytes = 1024 - 23;
const keyPattern = /^([A-Za-z][\w.-]*)(?: (\{.*\}))?(?: #([\w.-]{1,40}))?$/s;
const Slots = z.record(z.string(), z.unknown());

/**
 * The key by which a pressed button comes back: its intent, its slots as JSON, and the revision of the matter that it was
 * made from.
 *
 * Undefined when it would be longer than WeChat Work's 1024 bytes with the seal (docs/wecom-protocol.md 6.4).
 */
export function buttonKey({
  intent,
  slots = {},
  revision,
}: Pick<Button, 'intent' | 'slots' | 'revision'>): string | undefined {
  const bare = Object.keys(slots).length === 0 ? intent : `${intent} ${JSON.stringify(slots)}`;
  const key = revision ? `${bare} #${revision}` : bare;
  return byteLength(key) <= maxBytes ? key : undefined;
}

interface Read {
  readonly intent: string;
  readonly slots: Record<string, unknown>;
  readonly revision: string;
}

/** The intent, slots and revision in a button's key; undefined for a spent button, or one this program did not make. */
export function readButtonKey(key: string): Read | undefined {
  const [, intent, json, revision = ''] = keyPattern.exec(key) ?? [];
  if (intent === undefined) return undefined;
  if (json === undefined) return { intent, slots: {}, revision };

  try {
    return { intent, slots: Slots.parse(JSON.parse(json)), revision };
  } catch {
    return undefined;
  }
}

/** A question's key names the slot its answer fills; `[]` tells that several answers may be ticked. */
export function questionKey(slot: string, many: boolean): string {
  return many ? `${slot}[]` : slot;
}

/** The slot and value that the ticked options of a question stand for; undefined when nothing was ticked. */
export function readAnswer(key: string, ids: readonly string[]): [slot: string, value: unknown] | undefined {
  if (key.endsWith('[]')) return [key.slice(0, -2), [...ids]];
  if (ids.length === 0) return undefined;
  return [key, ids.length === 1 ? ids[0] : [...ids]];
}
