import type { About } from './posts.js';
import type { DisclosureKind } from './disclosure.js';
import type { FactName, Facts } from './facts.js';
import type { Project } from '../proposal/project.js';
import type { Unit } from '../engine/unit.js';

/** What is told about one project. */
export interface Notice {
  readonly project: Project;
  readonly kind: DisclosureKind;
  /** What it is told about, such as a due time: the same occasion is told once. */
  readonly occasion: string;
  /** Markdown in the markdown_v2 dialect, without the foot. */
  readonly text: string;
}

/** One thing that is said of a fact, and to whom. */
export type Saying =
  /** To everybody, in the group and on the board, with a number and a check code; the same occasion once. */
  | { readonly notice: Notice }
  /** Several of them in one post, with a foot below the last one; the pictures follow the words. */
  | { readonly notices: readonly Notice[]; readonly foot: string; readonly pictures?: readonly Buffer[] }
  /** To the group in passing; some may be called by it. */
  | { readonly group: string; readonly calls?: readonly string[] }
  /**
   * To some members in private: what it is about and until when it is true, or that it is a fact, however late it is read; what is urgent
   * is pushed at night too.
   */
  | {
      readonly members: readonly string[];
      readonly text: string;
      readonly about: About | 'plain fact';
      readonly isUrgent?: boolean;
    };

/** By whom and when a fact came to be, on which message, and where the board is. */
interface Telling {
  /** A userid, or `clock`. */
  readonly by: string;
  readonly now: Date;
  /** Empty for what the clock does. */
  readonly messageId: string;
  /** True where nobody but the speaker hears the answer: what is said in the group has been heard there. */
  readonly isPrivate: boolean;
  /** The address of the grid's notice board, or of one project on it. */
  boardUrl(no?: number): string;
}

/** What is said of a fact. It reads the record and changes nothing. */
export type Teller<F extends FactName> = (unit: Unit, fact: Facts[F], telling: Telling) => Promise<readonly Saying[]>;

/** The compiler asks for a teller as soon as there is a fact. */
export type Tellers = { readonly [F in FactName]: Teller<F> };
