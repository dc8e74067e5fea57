import { maskPlace } from '../../src/domain/masking.js';
import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, money, optional, place, projectNo, words } from '../../src/talk/intent.js';
import { cancelPledge } from '../../src/operations/pledge/cancel-pledge.js';
import { undoLastPromise, undoOffer, undoSaidFor } from '../../src/operations/pledge/undo-last-promise.js';
import { pledgeExample } from '../../src/domain/pledge/pledge-round.js';

const named = words('请问是哪一样？', 50);
/** One thing or work of what was offered; all else stays. */
const oneOffer: typeof named = { ...named, field: { ...named.field, isOnAsk: true } };

export default defineIntent({
  phrases: ['取消认捐', '撤回认捐', '取消我的认捐'],
  slots: {
    no: optional(projectNo),
    amount: optional({ ...money, field: { ...money.field, isOnAsk: true } }),
    beneficiary: optional(place('请问替哪一户？')),
    offered: optional(oneOffer),
  },
  permission: 'pledge.cancel',
  binds: 'household',
  says: 'no',
  takesBack: 'deed',
  help: { title: '撤回还没付的认捐', say: '撤回12号项目的认捐' },
  readBack: ({ no, amount, beneficiary, offered }) =>
    typeof offered === 'string'
      ? `撤回给${String(no)}号的${offered === '出工' ? '出工' : `“${plain(offered, 30)}”`}`
      : `撤回${typeof beneficiary === 'string' ? `替${plain(beneficiary, 20)}说的` : ''}${no ? `${String(no)}号项目的` : ''}认捐${amount === undefined ? '' : yuan(Number(amount))}`,
  async handle({ unit, member, slots }) {
    if (slots.offered !== undefined && slots.no !== undefined) {
      const { no, offered } = slots;
      await undoOffer(unit, { member, no, offered });
      return `已撤回您家给${no}号的${plain(offered, 30)}，没有关系，别的不变。`;
    }
    if (slots.amount !== undefined && slots.no !== undefined) {
      const { no, amount, beneficiary: home } = slots;
      const saidFor = home ? await undoSaidFor(unit, { member, no, home, amountFen: amount }) : null;
      if (saidFor) return `已撤回替${maskPlace(saidFor)}说的${no}号认捐${yuan(amount)}，已告诉那一户。`;
      await undoLastPromise(unit, { member, no, what: { amountFen: amount } });
      return `已撤回您家给${no}号的认捐${yuan(amount)}，没有关系。想再参加，随时发送“${no}号我出200元”。`;
    }
    const { no, beneficiary } = slots;
    const { project, amountFen, offers, saidFor } = await cancelPledge(unit, { member, no, beneficiary });
    const parts = [
      amountFen > 0 ? `认捐${yuan(amountFen)}` : '',
      offers.length > 0 ? `${offers.length}项捐物或出工` : '',
    ].filter(Boolean);
    if (saidFor) return `已撤回替${maskPlace(saidFor)}说的${project.no}号${parts.join('和')}，已告诉那一户。`;
    return `已撤回您家在${project.no}号的${parts.join('和')}，没有关系。想再参加，随时发送“${project.no}号我出${pledgeExample(project.round)}”。`;
  },
});
