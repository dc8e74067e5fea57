import type { FundingTurn } from '../../domain/funds/ledger.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { disclose } from '../notice/disclose.js';

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
