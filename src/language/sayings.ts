import { readSentence } from './sentence.js';
import { bareOf, type Finding, type Scene } from './scene.js';

/** Finds the saying of a secretary that a message is, if it is one. */
export type Sayings = (scene: Scene, found: readonly Finding[]) => Finding | undefined;

/** The sayings beside the intents, as the rules read them: a number or a sum in a saying stands for any. */
export function sayingsOf(phrases: Readonly<Record<string, readonly string[]>>): Sayings {
  const intentOf = new Map<string, string>();
  for (const [intent, sayings] of Object.entries(phrases)) {
    for (const saying of sayings) {
      const { plain } = readSentence(saying);
      intentOf.set(keyOf(plain), intent);
    }
  }
  return (scene, found) => {
    if (scene.noise || scene.plain.length > 60) return undefined;
    const intent = intentOf.get(keyOf(scene.plain)) ?? intentOf.get(keyOf(scene.bare));
    if (intent === undefined) return undefined;
    const known = found.find(finding => finding.intent === intent);
    return { intent, score: Math.max(known?.score ?? 0, 0.95), why: `saying:${intent}`, slots: known?.slots ?? { no: scene.no } };
  };
}

function keyOf(plain: string): string {
  return bareOf(plain).replaceAll('№', '');
}
