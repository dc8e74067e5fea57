import { createHash } from 'node:crypto';
import { isTiedTo } from '../../domain/people/bond.js';
import { type RosterPlan, keyOf } from '../../domain/people/roster-plan.js';
import { Refusal } from '../../domain/refusal.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import type { RosterDraft } from '../../store/people/roster-draft.js';
import { RosterDrafts } from '../../store/people/roster-drafts.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Imported, importRoster, planRoster } from './import-roster.js';

type DraftLine = RosterDraft['lines'][number];

/** What a roster that was sent would change, and what of it the sender may not change. */
interface RosterPreview {
  readonly draft: RosterDraft;
  readonly plan: RosterPlan<DraftLine, Household>;
  /** Rows about the sender's own account or household: nobody decides whose home their own is (docs/domain.md 1.3). */
  readonly own: readonly DraftLine[];
}

/** Keeps a roster as it was sent, to be looked at; nothing is changed. */
export async function keepRosterDraft(
  unit: Unit,
  sent: { member: MemberView; lines: DraftLine[]; said: RosterDraft['said']; now: Date },
): Promise<RosterPreview> {
  const { member, lines, said, now } = sent;
  const { plan, own } = await planned(unit, member, lines);
  const sentNow = { by: member.userid, at: now, lines, said, seen: digestOf(plan) };
  const draft = await new RosterDrafts(unit.rows).add(sentNow);
  return { draft, plan, own };
}

/** A roster that the member has sent within a day, held against what is known now. */
export async function rosterPreview(unit: Unit, member: MemberView, no: number): Promise<RosterPreview> {
  const draft = await new RosterDrafts(unit.rows).of(member.userid, no);
  if (!draft) throw new Refusal('roster.gone', { roster: no });
  return { draft, ...(await planned(unit, member, draft.lines)) };
}

/** True when the sender was shown just this; otherwise it is remembered as shown. */
export async function isAsShown(unit: Unit, { draft, plan }: RosterPreview): Promise<boolean> {
  const seen = digestOf(plan);
  if (seen === draft.seen) return true;
  await new RosterDrafts(unit.rows).shown(draft, seen);
  return false;
}

/** Takes over what was shown, as one; the other secretaries are told. */
export async function takeRosterOver(
  unit: Unit,
  { draft, own }: RosterPreview,
  { member }: { member: MemberView },
): Promise<Imported> {
  const left = new Set(own.map(keyOf));
  const lines = draft.lines.filter(line => !left.has(keyOf(line)));
  const done = await importRoster(unit, lines);
  await new RosterDrafts(unit.rows).drop(draft);
  await unit.tell('people.roster-taken', { member, added: done.added, changed: done.changed });
  return done;
}

async function planned(
  unit: Unit,
  member: MemberView,
  lines: readonly DraftLine[],
): Promise<Pick<RosterPreview, 'plan' | 'own'>> {
  const whole = await planRoster(unit, lines);
  const isOwn = ({ old, line }: { old: Household | null; line: DraftLine }): boolean =>
    line.userids.includes(member.userid) || (old !== null && isTiedTo(member, old));
  const own = [...whole.added, ...whole.changed].filter(isOwn).map(({ line }) => line);
  const others = <One extends { old: Household | null; line: DraftLine }>(all: readonly One[]): One[] =>
    all.filter(one => !isOwn(one));
  const plan = {
    ...whole,
    added: others(whole.added),
    changed: others(whole.changed),
    movedOut: others(whole.movedOut),
  };
  return { plan, own };
}

function digestOf({ added, changed, movedOut, unnamed }: RosterPreview['plan']): string {
  const shown = [added, changed, movedOut, unnamed.map(({ id }) => id)];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
