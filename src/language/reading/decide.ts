import { readMood, type MoodKind, type MoodSpan } from '../values/mood.js';
import { readValues } from '../values/read-values.js';
import { readAmount } from '../values/amounts.js';
import type { Filled } from './fill.js';
import type { Reading } from './model.js';
import type { Scene } from './scene.js';

/** Whom a deed binds: nobody (it only shows), the own household, an office and its books, or the whole grid in public. */
export type Binds = 'nobody' | 'household' | 'office' | 'public';

/** Below this the bot asks before it does anything. */
export const sure = 0.8;
const asking = 0.79;

/**
 * How much of the evidence a reading needs before it is done unasked. Set on writers left out: a step up asks more people
 * again, a step down books what nobody meant. `moody` holds where the sentence is coloured by a mood that weakens it.
 */
export const needed: Readonly<Record<Binds, { readonly plain: number; readonly moody: number }>> = {
  nobody: { plain: 0.4, moody: 0.4 },
  household: { plain: 0.85, moody: 0.985 },
  office: { plain: 0.82, moody: 0.99 },
  public: { plain: 0.85, moody: 0.99 },
};

/** What others still look at before it counts: a matter that wants seconding, a binding that a leader confirms. */
const looked: Readonly<Record<string, { readonly plain: number; readonly moody: number }>> = {
  'proposal.open': { plain: 0.5, moody: 0.9 },
  'member.bind': { plain: 0.5, moody: 0.9 },
  // A payment has to match what was approved.
  'funds.spend': { plain: 0.5, moody: 0.99 },
};

/** These are never the speaker's own deed here and now, whatever the words look like. */
const never: readonly MoodKind[] = ['forwarded', 'quoted', 'joking'];
const weakening: readonly MoodKind[] = ['reported', 'onBehalf', 'asked', 'hedged', 'conditional', 'past', 'denied'];
/** Deeds that are said with a no: 反对, 取消, 不合格. */
const saysNo =
  /^(?:poll\.vote|pledge\.cancel|project\.(?:accept|cancel)|proposal\.withdraw|poll\.undo|pledge\.quiet|credit\.(?:leave|cancel)|objection|paper\.|works\.stop|finding|inspection)/;

/** Deeds that tell of others, or of what was done. */
const tells = /^(?:funds\.|progress\.report|inspection\.report|meeting\.|paper\.|poll\.deliver)/;

/** What speaks against doing a deed unasked. */
export function doubts(reading: Reading, filled: Filled, scene: Scene, binds: Binds): string[] {
  if (binds === 'nobody') return [];
  // What is told to all may tell of anything behind its colon; how the deed is meant stands before it.
  const mood = readMood(
    binds === 'household' ? scene.said : (/^[^:：]{2,30}(?=[:：])/u.exec(scene.said)?.[0] ?? scene.said),
  );
  const found: string[] = [];
  for (const kind of never) if (mood.some(each => each.kind === kind)) found.push(kind);
  if (filled.unread.length > 0) found.push(`unread ${filled.unread.join(' ')}`);
  found.push(...lacking(reading.intent, filled, scene));
  const { plain, moody } = looked[reading.intent] ?? needed[binds];
  const weak = weakened(mood, reading.intent);
  if (reading.share < (weak.length > 0 ? moody : plain)) found.push(weak.length > 0 ? weak.join(' ') : 'not sure');
  return found;
}

function weakened(mood: readonly MoodSpan[], intent: string): string[] {
  return weakening.filter(
    kind =>
      !(kind === 'denied' && saysNo.test(intent)) &&
      // Who keeps the books tells what others did.
      !(tells.test(intent) && (kind === 'onBehalf' || kind === 'reported' || kind === 'past')) &&
      mood.some(each => each.kind === kind),
  );
}

/** Signs of code, and those that turn the direction of writing: nobody types them to promise something. */
const strange = /[|\\^*${}<>`\u202a-\u202e\u2066-\u2069]/u;

/** What people spend on themselves. */
const personal =
  /的[^，。]{0,6}(?:鞋|衣|手机|菜|票|裤|包)|外卖|打车|买菜|网购|淘宝|拼多多|美容|理发|看病|挂号|加油|话费|孩子|聚餐|房租/u;

/** What the deed is about was not said in so many words, or said with a figure that names no one sum. */
function lacking(intent: string, { slots }: Filled, { said, amounts, text, now }: Scene): string[] {
  if (strange.test(said)) return ['strange signs'];
  if (/^(?:pledge\.money|funds\.(?:receive|spend))$/.test(intent)) {
    const whole = readAmount(text);
    if (slots['amount'] === undefined) return ['no sum'];
    if (amounts.some(({ kind }) => kind !== 'exact') || (whole.kind !== 'exact' && amounts.length === 1))
      return ['the sum is not exact'];
    if (intent === 'pledge.money' && readValues(said, now).some(({ kind }) => kind === 'number'))
      return ['a figure is unexplained'];
    if (
      new Set(amounts.filter(({ named, fen }) => named || fen >= 2000).map(({ fen }) => fen)).size > 1 &&
      !/不是.*是|改|更正/u.test(text)
    )
      return ['several sums'];
  }
  if (intent === 'funds.spend' && personal.test(text)) return ['a household’s own spending'];
  if (intent === 'poll.vote' && slots['choice'] === undefined) return ['no choice'];
  if (
    intent === 'poll.vote' &&
    /(?:不同意|反对|不赞成).*(?:同意|赞成|支持)|(?:同意|赞成|支持).*(?:反对|不同意|不赞成)/u.test(
      said.replaceAll('不同意', '反对').replace(/反对(?=票)/u, '反对'),
    )
  )
    return ['two choices'];
  return [];
}

/** How sure the bot is, by what speaks against it. */
export function confidenceOf({ share }: Reading, against: readonly string[]): number {
  return against.length > 0 ? Math.min(share, asking) : Math.max(share, sure);
}
