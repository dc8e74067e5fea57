import { createHash } from 'node:crypto';
import { IsNull, Like, MoreThanOrEqual, Not } from 'typeorm';
import { Evidence } from './evidence.js';
import { SpendRequest } from './funds/spend-request.js';
import type { Rows } from './engine/rows.js';

/** Pictures that prove something, kept by their digest. */
export class EvidenceShelf {
  constructor(private readonly rows: Rows) {}

  /** Keeps a picture until a sentence of the same member uses it; the same picture once, however often it is sent. */
  async add({
    bytes,
    type,
    by,
    at,
  }: {
    bytes: Buffer;
    type: Evidence['type'];
    by: string;
    at: Date;
  }): Promise<Evidence> {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const where = { gridId: this.rows.gridId, digest, by, usedFor: IsNull() };
    const waiting = await this.rows.manager.findOneBy(Evidence, where);
    if (waiting) return this.rows.keep(Evidence, Object.assign(waiting, { at }));
    return this.rows.keep(Evidence, {
      gridId: this.rows.gridId,
      digest,
      type,
      base64: bytes.toString('base64'),
      by,
      at,
    });
  }

  /** The newest unused picture that a member sent since a moment. */
  async waitingOf(by: string, since: Date): Promise<Evidence | null> {
    return this.rows.manager.findOne(Evidence, {
      where: { gridId: this.rows.gridId, by, usedFor: IsNull(), at: MoreThanOrEqual(since) },
      order: { id: 'DESC' },
    });
  }

  /** True when the same picture proves or shows something; one that was taken off the board may be used again. */
  async isUsed(digest: string): Promise<boolean> {
    return this.rows.manager.existsBy(Evidence, {
      gridId: this.rows.gridId,
      digest,
      // Nothing is unlike a pattern but what is there.
      usedFor: Not(Like('hidden:%')),
    });
  }

  async use(evidence: Evidence, usedFor: string): Promise<void> {
    await this.rows.keep(Evidence, Object.assign(evidence, { usedFor }));
  }

  /** All that proves one thing, such as `spend:3`, in the order in which it was sent. */
  async usedFor(usedFor: string): Promise<Evidence[]> {
    return this.rows.manager.find(Evidence, { where: { gridId: this.rows.gridId, usedFor }, order: { id: 'ASC' } });
  }

  /** What it proved fell away: it may prove something else. */
  async free(evidence: Evidence): Promise<void> {
    await this.rows.keep(Evidence, Object.assign(evidence, { usedFor: null }));
  }

  /** Takes a picture that showed something off the board: nobody sees it any more, and it may be used again. */
  async hide(digest: string, usedFor: string): Promise<void> {
    const where = { gridId: this.rows.gridId, digest, usedFor };
    for (const shown of await this.rows.manager.findBy(Evidence, where)) await this.use(shown, `hidden:${usedFor}`);
  }

  /** A picture that anybody may see: of works (`work:…`), of what was wrong before (`issue:…`), of a sheet in place on the board (`board:…`), or of a voucher that is shown. */
  async published(digest: string): Promise<Evidence | null> {
    const where = { gridId: this.rows.gridId, digest };
    const found = await this.rows.manager.findOneBy(Evidence, [
      { ...where, usedFor: Like('work:%') },
      { ...where, usedFor: Like('issue:%') },
      { ...where, usedFor: Like('board:%') },
    ]);
    if (found) return found;
    const isShown = await this.rows.manager.existsBy(SpendRequest, { gridId: this.rows.gridId, shownPhoto: digest });
    return isShown ? this.byDigest(digest) : null;
  }

  /** What an outside party sent by its link: for the offices that ask outside parties. */
  async ofOutside(digest: string): Promise<Evidence | null> {
    const where = { gridId: this.rows.gridId, digest, usedFor: Like('outside:%') };
    return this.rows.manager.findOneBy(Evidence, where);
  }

  async byDigest(digest: string): Promise<Evidence | null> {
    return this.rows.manager.findOneBy(Evidence, { gridId: this.rows.gridId, digest });
  }
}
