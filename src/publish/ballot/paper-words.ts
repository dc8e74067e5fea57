import { placeWords } from '../../domain/masking.js';
import type { PaperBallot } from '../../store/ballot/paper-ballot.js';
import type { Unit } from '../../store/engine/unit.js';
import { sayChoice } from '../poll/poll-card.js';

/** What was entered of a paper, for whoever holds it against the picture: `2号楼1单元301，登记为“同意”`. */
export async function enteredWords(unit: Unit, { householdId, choice }: PaperBallot): Promise<string> {
  const household = await unit.members.household(householdId);
  return `${household ? placeWords(household) : ''}，登记为“${sayChoice(choice)}”`;
}
