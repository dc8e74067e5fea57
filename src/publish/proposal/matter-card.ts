import { plain } from '../../domain/plain-text.js';
import { isFor, type Step, type StepTaker } from '../../domain/step.js';
import type { Project } from '../../store/proposal/project.js';
import { type Card, mostButtons } from '../../talk/reply.js';

/**
 * What somebody can do about a matter now, as buttons; in the group what any household may do, for all of them see the card. Undefined
 * where there is nothing.
 */
export function matterCard(
  { id, no, title }: Pick<Project, 'id' | 'no' | 'title'>,
  { steps, member, isPrivate }: { steps: readonly Step[]; member: StepTaker; isPrivate: boolean },
): { readonly card?: Card } {
  const open = steps.filter(step => isTapped(step) && (isPrivate ? isFor(step.for, member) : isForAll(step)));
  if (open.length === 0) return {};
  const buttons = open
    .slice(0, mostButtons)
    .map(({ deed, slots, title: what }) => ({ text: shortened(what), style: 4 as const, intent: deed, slots }));
  return { card: { about: `matter-${id}`, title: `${no}号 ${plain(title, 20)}`, buttons, updates: 'presser' } };
}

/** What households are asked for, whichever they are: to second, to vote, to pledge, to rate. */
function isForAll({ for: by }: Step): boolean {
  return by.households !== undefined || by.roles?.includes('resident') === true;
}

/** What need not be done is typed: a tap takes nothing back. A rating is asked for though nobody has to give one. */
function isTapped({ optional, deed }: Step): boolean {
  return !optional || deed === 'project.rate';
}

/** `邻居附议，还差2户` on a button is 附议. */
function shortened(what: string): string {
  return (what.split(/[，（：]/u)[0] ?? what).replace(/^(?:邻居|自愿|给项目)/u, '');
}
