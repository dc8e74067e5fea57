import { yuan } from '../money.js';
import { plain } from '../plain-text.js';
import type { NotedForm } from './paper-form.js';

/**
 * What a household told by telephone, or ticked and wrote on a sheet: that it seconds, a sum, words against a plan, or points. A vote needs
 * the voter's own signature, and has a paper of its own.
 */
export interface Told {
  readonly no: number;
  readonly kind: NotedForm;
  readonly amountFen: number | null;
  /** Words of an objection, points of a rating. */
  readonly text: string | null;
}

/** `给1号出200元`, `对1号有不同意见“施工太吵”`. */
export function toldWords({ no, kind, amountFen, text }: Told): string {
  switch (kind) {
    case 'support':
      return `附议${no}号`;
    case 'rating':
      return `给${no}号打${text ?? ''}分`;
    case 'objection':
      return `对${no}号有不同意见“${plain(text ?? '', 60)}”`;
    default:
      return `给${no}号出${yuan(amountFen ?? 0)}`;
  }
}
