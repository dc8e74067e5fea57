import { onlyOne } from '../../src/domain/only-one.js';
import { summaryOf } from '../../src/domain/funds/ledger.js';
import { maskPlace } from '../../src/domain/masking.js';
import { yuan, yuanSaid } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { roundStates } from '../../src/domain/lifecycle.js';
import {
  AskSlot,
  Confirm,
  defineIntent,
  type Field,
  flag,
  money,
  optional,
  place,
  projectNo,
  type SlotKind,
} from '../../src/talk/intent.js';
import { type Pledged, pledgeMoney } from '../../src/operations/pledge/pledge-money.js';
import { undoSaidFor } from '../../src/operations/pledge/undo-last-promise.js';
import { pledgeTaps } from '../../src/publish/pledge/pledge-taps.js';

/** Of one household so much is rarely meant, and a nought is soon too many: it is read back. */
const largeFen = 1_000_000;

/** Whoever has promised nothing in that matter has nothing to change. */
const isPromised: Field['isShown'] = async (unit, { no }, { householdId }) => {
  const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
  if (!project || householdId === null) return false;
  return (await unit.ledger.standingOf(project.id, householdId)).promisedFen > 0;
};

/** A sum, with a few to tap. */
const sum: SlotKind<number> = {
  ...money,
  taps: async (unit, { slots: { no }, member: { householdId }, isPrivate }) => {
    const project =
      typeof no === 'number' ? await unit.projects.byNo(no) : onlyOne(await unit.projects.inStates(roundStates));
    return pledgeTaps(unit, project ?? null, { householdId, isPrivate });
  },
};

const instead =
  /^(?:那|就|还是|是|给我|我|俺|咱|要|把它|不加|不是加)*(?:改|换|替|变)|^(?:一共|总共|合计|拢共|加起来|全部)?(?:就|只)(?:是|出|要|这|那|\d)/u;
const besides = /^(?:那|就|是|要|我|俺|咱|给我|不改|不是改|当然)*(?:再|又|另|加|添|追)/u;

/** Whether a further sum stands in the place of what was promised (改成) or is added to it (再加); asked where the words do not tell. */
const whole: SlotKind<boolean> = {
  ...flag,
  field: { kind: 'flag', isShown: isPromised },
  ask: '是改成这个数，还是在原来的上面再加？请回复“改成”或“再加”。',
  accept: value => (typeof value === 'boolean' ? value : undefined),
  read: text => (besides.test(text.trim()) ? false : instead.test(text.trim()) ? true : undefined),
  taps: async (_unit, { slots: { amount } }) => {
    const said = yuan(Number(amount));
    return [
      [true, `改成${said}`],
      [false, `再加${said}`],
    ];
  },
};

/** The home for which a leader said it wrongly just before, and the sum, where that is another. */
const wrongHome = place('请问原来记的是哪一户？');
const otherSum: SlotKind<number> = {
  ...money,
  field: { ...money.field, isOnAsk: true },
  ask: '请问原来记的是多少钱？',
};

