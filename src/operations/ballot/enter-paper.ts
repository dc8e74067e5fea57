import { strict as assert } from 'node:assert';
import { isOwnHome } from '../../domain/people/bond.js';
import { choicesIn } from '../../domain/poll/choices.js';
import type { Picture } from '../../domain/picture.js';
import { receiptCode } from '../../domain/ballot/receipt-code.js';
import { Refusal } from '../../domain/refusal.js';
import type { Evidence } from '../../store/evidence.js';
import type { Household } from '../../store/people/household.js';
import type { PaperBallot } from '../../store/ballot/paper-ballot.js';
import type { Poll } from '../../store/poll/poll.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureMayVote, ensureOpen, whichPoll } from '../poll/which-poll.js';
import { evidenceFor } from '../evidence-for.js';
import { type Place, whichHousehold } from '../people/which-household.js';

interface Entering {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly pictures: readonly Picture[];
  readonly now: Date;
}

interface PaperEntry extends Entering {
  readonly place: Place;
  readonly choice: string;
  /** The plain choice among the words, for a poll without options of its own. */
  readonly heard?: string | undefined;
}

/**
 * A helper keys in a signed paper ballot with its picture. It counts once a second person has held the picture against it
 * (代录入, docs/domain.md 7.8). No picture, no ballot.
 */
export async function enterPaper(
  unit: Unit,
  { place, choice, heard, ...entering }: PaperEntry,
): Promise<{ poll: Poll; paper: PaperBallot; household: Household }> {
  const { member, pictures, now } = entering;
  const poll = await whichPoll(unit, entering.no);
  const household = await homeWithout(unit, poll, place, now);
  const evidence = await evidenceFor(unit, { by: member.userid, pictures, what: '签了名的纸票', now });
  const meant = poll.options ? choice : (heard ?? choice);
  const paper = await keyIn(unit, { ...entering, poll, household, choice: meant, evidence });
  return { poll, paper, household };
}

/**
 * A helper keys in several signed ballots in one go: with one picture of the sheet that all have signed, or with a picture a ballot in the
 * order of the list. Each ballot waits for a second person as one by itself does; none is kept unless all are.
 */
export async function enterPapers(
  unit: Unit,
  { list, ...entering }: Entering & { list: readonly { readonly place: Place; readonly choice: string }[] },
): Promise<{ poll: Poll; papers: PaperBallot[] }> {
  const { member, pictures, now } = entering;
  const poll = await whichPoll(unit, entering.no);
  if (pictures.length > 1 && pictures.length !== list.length)
    throw new Refusal('paper.pictures', { papers: list.length, pictures: pictures.length });
  const papers: PaperBallot[] = [];
  let sheet: Evidence | null = null;
  for (const [index, { place, choice }] of list.entries()) {
    const household = await homeWithout(unit, poll, place, now);
    const own = pictures.length > 1 ? pictures.slice(index, index + 1) : pictures;
    const what = { by: member.userid, pictures: own, what: '签了名的纸票', now };
    const evidence: Evidence = pictures.length <= 1 && sheet ? sheet : await evidenceFor(unit, what);
    const paper = await keyIn(unit, { ...entering, poll, household, choice, evidence });
    sheet = evidence;
    papers.push(paper);
  }
  return { poll, papers };
}

/** The household at an address, where it may vote and no paper of it stands. */
async function homeWithout(unit: Unit, poll: Poll, place: Place, now: Date): Promise<Household> {
  ensureOpen(poll, now);
  const household = await whichHousehold(unit, place);
  ensureMayVote(poll, household, null);
  const standing = (await unit.papers.ballots(poll.id)).find(
    one => one.householdId === household.id && (one.state === 'pending' || one.state === 'checked'),
  );
  if (standing) throw new Refusal('paper.already', { no: poll.no, paper: standing.id });
  return household;
}

interface Keyed extends Pick<Entering, 'member' | 'now'> {
  readonly poll: Poll;
  readonly household: Household;
  readonly choice: string;
  readonly evidence: Evidence;
}

async function keyIn(unit: Unit, { member, poll, household, choice, evidence, now }: Keyed): Promise<PaperBallot> {
  const paper = await unit.papers.keepBallot({
    gridId: unit.grid.id,
    pollId: poll.id,
    householdId: household.id,
    choice: choicesIn(poll, choice),
    photo: evidence.digest,
    enteredById: member.id,
    enteredAt: now,
    state: 'pending',
  });
  // A sheet is used by the first of its ballots, and proves nothing more afterwards.
  if (!evidence.usedFor) await unit.evidence.use(evidence, `paper:${paper.id}`);
  unit.journal.add('paper.enter', { facts: { no: poll.no, paper: paper.id } });
  return paper;
}

/**
 * Who keyed papers in puts right what they say, as long as nobody has checked them: the pictures stay, and a second person holds them against what is
 * right. Each has a new number, so that a yes to what was seen before counts nothing. All of them, or none.
 */
