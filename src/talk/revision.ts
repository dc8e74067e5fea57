import type { Button, Card, Reply } from './reply.js';
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

/** An answer of which each button says which state of the matter it was made from, on its card and in its rows. */
export async function stamped(unit: Unit, reply: Reply): Promise<Reply> {
  const { card, answers } = reply;
  return {
    ...reply,
    ...(answers && { answers: await stampedButtons(unit, answers) }),
    ...(card && { card: await stampedCard(unit, card) }),
  };
}

async function stampedCard(unit: Unit, card: Card): Promise<Card> {
  const { buttons, choices } = card;
  return {
    ...card,
    ...(buttons && { buttons: await stampedButtons(unit, buttons) }),
    ...(choices && {
      choices: { ...choices, submit: { ...choices.submit, revision: await revisionOf(unit, choices.submit.slots) } },
    }),
  };
}

async function stampedButtons(unit: Unit, buttons: readonly Button[]): Promise<Button[]> {
  return Promise.all(buttons.map(async button => ({ ...button, revision: await revisionOf(unit, button.slots) })));
}
