import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { AnyIntent } from '../intent.js';
import { isPicture } from '../sent/sent-photos.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** A longer title would make the question longer than the deed. */
const mostTitle = 14;

/**
 * The words of a deed to say yes to: always with the number of the matter and its title where that is short, with what a sum adds
 * to, and for who holds an office that it is a deed of the own household.
 */
export async function readBackWords(
  { unit, member }: Turn,
  intent: AnyIntent,
  { intent: name, slots }: Pick<Wish, 'intent' | 'slots'>,
): Promise<string | undefined> {
  const { no } = slots;
  const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
  // What an office says for another home adds nothing to its own.
  const isOwn = slots['beneficiary'] === undefined || member.roles.length === 0;
  const isAdding = name === 'pledge.money' && project && member.householdId !== null && isOwn && !slots['replaces'];
  const { promisedFen } = isAdding
    ? await unit.ledger.standingOf(project.id, member.householdId ?? 0)
    : { promisedFen: 0 };
  const what = intent.readBack?.(promisedFen > 0 ? { ...slots, adds: true } : slots);
  if (what === undefined) return undefined;
  const whole =
    promisedFen > 0 ? `，加上原来的${yuan(promisedFen)}一共${yuan(promisedFen + Number(slots['amount']))}` : '';
  const own =
    intent.binds === 'household' &&
    'no' in intent.slots &&
    member.roles.length > 0 &&
    slots['beneficiary'] === undefined
      ? '以您家名义'
      : '';
  return `${own}${titled(what, project)}${whole}`;
}

/** Asks for the photo that belongs to what is read back, where none came with the words; one that came is recorded with it. */
export function photoAsked({ takesPictures }: AnyIntent, { message }: Turn): string {
  const came = message.pictures.filter(isPicture).length;
  if (came === 0) return takesPictures === 'asked' ? '有照片现在就发来，会一起记上。' : '';
  return takesPictures ? `照片${came}张一起记下。` : '';
}

/** `给12号项目认捐200元` becomes `给12号「装路灯」认捐200元`. */
function titled(what: string, project: { readonly no: number; readonly title: string } | null): string {
  const title = project ? plain(project.title) : '';
  if (!project || title === '' || [...title].length > mostTitle) return what;
  const found = [...what.matchAll(numbered)].find(([, no]) => Number(no) === project.no);
  if (!found) return what;
  return `${what.slice(0, found.index)}${project.no}号「${title}」${what.slice(found.index + found[0].length)}`;
}

const numbered = /(?<!\d)(\d{1,7})号(?!楼)(?:项目)?(?!「)/gu;
