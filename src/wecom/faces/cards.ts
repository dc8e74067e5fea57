import { createHash } from 'node:crypto';
import type { Card, Choices } from '../../talk/reply.js';
import { buttonKey, questionKey, spentKey } from './buttons.js';
import { byteLength, shortened } from './lengths.js';

/** The two card types the bot sends (docs/wecom-protocol.md 6.3). */
export type CardType = 'button_interaction' | 'vote_interaction';

export interface TemplateCard {
  readonly card_type: CardType;
  readonly main_title: { readonly title: string; readonly desc?: string };
  readonly sub_title_text?: string;
  readonly horizontal_content_list?: readonly { readonly keyname: string; readonly value: string }[];
  readonly button_list?: readonly { readonly text: string; readonly style: number; readonly key: string }[];
  readonly checkbox?: Checkbox;
  readonly submit_button?: { readonly text: string; readonly key: string };
  readonly task_id: string;
}

interface Checkbox {
  readonly question_key: string;
  readonly mode: 0 | 1;
  readonly disable?: true;
  readonly option_list: readonly { readonly id: string; readonly text: string; readonly is_checked: boolean }[];
}

/** A card about to be sent for the first time, or the new face of one that was pressed. */
interface Facing {
  readonly taskId: string;
  readonly update: boolean;
}

/** Which card type shows this card; undefined when it has nothing to press. */
export function cardType(card: Card): CardType | undefined {
  if (card.choices) return 'vote_interaction';
  return card.buttons?.length ? 'button_interaction' : undefined;
}

/**
 * The task id of the card that answers a message: `poll-12@` and a hash of the message id.
 *
 * WeChat Work refuses an id it has seen (42014), and a message delivered twice must get the same answer twice.
 * 128 bytes at most, of letters, digits, `_`, `-` and `@` (docs/wecom-protocol.md 6.2).
 */
export function taskId(about: string, messageId: string): string {
  const stem = about.replaceAll(/[^\w@-]/g, '-').slice(0, 103);
  return `${stem}@${createHash('sha256').update(messageId).digest('hex').slice(0, 24)}`;
}

/**
 * Our card as template_card JSON. What is seen is shortened with … (docs/wecom-protocol.md 6.4).
 *
 * Undefined when it has nothing to press, or when shortening would change what a press means: a seventh button, a
 * twenty-first option, an id or key that is too long or stands twice. Such a card is said in words instead.
 */
export function templateCard(card: Card, facing: Facing): TemplateCard | undefined {
  return card.choices ? voteCard(card, card.choices, facing) : buttonCard(card, facing);
}

function buttonCard(card: Card, { taskId: task_id }: Facing): TemplateCard | undefined {
  const buttons = (card.buttons ?? []).map(button => ({ ...button, key: buttonKey(button) }));
  const button_list = buttons.flatMap(({ text, style = 1, key }) =>
    key === undefined ? [] : [{ text: line(text, 10) || '确定', style, key }],
  );
  const usable = button_list.length === buttons.length && allDifferent(button_list.map(button => button.key));
  if (!usable || button_list.length < 1 || button_list.length > 6) return undefined;

  return {
    card_type: 'button_interaction',
    main_title: mainTitle(card.title, card.desc),
    ...(card.text && { sub_title_text: shortened(card.text, 112) }),
    ...factRows(card.facts),
    button_list,
    task_id,
  };
}

function voteCard(card: Card, choices: Choices, { taskId: task_id, update }: Facing): TemplateCard | undefined {
  const { slot, many, options, closed, submit } = choices;
  const key = buttonKey(submit);
  const question_key = questionKey(slot, many);
  const ids = options.map(option => option.id);
  const usable = ids.every(id => id !== '' && byteLength(id) <= 128) && allDifferent(ids);
  if (!usable || ids.length < 1 || ids.length > 20 || key === undefined || byteLength(question_key) > 1024) {
    return undefined;
  }

  return {
    card_type: 'vote_interaction',
    main_title: mainTitle(card.title, card.desc ?? (update ? card.text : undefined)),
    checkbox: {
      question_key,
      mode: many ? 1 : 0,
      // A card cannot be sent disabled; only an update may disable it.
      ...(closed && update && { disable: true }),
      option_list: options.map(({ id, text, chosen = false }) => ({
        id,
        text: line(text, 11) || id.slice(0, 11),
        is_checked: chosen,
      })),
    },
    submit_button: { text: line(submit.text, 10) || '提交', key },
    task_id,
  };
}

/**
 * A pressed card that now only says something: the same type, one spent button.
 *
 * An update must bring all the parts its card type requires (docs/wecom-protocol.md 5.5, 6.3), so a vote shows a single
 * disabled option.
 */
export function sayingCard(type: CardType, { title, rest }: Words, task_id: string): TemplateCard {
  if (type === 'button_interaction') {
    return {
      card_type: type,
      main_title: mainTitle(title),
      ...(rest && { sub_title_text: shortened(rest, 112) }),
      button_list: [{ text: '知道了', style: 2, key: spentKey }],
      task_id,
    };
  }
  return {
    card_type: type,
    main_title: mainTitle(title, rest),
    checkbox: {
      question_key: 'said',
      mode: 0,
      disable: true,
      option_list: [{ id: 'said', text: '已收到', is_checked: true }],
    },
    submit_button: { text: '知道了', key: spentKey },
    task_id,
  };
}

interface Words {
  readonly title: string;
  readonly rest: string;
}

/** Words laid out on a card: the title up to a pause within its 26 characters, the rest below it. */
export function wordsForCard(text: string): Words {
  const trimmed = text.trim();
  const [first = '', ...others] = trimmed.split('\n');
  if ([...first].length <= 26) return { title: first, rest: others.join('\n').trim() };

  const head = [...first].slice(0, 26).join('');
  const pause = Math.max(...[...'，。；：！？'].map(sign => head.lastIndexOf(sign)));
  if (pause > 0) return { title: head.slice(0, pause + 1), rest: trimmed.slice(pause + 1).trim() };
  return { title: shortened(first, 26), rest: trimmed };
}

/** How many characters of text stand below the title of a card that only says something. */
export function roomBelowTitle(type: CardType): number {
  return type === 'button_interaction' ? 112 : 30;
}

function mainTitle(title: string, desc?: string): TemplateCard['main_title'] {
  return { title: line(title, 26), ...(desc && { desc: line(desc, 30) }) };
}

function factRows(facts: Card['facts'] = []): Pick<TemplateCard, 'horizontal_content_list'> {
  const rows = facts.map(({ name, value }) => ({ keyname: line(name, 5), value: line(value, 26) }));
  const named = rows.filter(row => row.keyname !== '').slice(0, 6);
  return named.length > 0 ? { horizontal_content_list: named } : {};
}

function line(text: string, max: number): string {
  return shortened(text.replaceAll(/\s+/g, ' ').trim(), max);
}

function allDifferent(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}
