import type { Binds } from './decide.js';
import { readSentence } from './sentence.js';
import { bareOf, type Finding, type Scene } from './scene.js';

/** Finds the saying of a secretary that a message is, if it is one. */
export type Sayings = (scene: Scene, found: readonly Finding[]) => Finding | undefined;

/** How the reason of what was found by a saying begins. */
export const bySaying = 'saying:';

const wanting = /^(?:pledge\.(?:money|goods)|funds\.(?:receive|spend)|credit\.redeem|project|poll\.vote)/;

/** The sayings beside the intents, as the rules read them: a number or a sum in a saying stands for any. */
export function sayingsOf(
  phrases: Readonly<Record<string, readonly string[]>>,
  bindsOf: (intent: string) => Binds,
): Sayings {
  const intentOf = new Map<string, string>();
  const bareIntents = new Map<string, string | undefined>();
  for (const [intent, sayings] of Object.entries(phrases)) {
    for (const saying of sayings) {
      const { plain } = readSentence(saying);
      const bare = bareOf(plain).replaceAll('№', '');
      intentOf.set(wholeOf(plain), intent);
      // What two deeds are called without 我 or 请 (我有什么优惠, 有什么优惠) tells neither: there the whole words count.
      bareIntents.set(bare, bareIntents.has(bare) && bareIntents.get(bare) !== intent ? undefined : intent);
    }
  }
  return (scene, found) => {
    if (scene.noise || scene.plain.length > 60) return undefined;
    const intent = intentOf.get(wholeOf(scene.plain)) ?? bareIntents.get(scene.bare.replaceAll('№', ''));
    if (intent === undefined) return undefined;
    const known = found.find(finding => finding.intent === intent);
    // Asked, supposed or said in jest it is no deed; and without the thing it is about it is only a wish.
    if (bindsOf(intent) !== 'nobody' && (/[?？]/u.test(scene.plain) || scene.supposed || scene.jested))
      return undefined;
    const wished = known === undefined && wanting.test(intent);
    return {
      intent,
      score: wished ? 0.75 : Math.max(known?.score ?? 0, 0.95),
      why: `${bySaying}${intent}`,
      slots: known?.slots ?? { no: scene.no },
    };
  };
}

function wholeOf(plain: string): string {
  return plain.replaceAll(/[№\s，,。.!！?？]/gu, '');
}
