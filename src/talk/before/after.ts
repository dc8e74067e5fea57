import { draftDeeds } from '../../domain/plan/draft.js';
import { planOpen } from '../../domain/lifecycle.js';
import { may } from '../../domain/permissions.js';
import { stepWords } from '../../domain/next-words.js';
import { isFor } from '../../domain/step.js';
import { nextOf } from '../../operations/next-steps.js';
import { planDraft } from '../../operations/plan/plan-draft.js';
import { named } from '../../publish/named-buttons.js';
import { draftCard, draftLine } from '../../publish/plan/draft-words.js';
import type { AnyIntent } from '../intent.js';
import { isFromPage } from '../message.js';
import { mostButtons, type Reply } from '../reply.js';
import type { Turn } from '../turn.js';

/** In private, after a part of a plan was given: how far the plan is, with the card that gives the next part. */
export async function withDraft(
  { unit, member, message }: Turn,
  reply: Reply,
  { intent, slots }: { readonly intent: string; readonly slots: Readonly<Record<string, unknown>> },
): Promise<Reply> {
  const isChat = message.chat.kind === 'single' && !isFromPage(message.body);
  if (!isChat || reply.card || !draftDeeds.has(intent) || !may(member, 'plan.publish')) return reply;
  const project = typeof slots['no'] === 'number' ? await unit.projects.byNo(slots['no']) : null;
  // What is on display has to be published anew, as the answer says.
  if (!project || project.state === 'plan_published' || !planOpen.includes(project.state)) return reply;
  const parts = await planDraft(unit, project, unit.now);
  // A class ends the step before and says itself what comes next.
  const line = intent === 'proposal.classify' ? '' : draftLine(project, parts);
  const card = draftCard(project, parts);
  return { ...reply, text: `${reply.text}\n${line}`.trim(), card, answers: card.buttons };
}

interface Done {
  readonly intent: Pick<AnyIntent, 'binds'>;
  readonly no: unknown;
  readonly slots: Readonly<Record<string, unknown>>;
}

/** In private, after an office did its part of a matter: what waits for the same person in it now, a button each. */
export async function withNextSteps(
  { unit, member, message, now }: Turn,
  reply: Reply,
  { intent: { binds }, no, slots: { request } }: Done,
): Promise<Reply> {
  const isOpen = message.chat.kind === 'single' && !isFromPage(message.body) && !reply.card && !reply.offers;
  // A neighbour is asked for little, and votes and pledges are never pressed for.
  if (!isOpen || binds === 'nobody' || member.roles.length === 0) return reply;
  // A payment is called by its own number.
  const paid = typeof request === 'number' ? await unit.spending.byNo(request) : null;
  const project = paid
    ? await unit.projects.byId(paid.projectId)
    : typeof no === 'number'
      ? await unit.projects.byNo(no)
      : null;
  const { steps } = project ? await nextOf(unit, project, now) : { steps: [] };
  const own = steps.filter(step => !step.optional && !step.isFree && !step.for.households && isFor(step.for, member));
  if (!project || own.length === 0) return reply;
  const shown = own.slice(0, mostButtons).map(step => ({ ...step, words: stepWords(step, now) }));
  const { buttons, facts } = named(
    shown.map(({ deed: intent, slots, title, words }) => ({ intent, slots, title, words })),
  );
  const desc = own.length > shown.length ? { desc: `先列${shown.length}件，其余发送“待办”看` } : {};
  const card = {
    about: `next-${project.id}`,
    title: `${project.no}号接下来等您办的，点一下就行`,
    ...desc,
    ...(facts && { facts }),
    buttons,
  };
  return { ...reply, card, answers: shown.map(({ deed: intent, slots, words: text }) => ({ text, intent, slots })) };
}
