import { may } from '../../src/domain/permissions.js';
import { defineIntent, optional, wholeNumber } from '../../src/talk/intent.js';
import { contestIn, contestStates, everyState, openObjections } from '../../src/operations/contest/hold-contest.js';
import { contestDraft } from '../../src/publish/contest/contest-notice.js';

/** What the county does next. */
const nextOf: Readonly<Record<keyof typeof contestStates, (edition: number) => string>> = {
  opened: edition => `下一步：到期后发送“擂台赛第${edition}届计分”。`,
  scoring: () => '下一步：分数算好私下告诉您，再公示名单。',
  scored: edition => `下一步：看过名单，发送“擂台赛第${edition}届公示”。`,
  publicity: edition => `下一步：答复异议；公示期满、异议都答复了，发送“擂台赛第${edition}届定稿”。`,
  final: () => '',
};

export default defineIntent({
  pattern: /^擂台赛(?:第(?<edition>\d{1,2})届)?(?:名单)?[。？！?!]*$/u,
  slots: { edition: optional(wholeNumber('请问第几届？', 1, 99)) },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看擂台赛到哪一步、名单在哪里', say: '擂台赛名单' },
  async handle({ unit, member, slots, chat, boardUrl }) {
    const contest = await contestIn(unit, slots.edition, everyState);
    const { edition, state } = contest;
    const head = `第${edition}届擂台赛：${contestStates[state]}。${may(member, 'contest.lead') ? nextOf[state](edition) : ''}`;
    const isOrganiser = may(member, 'contest.lead') && chat.kind === 'single';
    // A draft is for those who decide, not for the group.
    if (isOrganiser && state !== 'opened' && state !== 'scoring') {
      const open = await openObjections(unit, edition);
      const rest = open.length > 0 ? `\n异议${open.join('、')}还没有答复。` : '';
      return `${head}\n${await contestDraft(unit, contest)}${rest}`;
    }
    const isShown = state === 'publicity' || state === 'final';
    return isShown ? `${head}名单和得分：${boardUrl()}/contest/${edition}` : `${head}名单公示后各群会收到通知。`;
  },
});
