import { z } from 'zod';

/** Where a card arrives; what is allowed there differs (docs/wecom-protocol.md 6.1). */
type Channel = 'answer' | 'update' | 'webhook';

const interactive = ['button_interaction', 'vote_interaction', 'multiple_interaction'] as const;
const notices = ['text_notice', 'news_notice'] as const;

const key = bytes(1024);
const optionId = bytes(128);
const words = z.string().min(1);
const Link = {
  type: z.number().int(),
  url: z.string().optional(),
  appid: z.string().optional(),
  pagepath: z.string().optional(),
};
const Option = z.object({ id: optionId, text: words, is_checked: z.boolean().optional() });
const Selection = z.object({
  question_key: key,
  title: z.string().optional(),
  disable: z.boolean().optional(),
  selected_id: z.string().optional(),
  option_list: z.array(Option).min(1).max(10),
});

/** A template card with every hard rule of docs/wecom-protocol.md 6.3 and 6.4; what is merely too long is cut when shown. */
const Card = z.object({
  card_type: z.enum([...notices, ...interactive]),
  source: z
    .object({ icon_url: z.string().optional(), desc: z.string().optional(), desc_color: z.number().optional() })
    .optional(),
  main_title: z.object({ title: z.string().optional(), desc: z.string().optional() }).optional(),
  action_menu: z
    .object({
      desc: words,
      action_list: z
        .array(z.object({ text: words, key }))
        .min(1)
        .max(3),
    })
    .optional(),
  emphasis_content: z.object({ title: z.string().optional(), desc: z.string().optional() }).optional(),
  quote_area: z
    .object({ ...Link, type: z.number().optional(), title: z.string().optional(), quote_text: z.string().optional() })
    .optional(),
  sub_title_text: z.string().optional(),
  horizontal_content_list: z
    .array(
      z.object({
        ...Link,
        type: z.number().optional(),
        keyname: words,
        value: z.string().optional(),
        userid: z.string().optional(),
        media_id: z.string().optional(),
      }),
    )
    .max(6)
    .optional(),
  vertical_content_list: z
    .array(z.object({ title: words, desc: z.string().optional() }))
    .max(4)
    .optional(),
  jump_list: z
    .array(z.object({ ...Link, type: z.number().optional(), title: words, question: bytes(200).optional() }))
    .max(3)
    .optional(),
  card_image: z.object({ url: words, aspect_ratio: z.number().min(1.3).max(2.25).optional() }).optional(),
  image_text_area: z
    .object({ image_url: words, title: z.string().optional(), desc: z.string().optional(), url: z.string().optional() })
    .optional(),
  card_action: z.object(Link).optional(),
  button_selection: Selection.optional(),
  button_list: z
    .array(z.object({ text: words, style: z.number().int().min(1).max(4).optional(), key }))
    .min(1)
    .max(6)
    .optional(),
  checkbox: z
    .object({
      question_key: key,
      disable: z.boolean().optional(),
      mode: z.number().int().min(0).max(1).optional(),
      option_list: z.array(Option).min(1).max(20),
    })
    .optional(),
  select_list: z.array(Selection).min(1).max(3).optional(),
  submit_button: z.object({ text: words, key }).optional(),
  task_id: z
    .string()
    .regex(/^[\w@-]+$/)
    .max(128)
    .optional(),
  feedback: z.object({ id: bytes(256) }).optional(),
});

export type TemplateCard = z.infer<typeof Card>;

const required: Readonly<Record<TemplateCard['card_type'], readonly (keyof TemplateCard)[]>> = {
  text_notice: ['card_action'],
  news_notice: ['card_action', 'main_title'],
  button_interaction: ['main_title', 'button_list', 'task_id'],
  vote_interaction: ['main_title', 'checkbox', 'submit_button', 'task_id'],
  multiple_interaction: ['main_title', 'select_list', 'submit_button', 'task_id'],
};

/** What WeChat Work would say about a request it does not take. */
export interface Refusal {
  readonly errcode: number;
  readonly errmsg: string;
}

/** The card, or why it is refused. */
export function readCard(json: unknown, channel: Channel): { card: TemplateCard } | { refusal: Refusal } {
  const parsed = Card.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = ['template_card', ...(issue?.path ?? [])].join('.');
    return refused(`${place} ${issue?.message ?? 'invalid'}`);
  }

  const card = parsed.data;
  const fault = missing(card) ?? misplaced(card, channel) ?? repeated(card);
  return fault === undefined ? { card } : refused(fault);
}

function missing(card: TemplateCard): string | undefined {
  const lacking = required[card.card_type].find(field => card[field] === undefined);
  if (lacking) return `template_card.${lacking} is required for ${card.card_type}`;
  if (card.card_type === 'news_notice' && !card.card_image && !card.image_text_area)
    return 'card_image or image_text_area is required';
  if (card.card_type !== 'vote_interaction' && card.card_type !== 'multiple_interaction') {
    if (!card.main_title?.title && !card.sub_title_text) return 'main_title.title or sub_title_text is required';
  }
  if (card.action_menu && !card.task_id) return 'template_card.task_id is required with action_menu';
  return undefined;
}

function misplaced(card: TemplateCard, channel: Channel): string | undefined {
  const isNotice = notices.some(type => type === card.card_type);
  if (channel === 'webhook' && !isNotice) return `card_type ${card.card_type} cannot be sent by webhook`;
  const action = card.card_action?.type;
  if (isNotice && action !== 1 && action !== 2) return 'card_action.type must be 1 or 2';
  if (action === 1 && !card.card_action?.url) return 'card_action.url is required';
  const disabled =
    card.checkbox?.disable ?? card.button_selection?.disable ?? card.select_list?.some(({ disable }) => disable);
  if (disabled && channel !== 'update') return 'disable is only allowed in an update';
  return undefined;
}

function repeated(card: TemplateCard): string | undefined {
  const lists: Readonly<Record<string, readonly string[]>> = {
    'button_list.key': (card.button_list ?? []).map(button => button.key),
    'select_list.question_key': (card.select_list ?? []).map(select => select.question_key),
    'checkbox.option_list.id': (card.checkbox?.option_list ?? []).map(({ id }) => id),
    'button_selection.option_list.id': (card.button_selection?.option_list ?? []).map(({ id }) => id),
    'action_menu.action_list.key': (card.action_menu?.action_list ?? []).map(action => action.key),
  };
  const twice = Object.entries(lists).find(([, values]) => new Set(values).size < values.length);
  return twice && `template_card.${twice[0]} is repeated`;
}

function bytes(most: number) {
  return z
    .string()
    .min(1)
    .refine(text => Buffer.byteLength(text) <= most, `exceeds ${most} bytes`);
}

function refused(fault: string): { refusal: Refusal } {
  return { refusal: { errcode: 40058, errmsg: `${fault}. invalid Request Parameter` } };
}
