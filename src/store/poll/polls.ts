import { IsNull, LessThanOrEqual, Not } from 'typeorm';
import type { PollFacts } from '../../domain/ballot/count-ballots.js';
import { Ballot } from '../ballot/ballot.js';
import { Delivery } from './delivery.js';
import { Mandate } from '../ballot/mandate.js';
import { PaperBallot } from '../ballot/paper-ballot.js';
import { Poll } from './poll.js';
import type { New, Rows } from '../engine/rows.js';

export class Polls {
  constructor(private readonly rows: Rows) {}

  /** The newest poll of that number: a project whose first poll failed may have had several. */
  byNo(no: number): Promise<Poll | null> {
    return this.rows.manager.findOne(Poll, { where: { gridId: this.rows.gridId, no }, order: { id: 'DESC' } });
  }

  byId(id: number): Promise<Poll | null> {
    return this.rows.manager.findOneBy(Poll, { gridId: this.rows.gridId, id });
  }

  open(): Promise<Poll[]> {
    return this.rows.manager.find(Poll, {
      where: { gridId: this.rows.gridId, closedAt: IsNull() },
      order: { no: 'ASC' },
    });
  }

  /** What may be voted for now: all that is asked of the record before every message, so no more than that is read. */
  choosable(): Promise<Pick<Poll, 'no' | 'options' | 'many'>[]> {
    return this.rows.manager.find(Poll, {
      where: { gridId: this.rows.gridId, closedAt: IsNull() },
      order: { no: 'ASC' },
      only: ['no', 'options', 'many'],
    });
  }

  /** Open polls whose deadline lies at or before a moment, the earliest first. */
  dueBy(moment: Date): Promise<Poll[]> {
    return this.rows.manager.find(Poll, {
      where: { gridId: this.rows.gridId, closedAt: IsNull(), closesAt: LessThanOrEqual(moment) },
      order: { closesAt: 'ASC', id: 'ASC' },
    });
  }

  /** Newest first. */
  ofProject(projectId: number): Promise<Poll[]> {
    return this.rows.manager.find(Poll, { where: { gridId: this.rows.gridId, projectId }, order: { id: 'DESC' } });
  }

  /** The newest vote that decides on a project: a poll that only sounds out is none. */
  decisionOf(projectId: number): Promise<Poll | null> {
    return this.rows.manager.findOne(Poll, {
      where: { gridId: this.rows.gridId, projectId, track: Not('advisory') },
      order: { id: 'DESC' },
    });
  }

  /** The newest vote of that number that decides. */
  decisionByNo(no: number): Promise<Poll | null> {
    return this.rows.manager.findOne(Poll, {
      where: { gridId: this.rows.gridId, no, track: Not('advisory') },
      order: { id: 'DESC' },
    });
  }

  recent(most: number): Promise<Poll[]> {
    return this.rows.manager.find(Poll, { where: { gridId: this.rows.gridId }, order: { id: 'DESC' }, take: most });
  }

  keep(poll: New<Poll> | Poll): Promise<Poll> {
    return this.rows.keep(Poll, poll);
  }

  /** All that a poll's count rests on; of paper only what was checked and is not disputed. */
  async facts({ id, electorate }: Poll): Promise<PollFacts> {
    const { manager } = this.rows;
    const checked = new Set(
      (await manager.findBy(PaperBallot, { pollId: id, state: 'checked' })).map(paper => paper.id),
    );
    const cast = await manager.find(Ballot, {
      where: { pollId: id },
      order: { id: 'ASC' },
      only: ['householdId', 'memberId', 'choice', 'channel', 'paperId', 'receipt'],
    });
    const ballots = cast.filter(({ paperId }) => paperId === null || checked.has(paperId));
    // Only owners name one of several, and only their silence may count.
    if (!electorate) return { ballots };
    const named = await manager.findBy(Mandate, { pollId: id, kind: 'representative', state: 'checked' });
    const deliveries = await manager.findBy(Delivery, { pollId: id });
    return {
      ballots,
      representatives: new Map(named.map(({ householdId, memberId }) => [householdId, memberId])),
      served: new Set(deliveries.map(({ householdId }) => householdId)),
    };
  }

  /** Which households a ballot has reached, and how. */
  deliveries(pollId: number): Promise<Delivery[]> {
    return this.rows.manager.find(Delivery, { where: { pollId }, order: { id: 'ASC' } });
  }

  /** Every casting, in the order of casting. */
  ballots(pollId: number): Promise<Ballot[]> {
    return this.rows.manager.find(Ballot, { where: { pollId }, order: { id: 'ASC' } });
  }

  ballotOf(pollId: number, householdId: number): Promise<Ballot | null> {
    return this.rows.manager.findOne(Ballot, { where: { pollId, householdId }, order: { id: 'DESC' } });
  }

  /** What was cast for a household, in the order of casting. */
  ballotsFor(pollId: number, householdId: number): Promise<Ballot[]> {
    return this.rows.manager.find(Ballot, { where: { pollId, householdId }, order: { id: 'ASC' } });
  }

  cast(ballot: New<Ballot>): Promise<Ballot> {
    return this.rows.keep(Ballot, ballot);
  }
}
