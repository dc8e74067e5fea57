import type { FundingTurn } from '../domain/ledger.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';
import { disclose } from './disclose.js';

export interface Turn {
  readonly project: Project;
  readonly turn: FundingTurn;
  readonly text: string;
  readonly boardUrl: string;
  readonly by: string;
  readonly now: Date;
  readonly messageId: string;
}

/** Tells the group that a project's promises cover it, no longer do, or that its money is there. */
export async function announceFunding(
  unit: Unit,
  { project, turn, text, boardUrl, by, now, messageId }: Turn,
): Promise<void> {
  await disclose(unit, {
    project,
    kind: 'funds',
    occasion: `${turn} ${messageId}`,
    text,
    boardUrl,
    by,
    now,
    messageId,
  });
}
