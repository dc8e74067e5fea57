import { In, LessThan } from 'typeorm';
import { Callback } from '../engine/callback.js';
import { ChannelUse } from '../notice/channel-use.js';
import { JobRun } from '../engine/job-run.js';
import { Post } from '../notice/post.js';
import { Question } from '../question.js';
import { RosterDraft } from './roster-draft.js';
import type { Rows } from '../engine/rows.js';

const dayMs = 86_400_000;

/**
 * Forgets what is kept for a while only (docs/domain.md 14): answers to messages after 30 days, posts that are done with after 90,
 * questions that nobody answered, rosters that nobody said yes to, and what counted against a conversation's budget, after a day. The journal, the ledger, votes and disclosures stay: they are evidence.
 */
export async function forget({ manager, gridId }: Rows, now: Date): Promise<void> {
  const before = (days: number) => LessThan(new Date(now.getTime() - days * dayMs));
  await manager.delete(Callback, { at: before(30) });
  await manager.delete(JobRun, { finishedAt: before(30) });
  await manager.delete(ChannelUse, { at: before(1) });
  await manager.delete(Question, { gridId, askedAt: before(1) });
  await manager.delete(RosterDraft, { gridId, at: before(1) });
  const over = In<Post['state']>(['sent', 'merged', 'failed', 'unknown']);
  await manager.delete(Post, { gridId, state: over, dueAt: before(90) });
}
