import { countsPaperOnly } from '../../src/domain/ballot/record-mode.js';
import { onlyOne } from '../../src/domain/only-one.js';
import { plainChoices } from '../../src/domain/poll/choices.js';
import { strict as assert } from 'node:assert';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, oneOrMore, optional, projectNo, type SlotKind, words } from '../../src/talk/intent.js';
import { readWholeAnswer } from '../../src/language/values/manner/whole-answer.js';
import { castVote } from '../../src/operations/poll/cast-vote.js';
import { votingHomes } from '../../src/operations/poll/voting-homes.js';
import { endedPoll, ensureUnheard } from '../../src/operations/poll/which-poll.js';
import { pollCard, sayChoice } from '../../src/publish/poll/poll-card.js';

/** Which of several flats: the number of the list, or 都. */
const home: SlotKind<string> = {
  field: { kind: 'words', most: 4, read: text => homeIn(text), isOnAsk: true },
  ask: '请问投给哪一套？',
  read: text => homeIn(text),
  accept: value => (typeof value === 'string' && /^(?:\d{1,2}|all)$/.test(value) ? value : undefined),
};

/** What is no answer to 同意、反对还是弃权 may be an option of the poll: the operation tells. */
function wholeChoice(text: string, now: Date): unknown {
  const whole = readWholeAnswer('choice', text, now);
  return typeof whole === 'object' ? whole.value : text;
}

function homeIn(text: string): string | undefined {
  const bare = text.normalize('NFKC').replaceAll(/[\s。！.!]/gu, '');
  if (/^(?:都|都投|两套都投?|全投|全部)$/u.test(bare)) return 'all';
  return /^\d{1,2}$/.test(bare) ? bare : undefined;
}

export default defineIntent({
  phrases: ['同意', '不同意', '反对', '弃权', '投赞成票', '投反对票', '12号投票'],
  slots: {
    no: optional(projectNo),
    choice: oneOrMore('请问您家同意、反对还是弃权？回复 1 同意 2 反对 3 弃权。', {
      choices: plainChoices.map(said => [said, said]),
      read: wholeChoice,
      said: sayChoice,
      offered: async (unit, { no }) => {
        const poll = typeof no === 'number' ? await unit.polls.byNo(no) : null;
        const options = poll?.options ?? plainChoices;
        return poll && { choices: options.map(said => [said, said]), isSeveral: poll.many !== null };
      },
    }),
    reason: optional(words('请问为什么？')),
    home: optional(home),
  },
  permission: 'poll.vote',
  binds: 'household',
  says: 'choice',
  help: {
    title: '投票',
    say: '12号同意',
    more: '也可以说“12号反对”“12号弃权”；截止前可以改，以最后一次为准',
  },
  readBack: ({ no, choice }) => `${no ? `给${String(no)}号` : ''}投“${sayChoice(String(choice))}”`,
  async before(unit, { no }) {
    if (!unit.isOverheard) return;
    const poll = typeof no === 'number' ? await unit.polls.byNo(no) : onlyOne(await unit.polls.open());
    if (poll) ensureUnheard(unit, poll);
  },
  async handle({ unit, member, slots, now, pressed, chat, random }) {
    const over = pressed ? await endedPoll(unit, slots.no, now) : null;
    // The card that was pressed too late shows the closed state.
    if (over) return { text: `${over.no}号表决已经截止，不能再投票了。`, card: pollCard(over, { now }) };
    const inPrivate = chat.kind === 'single';
    const homes = await votingHomes(unit, { member, no: slots.no, said: slots.home, inPrivate });
    const { no, choice, reason } = slots;
    const votes = [];
    for (const one of homes) votes.push(await castVote(unit, { member, no, choice, reason, home: one, random }));
    const [first] = votes;
    assert(first, 'a member who votes has a home');
    const { poll, chosen, changed, receipt } = first;
    const said = plain(sayChoice(chosen), 60);
    // What an owner chose is not the neighbours' business, so the group does not hear it again (docs/domain.md 7.11).
    const isSecret = poll.electorate !== null && chat.kind === 'group';
    const paper = countsPaperOnly(poll) ? `这次以签名纸票为准，这一票只作意向：请找楼长领${poll.no}号的纸票签名。` : '';
    const whose = votes.length > 1 ? `您${votes.length}套` : '您家';
    const short = isSecret
      ? `${poll.no}号您家的票${changed ? '改好了' : '记下了'}`
      : `${poll.no}号${whose}${changed ? '改投' : '投'}了${plain(sayChoice(chosen), 8)}`;
    // A hundred households vote in one group: it hears no more than that the vote is kept.
    if (chat.kind === 'group')
      return pressed ? { text: '', card: pollCard(poll, { chosen, now }) } : `${short}${paper && '，以纸票为准'}`;
    const text = [
      `${whose}对${poll.no}号「${plain(poll.question, 40)}」`,
      `${changed ? '改投' : '投'}了${said}，截止前可以改。`,
      `回执码${receipt}，计票单上凭它能查到您这一票。`,
      paper,
    ].join('');
    return pressed ? { text: '', card: pollCard(poll, { chosen, now }) } : text;
  },
});
