import { GroupChat } from './entities/group-chat.js';
import { Grid } from './entities/grid.js';
import { Member } from './entities/member.js';
import type { Records } from './records.js';
import { insertRow } from './rows.js';

/** Finding the grid that a message or a command is about. */
export class Grids {
  constructor(private readonly manager: Records) {}

  async all(): Promise<Grid[]> {
    return this.manager.find(Grid, { order: { id: 'ASC' } });
  }

  /** A new grid; its own unit of work seals it. */
  async add(grid: Omit<Grid, 'id'>): Promise<Grid> {
    const row = Object.assign(new Grid(), grid);
    await insertRow(this.manager, Grid, row);
    return row;
  }

  async byCode(code: string): Promise<Grid | null> {
    return this.manager.findOneBy(Grid, { code });
  }

  async byChat(chatId: string): Promise<Grid | null> {
    const chat = await this.manager.findOneBy(GroupChat, { chatId });
    return chat && this.manager.findOneBy(Grid, { id: chat.gridId });
  }

  async byBindCode(bindCode: string): Promise<Grid | null> {
    return this.manager.findOneBy(Grid, { bindCode });
  }

  /** In private chat nothing names the grid: the one where the user is bound, else the first that knows them. */
  async byUser(userid: string): Promise<Grid | null> {
    const members = await this.manager.find(Member, { where: { userid }, order: { id: 'ASC' } });
    const member = members.find(({ householdId }) => householdId !== null) ?? members[0];
    return member ? this.manager.findOneBy(Grid, { id: member.gridId }) : null;
  }
}
