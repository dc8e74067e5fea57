import { createHash } from 'node:crypto';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { Ballot } from './entities/ballot.js';
import { Evidence } from './entities/evidence.js';
import { Handout } from './entities/handout.js';
import { LedgerEntry } from './entities/ledger-entry.js';
import { Member } from './entities/member.js';
import { Offer } from './entities/offer.js';
import { PointEntry } from './entities/point-entry.js';
import { Post } from './entities/post.js';
import { Question } from './entities/question.js';
import { Rating } from './entities/rating.js';
import { Redemption } from './entities/redemption.js';
import { Support } from './entities/support.js';
import { WorkNote } from './entities/work-note.js';
import { insertRow, type Rows } from './rows.js';

/** What is kept about one member, table by table; and the links by which members fetch it. */
export class Personal {
  constructor(private readonly rows: Rows) {}

  /** Every row that the member wrote, or that stands for the member's household. */
  async of({ id, userid, householdId }: { id: number; userid: string; householdId: number | null }) {
    const { manager, gridId } = this.rows;
    const home = householdId ?? -1;
    const mine = { where: { memberId: id }, order: { id: 'ASC' as const } };
    return {
      pledgesAndPayments: await manager.find(LedgerEntry, {
        where: { gridId, householdId: home },
        order: { id: 'ASC' },
      }),
      ballots: await manager.find(Ballot, { where: { householdId: home }, order: { id: 'ASC' } }),
      supports: await manager.find(Support, mine),
      goodsAndLabour: await manager.find(Offer, mine),
      reportsAndInspections: await manager.find(WorkNote, mine),
      ratings: await manager.find(Rating, mine),
      points: await manager.find(PointEntry, mine),
      redemptions: await manager.find(Redemption, mine),
      pictures: (await manager.findBy(Evidence, { gridId, by: userid })).map(({ digest, type, at, usedFor }) => ({
        digest,
        type,
        at,
        usedFor,
      })),
      privateMessages: (await manager.find(Post, { where: { gridId, userid }, order: { id: 'ASC' } })).map(
        ({ content, state, sentAt }) => ({
          text: 'text' in content ? content.text : `[${content.type}]`,
          state,
          sentAt,
        }),
      ),
    };
  }

  /** Keeps a link to the member's own file, or to a project's dossier; links that are over are forgotten. */
  async handOut({
    secret,
    userid,
    now,
    expiresAt,
    project = null,
  }: {
    secret: string;
    userid: string;
    now: Date;
    expiresAt: Date;
    project?: number | null;
  }): Promise<void> {
    await this.rows.manager.delete(Handout, { expiresAt: LessThan(now) });
    const row = { gridId: this.rows.gridId, token: hash(secret), userid, expiresAt, project };
    await insertRow(this.rows.manager, Handout, Object.assign(new Handout(), row));
  }

  /** Whose file a link opens; null when it opens none any more. */
  async holderOf(secret: string, now: Date): Promise<Member | null> {
    const where = { gridId: this.rows.gridId, token: hash(secret), expiresAt: MoreThan(now), project: IsNull() };
    const handout = await this.rows.manager.findOneBy(Handout, where);
    return handout && this.rows.manager.findOneBy(Member, { gridId: this.rows.gridId, userid: handout.userid });
  }

  /** The project whose dossier a link opens; null when it opens none any more. */
  async dossierOf(secret: string, now: Date): Promise<number | null> {
    const where = { gridId: this.rows.gridId, token: hash(secret), expiresAt: MoreThan(now) };
    return (await this.rows.manager.findOneBy(Handout, where))?.project ?? null;
  }

  /** Forgets what waits to be said to a member, what they were asked, and their links. */
  async forget(userid: string): Promise<void> {
    const { manager, gridId } = this.rows;
    await manager.delete(Question, { gridId, userid });
    await manager.delete(Handout, { gridId, userid });
    const posts = await manager.findBy(Post, { gridId, userid });
    if (posts.length > 0) await manager.delete(Post, { id: In(posts.map(({ id }) => id)) });
  }
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