export default defineIntent({
  phrases: ['我要认捐'],
  slots: {
    amount: sum,
    no: optional(projectNo),
    replaces: optional(whole),
    adds: optional({ ...flag, field: { kind: 'flag', insteadOf: 'replaces' } }),
    unnamed: optional(flag),
    beneficiary: optional(place('请问替哪一户？例如“3号楼2单元301”；是您自己家的，回复“我家”。')),
    insteadOf: optional({ ...wrongHome, field: { ...wrongHome.field, isOnAsk: true } }),
    wrongSum: optional(otherSum),
  },
  permission: 'pledge.make',
  binds: 'household',
  says: 'amount',
  help: {
    title: '认捐',
    say: '12号我出200元',
    more: '不想留名说“12号我匿名捐200元”，替家人说“替3号楼2单元301认捐200元”；自愿参与，付款前可撤回',
  },
  readBack: ({ no, amount, replaces, adds, beneficiary, unnamed, insteadOf, wrongSum }) =>
    `${typeof insteadOf === 'string' ? `撤回替${plain(insteadOf, 20)}说的认捐${yuan(Number(wrongSum ?? amount))}，` : ''}${unnamed ? '不留名' : ''}${typeof beneficiary === 'string' ? `替${plain(beneficiary, 20)}` : ''}${no ? `给${String(no)}号项目` : ''}${replaces ? '改为' : adds ? '再加' : ''}认捐${yuanSaid(Number(amount))}`,
  async caution(unit, { no }) {
    const project = typeof no === 'number' ? await unit.projects.byNo(no) : null;
    if (!project?.budgetFen) return null;
    const { pledgedFen } = summaryOf(await unit.ledger.balances(project.id));
    return pledgedFen < project.budgetFen ? null : `请注意：认捐已经够了。${overWords(pledgedFen, project.budgetFen)}`;
  },
  async handle({ unit, member, slots, chat, confirmed, isForm }) {
    // What was read back is done whole, or not at all.
    if (slots.insteadOf && slots.no === undefined) throw new AskSlot('no', projectNo.ask);
    if (slots.insteadOf && slots.no !== undefined) {
      const { no, insteadOf: home, wrongSum: amountFen = slots.amount } = slots;
      if (!(await undoSaidFor(unit, { member, no, home, amountFen }))) throw new Refusal('pledge.none', { no });
    }
    const pledged = await pledgeMoney(unit, {
      member,
      no: slots.no,
      amountFen: slots.amount,
      replaces: slots.replaces ?? false,
      adds: slots.adds ?? false,
      beneficiary: slots.beneficiary,
      unnamed: slots.unnamed ?? false,
    });
    const { project, ownFen, beneficiary, isSaidFor, summary } = pledged;
    const before = ownFen - slots.amount;
    const isTold = slots.replaces !== undefined || slots.adds || beneficiary || isForm;
    if (!isTold && before > 0)
      throw new AskSlot(
        'replaces',
        `您家给${project.no}号已经认捐了${yuan(before)}。是改成${yuan(slots.amount)}，还是再加${yuan(slots.amount)}、一共${yuan(ownFen)}？`,
        true,
      );
    if (slots.amount >= largeFen && !confirmed)
      throw new Confirm(`您是要给${project.no}号认捐${yuanSaid(slots.amount)}吗？`);
    if (chat.kind === 'group') return shortly(pledged, slots);
    const all = ownFen === slots.amount || isSaidFor ? '' : `您家合计${yuan(ownFen)}。`;
    const most = isAtCap(pledged) ? `每户最多${yuan(ownFen)}，已经认满。` : '';
    return `${doneWords(pledged, slots.amount)}${yuan(slots.amount)}。${all}${most}全部认捐${yuan(summary.pledgedFen)}，${askedWords(project)}。${overWords(summary.pledgedFen, project.budgetFen ?? 0)}自愿认筹，付款前可撤回。${slots.unnamed ? '不公开您家。' : ''}`;
  },
});

/** The household promises as much as one may. */
function isAtCap({ project, ownFen }: Pledged): boolean {
  return project.round?.capFen === ownFen;
}

/** What was recorded or changed, up to the sum. */
function doneWords({ project: { no }, replacedFen, beneficiary, isSaidFor }: Pledged, amountFen: number): string {
  const other = beneficiary && maskPlace(beneficiary);
  const theirs = '由那一户自己交，已告诉那一户';
  if (isSaidFor && other)
    return replacedFen > 0
      ? `已把替${other}说的${no}号认捐（${theirs}）从${yuan(replacedFen)}改为`
      : `已记下：${other}（您代说，${theirs}）给${no}号认捐`;
  if (replacedFen === 0) return `已记下您家${other ? `替${other}` : ''}给${no}号认捐`;
  return replacedFen === amountFen ? `没有变：您家给${no}号认捐` : `已把您家给${no}号的认捐从${yuan(replacedFen)}改为`;
}

/** `预算3,000元`, or what of it residents are asked for. */
function askedWords({ budgetFen, round }: Pledged['project']): string {
  const budget = budgetFen ?? 0;
  const target = round?.targetFen ?? budget;
  return target === budget ? `预算${yuan(budget)}` : `居民部分${yuan(target)}`;
}

/** What is promised beyond the budget is told plainly, with what becomes of it (docs/domain.md 8.6); empty where nothing is. */
function overWords(pledgedFen: number, budgetFen: number): string {
  return pledgedFen <= budgetFen ? '' : `已经比预算多${yuan(pledgedFen - budgetFen)}，用不完的决算后按方案处理余款。`;
}

/** What the group hears of a pledge: twenty characters, however many neighbours pledge. */
function shortly(
  { project: { no }, ownFen, replacedFen, beneficiary }: Pledged,
  {
    amount,
    adds,
    unnamed,
  }: { readonly amount: number; readonly adds?: true | undefined; readonly unnamed?: true | undefined },
): string {
  if (beneficiary) return `${no}号代认捐${yuan(amount)}，已记`;
  // What was put together of several sentences is said whole: the giver sees that all of it was changed.
  if (replacedFen > 0)
    return `${no}号认捐改为${yuan(amount)}${unnamed ? '，不公开' : ''}${adds ? `（原来一共${yuan(replacedFen)}）` : ''}`;
  if (ownFen !== amount) return `${no}号您家共认捐${yuan(ownFen)}`;
  return `${no}号认捐${yuan(amount)}，${unnamed ? '不公开' : '已记'}`;
}
