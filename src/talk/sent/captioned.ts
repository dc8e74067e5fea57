import { findQuantities } from '../../language/values/quantity.js';
import type { Reply } from '../reply.js';
import { isPicture } from './sent-photos.js';
import { takePicture } from './sent-picture.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** A picture whose words are no deed (这是灯泡的发票) is kept as one sent alone, and its words are remembered beside it. */
export async function captionedPicture(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const picture = turn.message.pictures.find(isPicture);
  if (!picture || turn.message.chat.kind !== 'single') return null;
  parts.spoken.isUnheardAgain(turn, text);
  return takePicture(turn.unit, { ...turn, picture, intents: parts.intents });
}

const ofWhat =
  /(?:这|那)?(?:个|张)?(?:就)?是?(?<thing>[\p{Script=Han}A-Za-z]{1,12}?)的?(?:发票|收据|小票|单据|票据|凭据)/u;

/** 二十只，八百六 behind 这是灯泡的发票: a count without its thing is of what the picture was said to show. It is read back. */
export function withCaption(parts: Parts, turn: Turn, wish: Wish): Wish {
  const { purpose } = wish.slots;
  if (wish.intent !== 'spend.ask' || typeof purpose !== 'string') return wish;
  const [count = '', ...rest] = purpose.split('，');
  const [only] = findQuantities(count);
  if (!only || only.start > 0 || only.end < count.length) return wish;
  const thing = ofWhat.exec(parts.spoken.unheardText(turn) ?? '')?.groups?.['thing'];
  if (thing === undefined) return wish;
  return { ...wish, slots: { ...wish.slots, purpose: [`${thing}${count}`, ...rest].join('，') }, sure: false };
}