export async function correctPapers(
  unit: Unit,
  { member, no, list, now }: Omit<Entering, 'pictures'> & { list: readonly Pick<PaperEntry, 'place' | 'choice'>[] },
): Promise<{ poll: Poll; papers: PaperBallot[] }> {
  const poll = await whichPoll(unit, no);
  ensureOpen(poll, now);
  const standing = await unit.papers.ballots(poll.id);
  const papers: PaperBallot[] = [];
  for (const { place, choice } of list) {
    const { id } = await whichHousehold(unit, place);
    const paper = standing.findLast(one => one.householdId === id && one.enteredById === member.id);
    if (!paper) throw new Refusal('paper.notKeyed', { no: poll.no, said: place.said });
    if (paper.state !== 'pending') throw new Refusal('paper.notPending', { paper: paper.id });
    const { id: _, ...same } = paper;
    await unit.papers.keepBallot(Object.assign(paper, { state: 'withdrawn' }));
    const mended = await unit.papers.keepBallot({ ...same, choice: choicesIn(poll, choice), enteredAt: now });
    papers.push(mended);
    unit.journal.add('paper.enter', { facts: { no: poll.no, paper: mended.id, instead: paper.id } });
  }
  return { poll, papers };
}

interface PaperCheck {
  readonly member: MemberView;
  readonly paper: number;
  readonly isRight: boolean;
  random(bytes: number): Buffer;
}

/** A second person holds the picture against what was keyed in: right, and the ballot counts; wrong, and it goes back. */
export async function checkPaper(
  unit: Unit,
  { member, paper: id, isRight, random }: PaperCheck,
): Promise<{ poll: Poll; paper: PaperBallot }> {
  const { now } = unit;
  const { poll, paper } = await paperOf(unit, id);
  ensureOpen(poll, now);
  if (paper.state !== 'pending') throw new Refusal('paper.notPending', { paper: id });
  if (paper.enteredById === member.id) throw new Refusal('paper.samePerson', {});
  await unit.papers.keepBallot(
    Object.assign(paper, { state: isRight ? 'checked' : 'returned', checkedById: member.id, checkedAt: now }),
  );
  if (isRight) {
    await unit.polls.cast({
      pollId: poll.id,
      householdId: paper.householdId,
      memberId: paper.enteredById,
      choice: paper.choice,
      castAt: now,
      channel: 'paper',
      paperId: paper.id,
      receipt: receiptCode(random(5)),
    });
  }
  await unit.tell('ballot.paper-checked', { poll, paper });
  unit.journal.add('paper.check', { facts: { no: poll.no, paper: id, isRight } });
  return { poll, paper };
}

/** The papers on the picture of one of them that wait for this member to look at it. */
export async function onSamePicture(
  unit: Unit,
  { id: memberId }: Pick<MemberView, 'id'>,
  { pollId, photo }: PaperBallot,
): Promise<PaperBallot[]> {
  return (await unit.papers.ballots(pollId)).filter(
    one => one.photo === photo && one.state === 'pending' && one.enteredById !== memberId,
  );
}

/** All from one number to another stand on one picture, were held against it at one look, and are right. */
export async function checkPapers(
  unit: Unit,
  { last, ...check }: PaperCheck & { readonly last: number },
): Promise<{ poll: Poll; count: number }> {
  const { poll, paper } = await paperOf(unit, check.paper);
  const papers = (await onSamePicture(unit, check.member, paper)).filter(({ id }) => id >= paper.id && id <= last);
  if (!check.isRight || papers.length < 2 || papers.length !== last - paper.id + 1)
    throw new Refusal('paper.range', { paper: paper.id, last });
  for (const { id } of papers) await checkPaper(unit, { ...check, paper: id });
  return { poll, count: papers.length };
}

/** The voter says, until the deadline, that the paper is not what was meant: it counts no more, and chat is open again. */
export async function disputePaper(
  unit: Unit,
  { member, no }: { member: MemberView; no: number | undefined },
): Promise<{ poll: Poll; paper: PaperBallot }> {
  const poll = await whichPoll(unit, no);
  ensureOpen(poll, unit.now);
  const paper = (await unit.papers.ballots(poll.id)).findLast(
    one => isOwnHome(member, one.householdId) && (one.state === 'checked' || one.state === 'pending'),
  );
  if (!paper) throw new Refusal('paper.none', { no: poll.no });
  await unit.papers.keepBallot(Object.assign(paper, { state: 'disputed' }));
  await unit.tell('ballot.paper-disputed', { poll, paper });
  unit.journal.add('paper.dispute', { facts: { no: poll.no, paper: paper.id } });
  return { poll, paper };
}

/** The voter takes the paper back in writing; the sheet that says so is its proof (docs/domain.md 7.6). */
export async function withdrawPaper(
  unit: Unit,
  withdrawal: Pick<PaperEntry, 'member' | 'pictures' | 'now'> & { readonly paper: number },
): Promise<{ poll: Poll; paper: PaperBallot }> {
  const { member, pictures } = withdrawal;
  const { now } = unit;
  const { poll, paper } = await paperOf(unit, withdrawal.paper);
  ensureOpen(poll, now);
  if (paper.state !== 'checked' && paper.state !== 'pending')
    throw new Refusal('paper.notPending', { paper: paper.id });
  const evidence = await evidenceFor(unit, { by: member.userid, pictures, what: '书面撤回', now });
  await unit.evidence.use(evidence, `withdraw:${paper.id}`);
  await unit.papers.keepBallot(Object.assign(paper, { state: 'withdrawn' }));
  unit.journal.add('paper.withdraw', { facts: { no: poll.no, paper: paper.id } });
  return { poll, paper };
}

/** The paper ballot of a number, with its poll. */
export async function paperOf(unit: Unit, id: number): Promise<{ poll: Poll; paper: PaperBallot }> {
  const paper = await unit.papers.ballot(id);
  if (!paper) throw new Refusal('paper.unknown', { paper: id });
  const poll = await unit.polls.byId(paper.pollId);
  assert(poll, 'a paper ballot belongs to a poll');
  return { poll, paper };
}
