import { z } from 'zod';
import type { Press } from '../../talk/message.js';
import { readAnswer, readButtonKey } from './buttons.js';
import type { KeySeal } from './key-seal.js';

/** A single value where a list is expected is read as a list of one. */
function listOf<T extends z.ZodType>(item: T) {
  return z.union([z.array(item), item.transform(one => [one])]).optional();
}

const OptionIds = z.object({ option_id: listOf(z.string()), optionid: listOf(z.string()) });

const Selected = z.object({
  question_key: z.string(),
  option_ids: OptionIds.optional(),
  optionids: OptionIds.optional(),
});

/** The document's tables and its samples spell these fields differently; both arrive (docs/wecom-protocol.md 4.3). */
const Pressed = z.object({
  event: z.object({
    template_card_event: z.object({
      card_type: z.string().optional(),
      cardtype: z.string().optional(),
      event_key: z.string().optional(),
      eventkey: z.string().optional(),
      task_id: z.string().min(1),
      selected_items: z.object({ selected_item: listOf(Selected) }).optional(),
    }),
  }),
});

/** The press in a template_card_event; undefined when no card of ours offered it to this chat or member. */
export function readPress(json: unknown, receiver: string, seal: KeySeal): Press | undefined {
  const parsed = Pressed.safeParse(json);
  if (!parsed.success) return undefined;

  const event = parsed.data.event.template_card_event;
  const bare = seal.open(event.event_key ?? event.eventkey ?? '', { taskId: event.task_id, receiver });
  const key = bare === undefined ? undefined : readButtonKey(bare);
  if (!key) return undefined;

  const ticked = (event.selected_items?.selected_item ?? []).flatMap(item => {
    const answer = readAnswer(item.question_key, idsOf(item));
    return answer ? [answer] : [];
  });
  return {
    taskId: event.task_id,
    cardType: event.card_type ?? event.cardtype ?? '',
    intent: key.intent,
    // Ticks are not under the seal: they fill what the key leaves open, and change nothing that it says.
    slots: { ...Object.fromEntries(ticked), ...key.slots },
    revision: key.revision,
  };
}

function idsOf({ option_ids, optionids }: z.infer<typeof Selected>): string[] {
  const ids = option_ids ?? optionids;
  return ids?.option_id ?? ids?.optionid ?? [];
}
