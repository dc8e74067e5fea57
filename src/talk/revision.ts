import type { Card, Reply } from './reply.js';
import type { Unit } from '../store/engine/unit.js';

/**
 * Which state of its matter a button hangs on: the newest poll of the number that it names, and the version of the plan. A press on
 * a card from before a new poll or another plan then does nothing. Empty for buttons that name no number.
 */
export async function revisionOf(unit: Unit, slots: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const no = slots['no'];
  if (typeof no !== 'number' || !Number.isSafeInteger(no)) return '';
  const [poll, project] = [await unit.polls.byNo(no), await unit.projects.byNo(no)];
  return `p${poll?.id ?? 0}v${project?.planVersion ?? 0}`;
}

/** An answer whose card says of each button which state of the matter it was made from. */
export async function stamped(unit: Unit, reply: Reply): Promise<Reply> {
  if (!reply.card) return reply;
  const { buttons, choices } = reply.card;
  const card: Card = {
    ...reply.card,
    ...(buttons && {
      buttons: await Promise.all(
        buttons.map(async button => ({ ...button, revision: await revisionOf(unit, button.slots) })),
      ),
    }),
    ...(choices && {
      choices: {
        ...choices,
        submit: { ...choices.submit, revision: await revisionOf(unit, choices.submit.slots) },
      },
    }),
  };
  return { ...reply, card };
}
