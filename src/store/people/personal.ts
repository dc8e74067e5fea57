import { In, IsNull, LessThan, MoreThan, Not, type ObjectLiteral } from 'typeorm';
import { Evidence } from '../evidence.js';
import { Handout } from '../notice/handout.js';
import { Member } from './member.js';
import { Post } from '../notice/post.js';
import { Follower } from '../proposal/follower.js';
import { Report } from '../proposal/report.js';
import { ReportVoice } from '../proposal/report-voice.js';
import { Question } from '../question.js';
import { ownRows, type Whose } from './own-rows.js';
import { insertRow, type Rows } from '../engine/rows.js';
import { secretDigest } from '../engine/secret-digest.js';

/** What is kept about one member, table by table; and the links by which members fetch it. */
export class Personal {
  constructor(private readonly rows: Rows) {}

  /** Every row that the member wrote, or that stands for the member's household, table by table. */
  of(member: Whose): Promise<Record<string, ObjectLiteral[]>> {
    return ownRows(this.rows, member);
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
    const row = { gridId: this.rows.gridId, token: secretDigest(secret), userid, expiresAt, project };
    await insertRow(this.rows.manager, Handout, Object.assign(new Handout(), row));
  }

  /** Whose file a link opens; null when it opens none any more. */
  async holderOf(secret: string, now: Date): Promise<Member | null> {
    const where = {
      gridId: this.rows.gridId,
      token: secretDigest(secret),
      expiresAt: MoreThan(now),
      project: IsNull(),
    };
    const handout = await this.rows.manager.findOneBy(Handout, where);
    return handout && this.rows.manager.findOneBy(Member, { gridId: this.rows.gridId, userid: handout.userid });
  }

  /** The project whose dossier a link opens, and who was given it; null when it opens none any more. */
  async dossierOf(secret: string, now: Date): Promise<{ no: number; userid: string } | null> {
    const where = { gridId: this.rows.gridId, token: secretDigest(secret), expiresAt: MoreThan(now) };
    const handout = await this.rows.manager.findOneBy(Handout, where);
    return handout?.project == null ? null : { no: handout.project, userid: handout.userid };
  }

  /** True for somebody whom another grid knows too. */
  async isKnownElsewhere(userid: string): Promise<boolean> {
    return this.rows.manager.existsBy(Member, { userid, gridId: Not(this.rows.gridId) });
  }

  /** What waits for one key is told to another from now on; questions and links of the first are over. */
  async hand(from: string, to: string): Promise<void> {
    const { manager, gridId } = this.rows;
    await manager.delete(Question, { gridId, userid: from });
    await manager.delete(Handout, { gridId, userid: from });
    await manager.update(Post, { gridId, userid: from }, { userid: to });
    for (const picture of await manager.findBy(Evidence, { gridId, by: from }))
      await this.rows.keep(Evidence, Object.assign(picture, { by: to }));
    await this.handReports(from, to);
  }

  /** Forgets what waits to be said to a member, what they were asked, and their links; pictures stay, under the tombstone. */
  async forget(userid: string, tombstone: string): Promise<void> {
    const { manager, gridId } = this.rows;
    await manager.delete(Question, { gridId, userid });
    await manager.delete(Handout, { gridId, userid });
    const posts = await manager.findBy(Post, { gridId, userid });
    if (posts.length > 0) await manager.delete(Post, { id: In(posts.map(({ id }) => id)) });
    for (const picture of await manager.findBy(Evidence, { gridId, by: userid }))
      await this.rows.keep(Evidence, Object.assign(picture, { by: tombstone }));
    await this.handReports(userid, tombstone);
  }

  /** What somebody reported, follows, saw to and ended stands under another key from now on. */
  private async handReports(from: string, to: string): Promise<void> {
    const { manager, gridId } = this.rows;
    for (const voice of await manager.findBy(ReportVoice, { gridId, by: from })) {
      // Both told the same: one word of theirs is left as it was.
      if (await manager.existsBy(ReportVoice, { reportId: voice.reportId, by: to })) continue;
      await this.rows.keep(ReportVoice, Object.assign(voice, { by: to }));
    }
    for (const follower of await manager.findBy(Follower, { gridId, by: from }))
      if (!(await manager.existsBy(Follower, { projectId: follower.projectId, by: to })))
        await this.rows.keep(Follower, Object.assign(follower, { by: to }));
    for (const column of ['ownedBy', 'endedBy'] as const)
      for (const report of await manager.findBy(Report, { gridId, [column]: from }))
        await this.rows.keep(Report, Object.assign(report, { [column]: to }));
  }
}
