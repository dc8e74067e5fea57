import { shortened } from '../../domain/plain-text.js';
import { momentWords } from '../../domain/calendar.js';
import { silenceWords } from '../../domain/poll/silence-words.js';
import { type Track, trackRules } from '../../domain/poll/tracks.js';
import { plainKinds } from '../../domain/poll/choices.js';
import type { Card } from '../../talk/reply.js';
import type { Poll } from '../../store/poll/poll.js';

const choiceWords: Readonly<Record<string, string>> = { agree: '同意', disagree: '反对', abstain: '弃权' };

/** A choice as it is said: 同意, 反对, 弃权, or the option's label. */
export function sayChoice(choice: string): string {
  return choiceWords[choice] ?? choice.replaceAll('\n', '、');
}

/** A choice from the words of a fixed form: 同意 is `agree`, 选白色 the option. */
export function spokenChoice(said: string): string {
  if (/^(?:同意|赞成)$/u.test(said)) return 'agree';
  if (/^(?:不同意|反对)$/u.test(said)) return 'disagree';
  return said === '弃权' ? 'abstain' : said.replace(/^选/u, '');
}

/** The longest text that a card shows (docs/wecom-protocol.md 6.4). */
const textMost = 112;

function openTitle({ no, electorate }: Poll): string {
  return electorate ? `${no}号业主表决：人数、面积都算` : `${no}号表决：一户一票`;
}

/** Question, rule, and where the plan stands: when it is too long the question is shortened, never the rule. */
function cardText({ question, track, adopted }: Poll): string {
  const rest = `。${trackRules[track as Track].said}。${silenceWords({ track, adopted })}方案见公示栏。`;
  return `${shortened(question, textMost - [...rest].length)}${rest}`;
}

/** How an owner votes is nobody else's business (docs/domain.md 7.11); several options are ticked on a page (docs/wecom-doors.md 27.4). */
const owners = '业主的票只该自己知道：这个聊天管客服的人看得到，请在办事台投，也可以找楼长领纸票。';
const several = '可以选几项：在办事台勾着投，或者直接打字回复。';

function asideOf({ electorate, many }: Poll): Pick<Card, 'aside'> {
  if (!electorate && many !== 1) return {};
  return { aside: { text: electorate ? owners : several, button: { text: '打开办事台', intent: 'desk.open' } } };
}

/** The vote card: question, rule, deadline, where to read the plan. After a vote it shows what the household chose. */
export function pollCard(poll: Poll, { chosen, now }: { chosen?: string; now: Date }): Card {
  const isOpen = poll.closedAt === null && now < poll.closesAt;
  const until = `截止${momentWords(poll.closesAt, now)}`;
  const head = {
    about: `poll-${poll.id}`,
    title: chosen ? `您家已投：${sayChoice(chosen)}` : isOpen ? openTitle(poll) : `${poll.no}号表决已截止`,
    desc: chosen ? `${until}，之前可以改` : until,
    text: cardText(poll),
    updates: 'presser' as const,
    ...(isOpen && asideOf(poll)),
  };
  if (poll.options) {
    const picked = new Set(chosen?.split('\n'));
    const options = poll.options.map(option => ({ id: option, text: option, chosen: picked.has(option) }));
    const submit = { text: '投票', intent: 'poll.vote', slots: { no: poll.no } };
    return { ...head, choices: { slot: 'choice', many: poll.many === 1, options, closed: !isOpen, submit } };
  }
  if (!isOpen)
    return { ...head, buttons: [{ text: '看结果', style: 2, intent: 'poll.status', slots: { no: poll.no } }] };
  const buttons = plainKinds.map(choice => ({
    text: choiceWords[choice] ?? choice,
    // One look for all three: a colour would be a recommendation.
    style: (choice === chosen ? 1 : 4) as 1 | 4,
    intent: 'poll.vote',
    slots: { no: poll.no, choice },
  }));
  return { ...head, buttons };
}
