import { onlyOne } from '../../domain/only-one.js';
import { plain } from '../../domain/plain-text.js';
import { may } from '../../domain/permissions.js';
import type { Project } from '../../store/proposal/project.js';
import { type AnyIntent, projectNo } from '../intent.js';
import { isFromPage } from '../message.js';
import { missingSlot } from '../question/lacking.js';
import type { Choice } from '../question/taps.js';
import { rehearsed } from '../rehearsal.js';
import { mostOnButton } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, type Wish } from '../wish.js';

/** Of more matters than this a list helps nobody, and trying each of them takes long. */
const most = 12;

/** A wish with the matter that it is about; where several can be meant, those to choose from. */
export interface OfMatter {
  readonly wish: Wish;
  readonly several?: readonly Project[];
}

/**
 * A deed that lacks the number of its matter is about the only one under way for which this speaker can do it. What binds somebody is then
 * read back with that number. Where it can be done for several, or for none, those are offered by name.
 */
export async function whichMatter(parts: Parts, turn: Turn, wish: Wish, intent: AnyIntent): Promise<OfMatter> {
  const kind = intent.slots['no'];
  // 几号任务 and 几号志愿活动 ask for no matter.
  const isMatter = kind?.ask === projectNo.ask;
  const isLacking = isMatter && !kind.optional && kind.accept(wish.slots['no']) === undefined;
  if (!isLacking || wish.slots['no'] !== undefined || isFromPage(turn.message.body)) return { wish };
  const underWay = (await turn.unit.projects.underWay()).toSorted((one, other) => one.no - other.no);
  const possible = underWay.length > 1 ? await possibleFor(parts, turn, { wish, intent, underWay }) : underWay;
  // 那啥时候能完 asks of what was just spoken of, and 出半天工吧 is for it.
  const isTried = intent.binds !== 'household' || possible !== underWay;
  const last =
    intent.binds === 'nobody' ? parts.spoken.last(turn)?.no : isTried ? parts.spoken.own(turn)?.no : undefined;
  const only = onlyOne(possible) ?? possible.find(({ no }) => no === last);
  if (only) return { wish: withMatter(wish, intent, only.no) };
  const offered = possible.length > 0 ? possible : underWay;
  return offered.length === 0 || offered.length > most ? { wish } : { wish, several: offered };
}

interface Trying {
  readonly wish: Wish;
  readonly intent: AnyIntent;
  readonly underWay: readonly Project[];
}

/** Those matters for which the deed would not be refused; what still lacks more than the number is not tried, its handler relies on it. */
async function possibleFor(parts: Parts, turn: Turn, { wish, intent, underWay }: Trying): Promise<readonly Project[]> {
  if (underWay.length > most) return underWay;
  const found: Project[] = [];
  for (const project of underWay) {
    const tried = { ...wish, slots: { ...wish.slots, no: project.no } };
    if (missingSlot(parts, intent, { slots: tried.slots, text: '', now: turn.now })) return underWay;
    if ((await rehearsed(parts, turn, tried, intent)).refused === undefined) found.push(project);
  }
  return found;
}

function withMatter(wish: Wish, { binds }: AnyIntent, no: number): Wish {
  const slots = { ...wish.slots, no };
  return binds === 'nobody' ? { ...wish, slots } : { ...wish, slots: { ...slots, ...loosely }, sure: false };
}

/** 余款转给维修资金: the form of an office's deed but for the number of its matter. Null for all else. */
export function withoutNumber({ intents, fixedForm }: Parts, { member }: Turn, text: string): Wish | null {
  const form = /^[\s\d]/u.test(text) ? null : fixedForm(`1号${text}`);
  const definition = form && intents.get(form.intent);
  if (!definition || form.slots['no'] === undefined || isOfNeighbours(definition)) return null;
  const { no: _, ...slots } = form.slots;
  return may(member, definition.permission) ? { ...form, slots, sure: false } : null;
}

/** What binds nobody or the own household has ways of its own to be said in few words. */
function isOfNeighbours({ binds }: AnyIntent): boolean {
  return binds === 'nobody' || binds === 'household';
}

/** The question for a number, with the matters to choose from: a line each with the whole name, and a button as far as it holds. */
export function namedIn(question: string, matters: readonly Pick<Project, 'no' | 'title'>[]): Named {
  return {
    question: [question, ...matters.map(({ no, title }) => `${no}号 ${plain(title, 40)}`)].join('\n'),
    choices: matters.map(({ no, title }) => [no, `${no}号${plain(title, mostOnButton - `${no}号`.length)}`]),
  };
}

interface Named {
  readonly question: string;
  readonly choices: readonly Choice[];
}
