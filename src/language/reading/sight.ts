import type { Scene } from './scene.js';
import { segment } from '../lexicon/segment.js';

/** A message as the learned reader sees it: the signs, with sums, numbers and addresses as one sign each, and the words. */
export interface Sight {
  readonly scene: Scene;
  /** As long as `scene.plain`: figures are 9, capitals small, marks and pauses one of `_` and `?`. */
  readonly signs: string;
  /** Where each word begins; one more for the end. */
  readonly cuts: readonly number[];
}

/** Longer messages are told by this much of them. */
export const longestSight = 320;

export function sightOf(scene: Scene): Sight {
  const signs = scene.plain
    .slice(0, longestSight)
    .toLowerCase()
    .replace(/\d/gu, '9')
    .replaceAll('¿', '₥')
    .replace(/[?？]/gu, '?')
    .replace(/[\s，,。.!！;；、~…:：'‘’()（）【】[\]《》\-—]/gu, '_')
    .replace(/["“”「」]/gu, '"');
  const cuts: number[] = [];
  let at = 0;
  for (const word of segment(signs)) {
    cuts.push(at);
    at += word.length;
  }
  cuts.push(at);
  return { scene, signs, cuts };
}
