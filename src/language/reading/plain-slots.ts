import { chooseAmount } from '../values/amounts.js';
import { numbered } from './moment.js';
import { receiptSlots, spendingSlots } from './rules-funds.js';
import { thingSlots } from './rules-goods.js';
import { labourSlots } from './rules-labour.js';
import { openSlots } from './rules-poll.js';
import { raisedSlots } from './rules-raise.js';
import { voteSlots } from './rules-vote.js';
import { acceptanceSlots, inspectionSlots, reportSlots } from './rules-works.js';
import type { Scene, Slots } from './scene.js';

/** What a message says, read by the intent that its words as a whole look like. */
export function plainSlots(intent: string, scene: Scene): Slots {
  const take = takers[intent];
  return take ? take(scene) : { no: numbered.test(intent) ? scene.no : undefined };
}

function sumSlots({ no, text, amounts }: Scene): Slots {
  const sum = chooseAmount(text, amounts);
  return { no, amount: sum?.kind === 'exact' ? sum.fen : undefined };
}

const takers: Readonly<Record<string, (scene: Scene) => Slots>> = {
  'pledge.money': sumSlots,
  'funds.receive': receiptSlots,
  'funds.spend': spendingSlots,
  'pledge.goods': thingSlots,
  'pledge.labour': labourSlots,
  'credit.redeem': scene => ({ ...thingSlots(scene), no: undefined }),
  'poll.vote': voteSlots,
  'poll.open': openSlots,
  'progress.report': reportSlots,
  'inspection.report': inspectionSlots,
  'project.accept': acceptanceSlots,
  'proposal.open': raisedSlots,
};
