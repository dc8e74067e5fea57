import { asks, clausesOf, jests, supposes, type Clause } from './cues.js';
import { readSentence, type Sentence } from './sentence.js';

export type Slots = Readonly<Record<string, unknown>>;

/** What a rule makes of a message: an intent, how sure it is, and by what it was decided. */
export interface Finding {
  readonly intent: string;
  readonly score: number;
  readonly why: string;
  readonly slots?: Slots;
  /** True when the moment itself makes it certain: an option that an open poll has, one's own last pledge. */
  readonly known?: boolean;
}

/** A message with what all the rules want to know of it. */
export interface Scene extends Sentence {
  readonly now: Date;
  readonly clauses: readonly Clause[];
  /** The words alone: no pauses, no padding at the ends. */
  readonly bare: string;
  readonly asked: boolean;
  readonly supposed: boolean;
  readonly jested: boolean;
}

export function sceneOf(text: string, now: Date): Scene {
  const sentence = readSentence(text);
  const { plain } = sentence;
  return Object.assign(sentence, {
    now,
    clauses: clausesOf(plain),
    bare: bareOf(plain),
    asked: asks(plain),
    supposed: supposes(plain),
    jested: sentence.laughs || jests(plain),
  });
}

const politeHead =
  /^(?:小助手|助手|小账本|机器人|管家|你好|您好|大家好|请问一?下?|问一?下|想问一?下?|麻烦你?|劳驾|请(?!问)|帮忙|帮我|帮俺|给我|给俺|给大伙|那个|这个|哎呀?|喂|嗨|诶|啊|呃|嗯+|我想|俺想|我要|俺要|我|俺|咱|来|能不能|可以|能|好的?|行|把|再|就)+/u;
const politeTail =
  /(?<!谢谢|多谢|辛苦|麻烦了|拜托|一哈|[下吧呗哈啊呀哦喔噢嘛了哟呦咯啦嘞呢👍])(?:谢谢你?|多谢|辛苦|麻烦了|拜托|一下|一哈|下|吧|呗|哈|啊|呀|哦|喔|噢|嘛|了|哟|呦|咯|啦|嘞|呢|👍)+$/u;

/** The sentence without pauses and padding, to be compared with sayings. */
export function bareOf(plain: string): string {
  const joined = plain.replace(/[\s，,。.!！?？;；、~…:"“”'‘’()（）【】[\]《》_\-—]+/gu, '');
  const head = joined.replace(politeHead, '');
  const bare = (head === '' ? joined : head).replace(politeTail, '');
  return bare === '' ? joined : bare;
}
