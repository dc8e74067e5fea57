import type { TemplateCard } from './card-rules.js';
import type { Entry } from './chat-log.js';

export interface PressChoice {
  readonly key: string;
  /** The chosen options of each question of the card. */
  readonly selected: Readonly<Record<string, readonly string[]>>;
}

/** A press that the card, as this member sees it, does not offer; the message says why. */
export class BadPress extends Error {
  override readonly name = 'BadPress';
}

/** The card as a member sees it now. */
export function faceFor({ content }: Entry, userid: string): TemplateCard | undefined {
  if (content.kind !== 'answer') return undefined;
  return content.faces?.[userid] ?? content.faces?.['*'] ?? content.card;
}

/** The card that is pressed, if it offers this. */
export function checkPress(entry: Entry, userid: string, { key, selected }: PressChoice): TemplateCard {
  const card = faceFor(entry, userid);
  if (!card) throw new BadPress('这条消息没有可以点的卡片。');

  const menu = (card.action_menu?.action_list ?? []).some(action => action.key === key);
  const button = (card.button_list ?? []).some(one => one.key === key);
  if (!menu && !button && card.submit_button?.key !== key) throw new BadPress('卡片上没有这个按钮。');
  const asked = menu ? [] : questionsOf(card);
  const unknown = Object.keys(selected).find(question => !asked.some(one => one.key === question));
  if (unknown !== undefined) throw new BadPress('卡片上没有这个问题。');
  for (const question of asked) checkChoice(question, selected[question.key] ?? []);
  return card;
}

interface Question {
  readonly key: string;
  readonly many: boolean;
  readonly disabled: boolean;
  readonly ids: readonly string[];
}

function checkChoice({ ids, many, disabled }: Question, chosen: readonly string[]): void {
  if (disabled) throw new BadPress('这张卡片已经不能再选了。');
  if (chosen.length === 0) throw new BadPress('请先选一项，再提交。');
  if (chosen.length > 1 && !many) throw new BadPress('这里只能选一项。');
  if (chosen.some(id => !ids.includes(id)) || new Set(chosen).size < chosen.length)
    throw new BadPress('卡片上没有这个选项。');
}

function questionsOf(card: TemplateCard): Question[] {
  const selects = [...(card.button_selection ? [card.button_selection] : []), ...(card.select_list ?? [])];
  const dropdowns = selects.map(select => ({
    key: select.question_key,
    many: false,
    disabled: select.disable ?? false,
    ids: select.option_list.map(({ id }) => id),
  }));
  if (!card.checkbox) return dropdowns;
  const { question_key: key, mode, disable, option_list } = card.checkbox;
  return [...dropdowns, { key, many: mode === 1, disabled: disable ?? false, ids: option_list.map(({ id }) => id) }];
}
