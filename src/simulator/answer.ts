import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Refusal, type TemplateCard, readCard } from './card-rules.js';
import { imageType } from './image-kind.js';

/** What the bot is answering. */
export type Trigger =
  | { readonly kind: 'message' }
  | { readonly kind: 'refresh'; readonly streamId: string }
  | { readonly kind: 'enter' }
  | { readonly kind: 'press'; readonly taskId: string };

export interface Stream {
  readonly id: string;
  readonly finish: boolean;
  readonly content: string;
  readonly pictures: readonly Buffer[];
}

export type Answer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'said'; readonly stream?: Stream; readonly card?: TemplateCard }
  | { readonly kind: 'welcome'; readonly text?: string; readonly card?: TemplateCard }
  | { readonly kind: 'update'; readonly card: TemplateCard; readonly userids?: readonly string[] };

/** An answer that WeChat Work would not take. */
export class RefusedAnswer extends Error {
  override readonly name = 'RefusedAnswer';
  readonly errcode: number;

  constructor({ errcode, errmsg }: Refusal) {
    super(errmsg);
    this.errcode = errcode;
  }
}

const Pictured = z.object({ msgtype: z.literal('image'), image: z.object({ base64: z.string(), md5: z.string() }) });
const Streamed = z.object({
  id: z.string().min(1),
  finish: z.boolean().default(false),
  content: z.string().default(''),
  msg_item: z.array(Pictured).default([]),
});
const Kind = z.object({ msgtype: z.string().optional(), response_type: z.string().optional() });

const allowed: Readonly<Record<Trigger['kind'], readonly string[]>> = {
  message: ['stream', 'template_card', 'stream_with_template_card'],
  refresh: ['stream', 'stream_with_template_card'],
  enter: ['text', 'template_card'],
  press: ['update_template_card'],
};
const streamMaxBytes = 20_480;
const pictureMaxBytes = 10 * 1024 * 1024;

/** Reads a decrypted answer; what may answer what is the table of docs/wecom-protocol.md 5.0. Throws a `RefusedAnswer`. */
export function readAnswer(text: string, trigger: Trigger): Answer {
  if (text === '') return { kind: 'nothing' };
  const json = parsed(text);
  if (typeof json === 'object' && json !== null && Object.keys(json).length === 0) return { kind: 'nothing' };

  const { msgtype, response_type } = read(Kind, json, 'body');
  const kind = (trigger.kind === 'press' ? response_type : msgtype) ?? msgtype ?? response_type ?? '';
  if (!allowed[trigger.kind].includes(kind)) {
    throw new RefusedAnswer({
      errcode: 40008,
      errmsg: `invalid message type: ${kind || 'none'} cannot answer ${trigger.kind}`,
    });
  }
  if (kind === 'update_template_card') return update(json, trigger);
  if (kind === 'text') return { kind: 'welcome', text: read(Welcome, json, 'text').text.content };
  const card = kind === 'stream' ? undefined : cardIn(json, 'answer');
  if (trigger.kind === 'enter') return { kind: 'welcome', card };
  return { kind: 'said', stream: kind === 'template_card' ? undefined : streamIn(json, trigger), card };
}

const Welcome = z.object({ text: z.object({ content: z.string().min(1) }) });
const Update = z.object({ userids: z.array(z.string()).optional() });

function update(json: unknown, trigger: Trigger): Answer {
  const card = cardIn(json, 'update');
  if (trigger.kind === 'press' && card.task_id !== trigger.taskId) {
    throw new RefusedAnswer({
      errcode: 40058,
      errmsg: 'template_card.task_id differs from the pressed card. invalid Request Parameter',
    });
  }
  return { kind: 'update', card, userids: read(Update, json, 'userids').userids };
}

function streamIn(json: unknown, trigger: Trigger): Stream {
  const { stream } = read(z.object({ stream: Streamed }), json, 'stream');
  if (trigger.kind === 'refresh' && stream.id !== trigger.streamId) refuse('stream.id differs from the refreshed one');
  if (Buffer.byteLength(stream.content) > streamMaxBytes) refuse(`stream.content exceed max length ${streamMaxBytes}`);
  if (stream.msg_item.length > 0 && !stream.finish) refuse('stream.msg_item is only allowed with finish');
  if (stream.msg_item.length > 10) refuse('stream.msg_item exceed max size 10');
  return { ...stream, pictures: stream.msg_item.map(({ image }) => picture(image)) };
}

/** The bytes of a picture that may be shown: base64, JPG or PNG, not too large, and with the right md5. */
function picture({ base64, md5 }: { base64: string; md5: string }): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  const right = createHash('md5').update(bytes).digest('hex') === md5;
  if (!right || !imageType(bytes) || bytes.length > pictureMaxBytes) {
    throw new RefusedAnswer({ errcode: 40123, errmsg: 'invalid image content' });
  }
  return bytes;
}

function cardIn(json: unknown, channel: 'answer' | 'update'): TemplateCard {
  const { template_card } = read(z.object({ template_card: z.unknown() }), json, 'template_card');
  const found = readCard(template_card, channel);
  if ('refusal' in found) throw new RefusedAnswer(found.refusal);
  return found.card;
}

function read<T extends z.ZodType>(shape: T, json: unknown, place: string): z.infer<T> {
  const result = shape.safeParse(json);
  if (!result.success) refuse(`${place}: ${result.error.issues[0]?.message ?? 'invalid'}`);
  return result.data;
}

function refuse(fault: string): never {
  throw new RefusedAnswer({ errcode: 40058, errmsg: `${fault}. invalid Request Parameter` });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedAnswer({ errcode: 40058, errmsg: 'the answer is not JSON. invalid Request Parameter' });
  }
}
