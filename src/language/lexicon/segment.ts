import nodejieba from 'nodejieba';
import { lexiconPath } from './lexicon.js';

/** The only file that knows nodejieba. Its dictionary is the cut one that `dev/scripts/build-dictionary.mjs` makes. */
let isLoaded = false;

/** Loads the dictionary; the first segmentation does it otherwise. */
export function loadDictionary(): void {
  if (isLoaded) return;
  nodejieba.load({
    dict: lexiconPath('words.utf8'),
    idfDict: lexiconPath('weights.utf8'),
    userDict: lexiconPath('no-words.utf8'),
  });
  isLoaded = true;
}

/** The words of a sentence, in order. */
export function segment(text: string): string[] {
  loadDictionary();
  return nodejieba.cut(text);
}

/** The words that carry the sense of a text, each with its weight. */
export function keywords(text: string, most: number): { readonly word: string; readonly weight: number }[] {
  loadDictionary();
  return nodejieba.extract(text, most);
}
