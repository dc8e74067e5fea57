import { randomBytes } from 'node:crypto';
import { cardAddress } from '../domain/people/door-scene.js';
import { printCodes } from '../operations/people/household-codes.js';
import type { Store } from '../store/engine/store.js';
import type { Unit } from '../store/engine/unit.js';
import { sampleOutsiders } from './sample-grid.js';

/** The QR codes by which the residents of the sample come into 微信客服: that of the board, and that of the card at their door. */
export class SampleCodes {
  /** The codes of each building whose cards were printed, by home. */
  private readonly printed = new Map<string, Map<string, string>>();

  constructor(private readonly parts: { readonly store: Store; readonly now: () => Date }) {}

  /** Null as long as the grid has no link yet. */
  ofBoard(): Promise<string | null> {
    const { store } = this.parts;
    return store.inUnit(async open => {
      const [grid] = await open.grids.open();
      return grid ? open.kfLinks.of(grid.id) : null;
    });
  }

  /** The card of somebody's home: the leader of the building prints the cards when the first is looked for. */
  async ofCard(id: string): Promise<string | null> {
    const home = sampleOutsiders().find(one => one.id === id);
    const link = await this.ofBoard();
    if (!home || link === null) return null;
    const codes = this.printed.get(home.building) ?? (await this.print(home.building));
    const code = codes.get(`${home.unit}-${home.room}`);
    return code === undefined ? null : cardAddress(link, code);
  }

  private async print(building: string): Promise<Map<string, string>> {
    const { store, now } = this.parts;
    const at = now();
    const [grid] = await store.inUnit(open => open.grids.open());
    if (!grid) return new Map();
    const [by = ''] = await store.inGrid(grid, unit => unit.members.withRole('building_leader', building));
    const print = async (unit: Unit): Promise<Map<string, string>> => {
      const member = await unit.members.view(by);
      const cards = await printCodes(unit, { member, building, random: randomBytes });
      return new Map(cards.map(({ household, code }) => [`${household.unit}-${household.room}`, code]));
    };
    const cause = { by, at, messageId: `trial cards ${building} ${at.getTime()}` };
    const codes = await store.inGrid(grid, print, cause);
    this.printed.set(building, codes);
    return codes;
  }
}
