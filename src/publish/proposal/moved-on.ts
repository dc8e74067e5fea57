import { summaryOf } from '../../domain/funds/ledger.js';
import { states } from '../../domain/lifecycle.js';
import { yuan } from '../../domain/money.js';
import { partWords } from '../../domain/proposal/taking-part.js';
import { projectName } from '../../domain/project-words.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Facts } from '../../store/notice/facts.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'proposal.moved-on'>(async (unit, moved, { now }) => {
  const { project, parts } = moved;
  const news = await newsOf(unit, moved);
  return parts.map(one => ({
    members: [one.by],
    text: `${partWords(one, now)}${projectName(project, 40)}${news}`,
    about: { topic: topics.matter(project) },
  }));
});

/** What has become of a matter: the step that it is at and the next one, or how it ended. */
async function newsOf(unit: Unit, { project, people, next }: Facts['proposal.moved-on']): Promise<string> {
  const { state, no } = project;
  switch (state) {
    case 'closed': {
      const { spentFen } = summaryOf(await unit.ledger.balances(project.id));
      const cost = spentFen > 0 ? `，一共花了${yuan(spentFen)}` : '';
      return `办成了${cost}，${people}位邻居出了力。谢谢您！发送“看看${no}号”看全部经过。`;
    }
    case 'withdrawn':
      return `已由提出的人撤回，到此为止。谢谢您关心！`;
    case 'cancelled':
      return `终止了，原因在公示里写明，发送“看看${no}号”。交过的钱会按账退回。谢谢您关心！`;
    case 'referral_done':
      return `由该负责的单位办结了。谢谢您关心！`;
    default:
      return `到了“${states[state].said}”。下一步：${next}。不想再听这件事，发送“${no}号不用再告诉我”。`;
  }
}
