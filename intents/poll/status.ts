import { momentWords } from '../../src/domain/calendar.js';
import { isInRound, moneyStates } from '../../src/domain/lifecycle.js';
import { may } from '../../src/domain/permissions.js';
import { plain } from '../../src/domain/plain-text.js';
import { type Deed, defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { countPoll, whichPoll } from '../../src/operations/poll/which-poll.js';
import { pollCard } from '../../src/publish/poll/poll-card.js';
import { gapWords, resultNotice } from '../../src/publish/poll/poll-notice.js';

/** 我们楼谁没投: one's own homes, and not the grid's. */
const ownHomes =
  /(?:我|俺|咱|阿拉|侬)们?(?:这|那)?(?:个|一|边)?(?:号|座)?(?:楼|栋|幢|单元|门洞|门栋)|[本这](?:栋|幢|单元|门洞)|本楼/u;

const ofVotes = /票|投|表决|同意|反对|赞成|弃权/u;
const ofMoney = /实收|[收付花交][了到过]|多少[钱元块]|[款账]/u;

/** 5号现在实收多少, 快递柜有几家支持了: how many of what a matter counts that is not voted on; null where votes are meant. */
async function countedInstead(unit: Deed['unit'], no: number | undefined, said: string): Promise<string | null> {
  const project = no === undefined || ofVotes.test(said) ? null : await unit.projects.byNo(no);
  if (!project) return null;
  const isVoted = (await unit.polls.byNo(project.no)) !== null;
  if (moneyStates.includes(project.state) || isInRound(project))
    return !isVoted || ofMoney.test(said) ? 'funds.show' : null;
  return !isVoted && project.state === 'issue_reported' ? 'proposal.show' : null;
}

export default defineIntent({
  phrases: ['投票情况', '投票结果', '票数'],
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '看投票情况',
    say: '12号投票情况',
    more: '会附上投票卡',
  },
  async handle(deed) {
    const { unit, slots, now, member, chat } = deed;
    const counted = deed.said === undefined ? null : await countedInstead(unit, slots.no, deed.said);
    const shown = counted === null ? undefined : deed.intents.get(counted);
    if (shown) return shown.handle({ ...deed, slots: { no: slots.no } });
    const poll = await whichPoll(unit, slots.no);
    const result = await countPoll(unit, poll);
    if (poll.closedAt !== null || now >= poll.closesAt) {
      const project = poll.projectId === null ? null : await unit.projects.byId(poll.projectId);
      return resultNotice(poll, project, result);
    }
    const visits = deed.intents.get('poll.visits');
    const isOwn = ownHomes.test(deed.said ?? '');
    // Who leads a building asks for the doors to knock at; they are named to nobody else, and in private only.
    if (isOwn && visits && may(member, visits.permission))
      return chat.kind === 'single'
        ? visits.handle({ ...deed, slots: { ...slots, no: poll.no } })
        : `您楼里还没投的户只在私聊里给：点我的头像，在私聊里发送“${poll.no}号走访名单”。`;
    const word = result.area ? '人' : '户';
    const text = [
      isOwn ? '一栋楼的不单独报，下面是全部的。' : '',
      `${poll.no}号表决「${plain(poll.question, 60)}」：已有${result.voted}${word}投票。${gapWords(poll, result)}`,
      // Who looked before and after one vote would know what it was: how the votes stand is told when all are in.
      `${momentWords(poll.closesAt, now)}截止，截止后才公布各选了多少。不公布谁投了什么、谁还没投。`,
    ].join('');
    return { text, card: pollCard(poll, { now }) };
  },
});
