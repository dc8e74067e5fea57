import { draftDeeds } from '../domain/plan/draft.js';
import { planOpen } from '../domain/lifecycle.js';
import { may } from '../domain/permissions.js';
import { planDraft } from '../operations/plan/plan-draft.js';
import { draftCard, draftLine } from '../publish/plan/draft-words.js';
import { isFromPage } from './message.js';
import type { Reply } from './reply.js';
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
