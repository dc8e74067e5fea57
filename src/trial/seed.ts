import { changeGrid, createGrid } from '../operations/people/set-up-grid.js';
import { byOperator } from '../process/commands/by-operator.js';
import type { Store } from '../store/engine/store.js';
import type { Unit } from '../store/engine/unit.js';
import { type SampleOutsider, type SampleResident, sample, sampleResidents } from './sample-grid.js';

/**
 * Fills an empty record with the sample grid: 118 households, one bound member each, every role held. Else does nothing. The homes of
 * outsiders stand in it without a member: they come in by their own doors.
 */
export async function seedTrial(
  store: Store,
  now: Date,
  residents: readonly SampleResident[] = sampleResidents(),
  outsiders: readonly SampleOutsider[] = [],
): Promise<void> {
  await store.inUnit(async open => {
    if ((await open.grids.all()).length > 0) return;
    const { code, name, community, webhookKey } = sample;
    const unit = await createGrid(open, { code, name, community, now });
    if (!unit) return;
    await changeGrid(unit, { webhookKey });
    await unit.members.bindChat(sample.chatId, now);
    for (const resident of residents) await settle(unit, resident, now);
    for (const outsider of outsiders) await unit.members.keepHousehold(homeOf(unit, outsider, []));
    const added = residents.length + outsiders.length;
    unit.journal.add('roster.import', { facts: { added } });
  }, byOperator(now));
}

async function settle(unit: Unit, resident: SampleResident, now: Date): Promise<void> {
  const { userid, name, roles } = resident;
  const gridId = unit.grid.id;
  const household = await unit.members.keepHousehold(homeOf(unit, resident, [userid]));
  // In the sample everybody has said that they take part in points.
  const bound = { householdId: household.id, boundAt: now, creditSince: now };
  await unit.members.keep({ gridId, userid, name, ...bound });
  for (const role of roles) await unit.members.giveRole({ gridId, userid, ...role, givenAt: now });
}

function homeOf(
  { grid }: Unit,
  { name, building, unit, room, areaCentiM2 }: Omit<SampleResident, 'userid' | 'roles'>,
  userids: string[],
) {
  return { gridId: grid.id, building, unit, room, areaCentiM2, owners: [name], userids, phone: null };
}
