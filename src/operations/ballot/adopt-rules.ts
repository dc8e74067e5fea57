import { strict as assert } from 'node:assert';
import type { SilentPolicy } from '../../domain/poll/owners-tally.js';
import type { RecordMode } from '../../domain/ballot/record-mode.js';
import type { AdoptedRule } from '../../store/ballot/adopted-rule.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Puts on record what the owners' assembly has adopted about silent votes and the form of ballots. Both depart from the
 * law's default only with the text that was adopted (docs/domain.md 7.5, 7.7); polls opened from now on keep it.
 */
export async function adoptRules(
  unit: Unit,
  { silence, recordMode, text }: { silence: SilentPolicy; recordMode: RecordMode; text: string },
): Promise<AdoptedRule> {
  assert(text.trim() !== '', 'an adopted rule has its text');
  const rule = await unit.papers.adopt({ silence, recordMode, text: text.trim(), at: unit.now });
  unit.journal.add('rules.adopt', { by: 'operator', facts: { silence, recordMode } });
  return rule;
}
