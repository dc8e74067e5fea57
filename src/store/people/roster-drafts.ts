import { insertRow, type Rows } from '../engine/rows.js';
import { RosterDraft } from './roster-draft.js';

/** Rosters that were sent and that nobody has said yes to yet. */
export class RosterDrafts {
  constructor(private readonly rows: Rows) {}

  async add(draft: Omit<RosterDraft, 'id' | 'gridId'>): Promise<RosterDraft> {
    const row = Object.assign(new RosterDraft(), draft, { gridId: this.rows.gridId });
    await insertRow(this.rows.manager, RosterDraft, row);
    return row;
  }

  /** The draft of that number, of its sender only. */
  of(by: string, id: number): Promise<RosterDraft | null> {
    return this.rows.manager.findOneBy(RosterDraft, { id, gridId: this.rows.gridId, by });
  }

  async shown({ id }: RosterDraft, seen: string): Promise<void> {
    await this.rows.manager.update(RosterDraft, id, { seen });
  }

  async drop({ id }: RosterDraft): Promise<void> {
    await this.rows.manager.delete(RosterDraft, { id, gridId: this.rows.gridId });
  }
}
