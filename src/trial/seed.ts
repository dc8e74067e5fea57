import { stockCatalogue } from '../operations/stock-catalogue.js';
import { Grid } from '../store/entities/grid.js';
import type { Store, Unit } from '../store/unit.js';
import { type SampleResident, sample, sampleResidents } from './sample-grid.js';

/** Fills an empty record with the sample grid: 118 households, one bound member each, every role held. Else does nothing. */
export async function seedTrial(store: Store, now: Date, residents: readonly SampleResident[] = sampleResidents()): Promise<void> {
  await store.inUnit(async open => {
    if ((await open.grids.all()).length > 0) return;
    const { code, name, community, webhookKey } = sample;
    const grid = Object.assign(new Grid(), { code, name, community, webhookKey, bindCode: null, nextNo: 1, createdAt: now });
    await open.manager.insert(Grid, grid);

    const unit = await open.within(grid);
    await unit.rows.keep(Grid, unit.grid);
    await unit.members.bindChat(sample.chatId, now);
    for (const resident of residents) await settle(unit, resident, now);
    await stockCatalogue(unit);
    unit.journal.add('grid.create', { by: 'operator', at: now, facts: { households: residents.length } });
  });
}

async function settle(unit: Unit, resident: SampleResident, now: Date): Promise<void> {
  const { userid, name, building, unit: entrance, room, areaCentiM2, roles } = resident;
  const gridId = unit.grid.id;
  const home = { gridId, building, unit: entrance, room, areaCentiM2, owners: [name], userids: [userid], phone: null };
  const household = await unit.members.keepHousehold(home);
  await unit.members.keep({ gridId, userid, name, householdId: household.id, askedHouseholdId: null, boundAt: now });
  for (const role of roles) await unit.members.giveRole({ gridId, userid, ...role, givenAt: now });
}
