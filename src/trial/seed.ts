import { changeGrid, createGrid } from '../operations/people/set-up-grid.js';
import { byOperator } from '../process/commands/by-operator.js';
import type { Store } from '../store/engine/store.js';
import type { Unit } from '../store/engine/unit.js';
import { type SampleResident, sample, sampleResidents } from './sample-grid.js';

/** Fills an empty record with the sample grid: 118 households, one bound member each, every role held. Else does nothing. */
export async function seedTrial(
  store: Store,
  now: Date,
  residents: readonly SampleResident[] = sampleResidents(),
): Promise<void> {
  await store.inUnit(async open => {
    if ((await open.grids.all()).length > 0) return;
    const { code, name, community, webhookKey } = sample;
    const unit = await createGrid(open, { code, name, community, now });
    if (!unit) return;
    await changeGrid(unit, { webhookKey });
    await unit.members.bindChat(sample.chatId, now);
    for (const resident of residents) await settle(unit, resident, now);
    unit.journal.add('roster.import', { facts: { added: residents.length } });
  }, byOperator(now));
}

async function settle(unit: Unit, resident: SampleResident, now: Date): Promise<void> {
  const { userid, name, building, unit: entrance, room, areaCentiM2, roles } = resident;
  const gridId = unit.grid.id;
  const place = { building, unit: entrance, room, areaCentiM2 };
  const household = await unit.members.keepHousehold({
    ...place,
    gridId,
    owners: [name],
    userids: [userid],
    phone: null,
  });
  // In the sample everybody has said that they take part in points.
  const bound = { householdId: household.id, boundAt: now, creditSince: now };
  await unit.members.keep({ gridId, userid, name, ...bound });
  for (const role of roles) await unit.members.giveRole({ gridId, userid, ...role, givenAt: now });
}
