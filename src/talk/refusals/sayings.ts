import type { RefusalCode, RefusalDetails } from '../../domain/refusal.js';
import { plain } from '../../domain/plain-text.js';

/** How each refusal is said. A saying tells what to do next. */
export type Sayings = { [C in RefusalCode]: (details: RefusalDetails[C]) => string };

export function listed(choices: readonly { readonly no: number; readonly title: string }[]): string {
  return choices.map(({ no, title }) => `${no}号 ${plain(title, 30)}`).join('\n');
}
