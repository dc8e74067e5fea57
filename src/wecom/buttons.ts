import { z } from 'zod';
import type { Button } from '../reply.js';
import { byteLength } from './lengths.js';

/** The key of a button that has nothing more to say, as on a card whose matter is over. */
export const spentKey = '-';

const maxBytes = 1024;
const keyPattern = /^([A-Za-z][\w.-]*)(?: (\{.*\}))?$/s;
const Slots = z.record(z.string(), z.unknown());

/**
 * The key by which a pressed button comes back: its intent, and its slots as JSON.
 *
 * Undefined when it would be longer than WeChat Work's 1024 bytes (wecom-protocol 6.4).
 */
export function buttonKey({ intent, slots = {} }: Pick<Button, 'intent' | 'slots'>): string | undefined {
  const key = Object.keys(slots).length === 0 ? intent : `${intent} ${JSON.stringify(slots)}`;
  return byteLength(key) <= maxBytes ? key : undefined;
}

/** The intent and slots in a button's key; undefined for a spent button, or one this program did not make. */
export function readButtonKey(key: string): { intent: string; slots: Record<string, unknown> } | undefined {
  const [, intent, json] = keyPattern.exec(key) ?? [];
  if (intent === undefined) return undefined;
  if (json === undefined) return { intent, slots: {} };

  try {
    return { intent, slots: Slots.parse(JSON.parse(json)) };
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
