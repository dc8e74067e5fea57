import { momentWords } from '../../domain/calendar.js';
import { voicesIn } from '../../domain/ballot/count-ballots.js';
import { plain } from '../../domain/plain-text.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Unit } from '../../store/engine/unit.js';
import { sayChoice } from '../poll/poll-card.js';

const doors = { chat: '', paper: '（纸票）', proxy: '（受托人投）' } as const;

const noRight = '您家不在这次的业主名册里';
const notCast = '还没投';

/** True for the words of a household of which no ballot is counted yet, and of one that has no voice in the poll. */
export function hasNoBallot(words: string): boolean {
  return words === noRight || words === notCast;
}

/** How a household's ballot is recorded in a poll, for its own eyes: the choice, when, and the code of the count sheet. */
export async function ownBallot(unit: Unit, poll: Poll, householdId: number, now: Date): Promise<string> {
  const facts = await unit.polls.facts(poll);
  const person = poll.electorate?.find(({ parts }) => parts.includes(householdId));
  if (poll.electorate && !person) return noRight;
  const voice = voicesIn(poll, facts).get(person?.key ?? String(householdId));
  const papers = await unit.papers.ballots(poll.id);
  const waits = papers.some(paper => paper.householdId === householdId && paper.state === 'pending');
  const waiting = waits ? '，另有一张纸票等待核对' : '';
  if (!voice) return `${notCast}${waiting}`;
  if (voice.choice === 'conflict') return '几位共有人投得不一样，先不计票，请书面推一位代表，找楼长登记';
  if (poll.electorate && unit.isOverheard) return `已经记下，投的什么在办事台看${waiting}`;
  const own = (await unit.polls.ballots(poll.id)).filter(ballot =>
    (person?.parts ?? [householdId]).includes(ballot.householdId),
  );
  const ballot = own.findLast(
    ({ choice, channel }) => choice === voice.choice && (channel ?? 'chat') === voice.channel,
  );
  const when = ballot ? `，${momentWords(ballot.castAt, now)}记下` : '';
  const code = ballot?.receipt ? `，回执码${ballot.receipt}` : '';
  return `${plain(sayChoice(voice.choice), 60)}${doors[voice.channel]}${when}${code}${waiting}`;
}
