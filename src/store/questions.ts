import { Question } from './question.js';
import { insertRow, type Rows } from './engine/rows.js';

/** What the bot asked and waits for: at most one question a member and chat. */
export class Questions {
  constructor(private readonly rows: Rows) {}

  of(userid: string, chat: string): Promise<Question | null> {
    return this.rows.manager.findOneBy(Question, { gridId: this.rows.gridId, userid, chat });
  }

  /** Every question that waits in the grid, the newest first. */
  all(): Promise<Question[]> {
    return this.rows.manager.find(Question, { where: { gridId: this.rows.gridId }, order: { id: 'DESC' } });
  }

  async ask(question: Omit<Question, 'id' | 'gridId'>): Promise<void> {
    if (await this.of(question.userid, question.chat)) await this.drop(question.userid, question.chat);
    await insertRow(this.rows.manager, Question, Object.assign(new Question(), question, { gridId: this.rows.gridId }));
  }

  async drop(userid: string, chat: string): Promise<void> {
    await this.rows.manager.delete(Question, { gridId: this.rows.gridId, userid, chat });
  }
}
