import { draftDeeds } from '../domain/plan/draft.js';
import { planOpen } from '../domain/lifecycle.js';
import { may } from '../domain/permissions.js';
import { isFor } from '../domain/step.js';
import { nextOf } from '../operations/next-steps.js';
import { planDraft } from '../operations/plan/plan-draft.js';
import { draftCard, draftLine } from '../publish/plan/draft-words.js';
import type { AnyIntent } from './intent.js';
import { isFromPage } from './message.js';
import { mostButtons, type Reply } from './reply.js';
import type { Turn } from './turn.js';

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
  const parts = await planDraft(unit, project);
  // A class ends the step before and says itself what comes next.
  const line = intent === 'proposal.classify' ? '' : draftLine(project, parts);
  const card = draftCard(project, parts);
  return { ...reply, text: `${reply.text}\n${line}`.trim(), card, answers: card.buttons };
}

/** In private, after an office did its part of a matter: what waits for the same person in it now, a button each. */
export async function withNextSteps(
  { unit, member, message, now }: Turn,
  reply: Reply,
  { intent: { binds }, no }: { readonly intent: Pick<AnyIntent, 'binds'>; readonly no: unknown },
): Promise<Reply> {
  const isOpen = message.chat.kind === 'single' && !isFromPage(message.body) && !reply.card && !reply.offers;
  // A neighbour is asked for little, and votes and pledges are never pressed for.
  if (!isOpen || binds === 'nobody' || member.roles.length === 0 || typeof no !== 'number') return reply;
  const project = await unit.projects.byNo(no);
  const { steps } = project ? await nextOf(unit, project, now) : { steps: [] };
  const own = steps.filter(step => !step.optional && !step.isFree && !step.for.households && isFor(step.for, member));
  if (!project || own.length === 0) return reply;
  const buttons = own.slice(0, mostButtons).map(({ deed, slots, title }) => ({ text: title, intent: deed, slots }));
  const card = { about: `next-${project.id}`, title: `${no}号接下来等您办的，点一下就行`, buttons };
  return { ...reply, card, answers: buttons };
}
