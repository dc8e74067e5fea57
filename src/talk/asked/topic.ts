import type { Wish } from '../wish.js';
import type { Asked } from './asked.js';

/** Words to say, or what is to be looked up; null where there is nothing to say of it here and now. */
export type Told = string | Pick<Wish, 'intent' | 'slots'> | null;

/** Something that people ask: how they say it, and what they hear. An answer binds nobody and writes nothing. */
export interface Topic {
  /** The question in a few plain words, where two are near. */
  readonly title: string;
  /** As people say it, the matter left out. */
  readonly said: readonly string[];
  readonly answer: (asked: Asked) => Promise<Told>;
  /** Whole questions, the matter left out, that are this one whatever else they are like; some only behind a deed of that kind. */
  readonly exactly?: RegExp;
  readonly behind?: RegExp;
  /** The deeds behind which few words are most likely this question (哪天给答复 behind an objection). */
  readonly about?: RegExp;
  /** Where its words are used of much else: what a question has to say, or what was spoken of last, for it to be this one. */
  readonly needs?: RegExp;
}

/** A topic; its wordings stand one beside the other, with blanks between them. */
export function topic({
  said,
  answer,
  ...others
}: Omit<Topic, 'said' | 'answer'> & {
  readonly said: string;
  readonly answer: string | Topic['answer'];
}): Topic {
  return {
    ...others,
    said: said.trim().split(/\s+/u),
    answer: typeof answer === 'string' ? async () => answer : answer,
  };
}
