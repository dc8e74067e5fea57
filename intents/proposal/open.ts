import { wholeTitle } from '../../src/domain/proposal/title.js';
import { type ProjectState, states } from '../../src/domain/lifecycle.js';
import { plain } from '../../src/domain/plain-text.js';
import { projectName } from '../../src/domain/project-words.js';
import { Confirm, defineIntent, money, optional, words } from '../../src/talk/intent.js';
import { findTwin } from '../../src/language/reading/twins.js';
import { nextOf } from '../../src/operations/next-steps.js';
import { matterCard } from '../../src/publish/proposal/matter-card.js';
import { openProposal } from '../../src/operations/proposal/open-proposal.js';

/** What was done, or was not wanted, may be raised once more. */
const isOver: ReadonlySet<ProjectState> = new Set([
  'not_approved',
  'quorum_failed',
  'funding_failed',
  'accepted',
  'settlement_published',
  'referral_done',
]);

export default defineIntent({
  phrases: ['我要提案', '发起提案', '我想提个提案'],
  slots: {
    title: words('请问您要提什么事？一句话说清，例如“3号楼东头装路灯”。', 200),
    place: optional(words('请问在哪里？', 100)),
    cost: optional(money),
  },
  takesPictures: true,
  permission: 'proposal.open',
  binds: 'public',
  help: { title: '提一件公共的事', say: '提案：3号楼东头装路灯，预算3000元' },
  readBack: ({ title, place }) =>
    `提案“${plain(wholeTitle(String(title), typeof place === 'string' ? plain(place, 30) : undefined), 90)}”`,
  async handle({ unit, member, slots, now, confirmed, pictures, chat, said }) {
    const matters = confirmed ? [] : (await unit.projects.underWay()).filter(({ state }) => !isOver.has(state));
    const twin = findTwin(
      slots.title,
      slots.place,
      matters.map(({ no, title, place }) => ({ no, title, place: place ?? undefined })),
    );
    const same = matters.find(({ no }) => no === twin?.no);
    if (same) {
      const { no, title, state } = same;
      const there =
        state === 'issue_reported' ? `同一件事请发送“附议${no}号”` : `它现在${states[state].said}，看它请发送“${no}号”`;
      throw new Confirm(`这和${projectName({ no, title }, 40)}很像，${there}。您还是要另提一个吗？`);
    }
    const { project, missing, photos } = await openProposal(unit, {
      member,
      ...slots,
      said,
      pictures,
    });
    const seen =
      photos > 0
        ? `${photos}张照片已放上公示栏，有人脸或车牌请发送“撤下${project.no}号照片”。`
        : `有现场照片，就和“${project.no}号照片”一起发来。`;
    const text = `已登记为${project.no}号提案：${plain(project.title)}。您家算第一户，还差${missing}户附议；请邻居发送“附议${project.no}号”。${seen}`;
    // Neighbours who read it in the group second it by one tap.
    const { steps } = await nextOf(unit, project, now);
    return { text, ...matterCard(project, { steps, member, isPrivate: chat.kind === 'single' }) };
  },
});
