import { dayWords } from '../../src/domain/calendar.js';
import { placeLabels } from '../../src/domain/label.js';
import { type Source, sourceIds, sources } from '../../src/domain/funds/ledger.js';
import { maskName, maskPlace, placeWords } from '../../src/domain/masking.js';
import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { may } from '../../src/domain/permissions.js';
import { Refusal } from '../../src/domain/refusal.js';
import { readAmount } from '../../src/language/values/money/amounts.js';
import { sourceOf } from '../../src/language/values/money/source-said.js';
import {
  Confirm,
  type Deed,
  defineIntent,
  money,
  oneOf,
  optional,
  place,
  projectNo,
  rows,
  wholeNumber,
  words,
} from '../../src/talk/intent.js';
import { readHousehold } from '../../src/language/values/people/household.js';
import { type Payer, type Received, recordReceipt } from '../../src/operations/funds/record-receipt.js';
import { differsWords } from '../../src/publish/funds/receipt-words.js';

/** A voucher that is put right is reversed on a form of its own, and many receipts are pasted on a page of their own. */
const wrongVoucher = wholeNumber('请问冲销第几号凭证？', 1, 9_999_999);
const otherHomes = rows('还有别的户就一行写一户，例如“3号楼2单元302 150元”。', 4000);

export default defineIntent({
  slots: {
    amount: money,
    payer: optional(words('请问是谁交的？', 60)),
    source: optional(
      oneOf(
        '请问是什么款？',
        sourceIds,
        sourceIds.map(id => [id, sources[id]]),
      ),
    ),
    no: optional(projectNo),
    beneficiary: optional(place('请问替哪一户交的？例如“3号楼2单元301”。')),
    corrects: optional({ ...wrongVoucher, field: { ...wrongVoucher.field, isOnAsk: true } }),
    also: optional({ ...otherHomes, field: { ...otherHomes.field, isOnAsk: true } }),
  },
  permission: 'funds.receive',
  help: {
    title: '记收款',
    say: '12号收到3号楼2单元301 200元',
    more: '也可以说“奖补资金到账两万元，记12号项目”',
  },
  readBack: ({ no, amount, payer, source, beneficiary, also }) => {
    const whose = typeof beneficiary === 'string' ? `替${plain(beneficiary, 30)}` : '';
    const others = typeof also === 'string' ? othersWords(also, Number(amount)) : '';
    return `记${no ? `${String(no)}号` : ''}收到${payer || whose ? `${payer ? plain(String(payer), 30) : ''}${whose}交的` : sourceWords(source)}${yuan(Number(amount))}${others}`;
  },
  async handle(deed) {
    if (deed.slots.also !== undefined) return receiveEach(deed, deed.slots.also);
    const { unit, slots, confirmed, chat } = deed;
    const { amount: amountFen, no, corrects } = slots;
    const takenBack = corrects === undefined ? '' : await takeBack(deed, corrects);
    const { kind, payer, beneficiary } = whoseOf(slots);
    const done = await recordReceipt(unit, { no, amountFen, payer, beneficiary, source: kind });
    const { project, entry, source, household, standing, summary } = done;
    if (!confirmed && done.doubts.length > 0) throw new Confirm(doubtWords(done, chat));
    const payerWords =
      household &&
      (chat.kind === 'group' && done.unnamed
        ? '一户（不留名）'
        : `${homeIn(chat, household)}（${household.owners.map(maskName).join('、')}）${done.unnamed ? '（对外不留名）' : ''}`);
    const who = `${payerWords ?? sources[source]}${done.beneficiary ? `替${homeIn(chat, done.beneficiary)}交的` : ''}`;
    // Of who paid too little or too much the group hears nothing: the office is told in private.
    const differs = standing && chat.kind === 'single' ? differsWords(standing) : '';
    return `${takenBack}已入账：${project.no}号收到${who}${yuan(slots.amount)}，第${entry.no}号凭证，会计对账后算实收。${differs}待对账${yuan(summary.pendingFen)}，实收${yuan(summary.receivedFen)}，预算${yuan(project.budgetFen ?? 0)}。`;
  },
});

/** `3号楼2单元302 150元`, a line each. */
function othersIn(also: string): { readonly payer: string; readonly fen: number }[] {
  return also.split('\n').map(line => {
    const { payer = '', sum = '' } = /^(?<payer>\S+)\s+(?<sum>\S+)$/u.exec(line.trim())?.groups ?? {};
    const amount = readAmount(sum.replaceAll(',', ''));
    if (payer === '' || amount.kind !== 'exact') throw new Refusal('amount.vague', {});
    return { payer, fen: amount.fen };
  });
}

function othersWords(also: string, firstFen: number): string {
  const others = othersIn(also);
  const wholeFen = others.reduce((whole, { fen }) => whole + fen, firstFen);
  const each = others.map(({ payer, fen }) => `、${plain(payer, 30)}交的${yuan(fen)}`).join('');
  return `${each}，${others.length + 1}笔一共${yuan(wholeFen)}`;
}

/** A voucher for each home, or none at all; what is odd about any of them is asked of all together. */
async function receiveEach(deed: Deed, also: string): Promise<string> {
  const receive = deed.intents.get('funds.receive');
  const { also: _, ...first } = deed.slots;
  const others = othersIn(also).map(({ payer, fen }) => ({ ...first, payer, amount: fen }));
  const said: string[] = [];
  const odd: string[] = [];
  for (const slots of [first, ...others])
    try {
      const done = await receive?.handle({ ...deed, slots });
      if (done !== undefined) said.push(typeof done === 'string' ? done : done.text);
    } catch (error) {
      if (!(error instanceof Confirm)) throw error;
      odd.push(`${plain(String(slots.payer), 30)}：${error.question}`);
    }
  if (odd.length > 0) throw new Confirm(odd.join(''));
  return said.join('\n');
}

function sourceWords(source: unknown): string {
  const id = sourceIds.find(each => each === source);
  return id && id !== 'residents' ? sources[id] : '';
}

/** Nothing is edited: what was booked wrongly is taken back by its own deed, and booked anew after it (docs/domain.md 8.1). */
async function takeBack(deed: Deed, voucher: number): Promise<string> {
  const reverse = deed.intents.get('funds.reverse');
  if (!reverse || !may(deed.member, reverse.permission)) throw new Refusal('entry.notReversible', { voucher });
  const done = await reverse.handle({ ...deed, slots: { voucher, reason: '记错了，重新记一笔' } });
  return typeof done === 'string' ? done : done.text;
}

/** The cashier, who books for a home and has its name on the slip, sees in private which one it is; the group sees a part of it. */
function homeIn({ kind }: Deed['chat'], household: Parameters<typeof placeWords>[0]): string {
  return kind === 'single' ? placeWords(household) : maskPlace(household);
}

/** Asked of the cashier, who has the slip in hand: neither the payer nor the books can tell. */
function doubtWords({ doubts, project, household }: Received, chat: Deed['chat']): string {
  const { no } = project;
  const lines = doubts.map(doubt =>
    doubt.kind === 'again'
      ? `${doubt.at ? `认捐的已经交齐，${dayWords(doubt.at)}` : '刚才'}已经记过一笔一样的（第${doubt.voucher}号凭证）。这是另外一笔吗？`
      : `${household ? homeIn(chat, household) : '这一户'}不在${no}号的范围里，也没有认捐。核对过是给${no}号的钱吗？`,
  );
  return lines.join('');
}

/** Asked whose money it is, a cashier may say of which kind it is: 奖补. */
function whoseOf(slots: {
  readonly payer?: string | undefined;
  readonly source?: Source | undefined;
  readonly beneficiary?: Payer | undefined;
}): { readonly kind?: Source | undefined; readonly payer?: Payer; readonly beneficiary?: Payer } {
  const { payer, source, beneficiary } = slots;
  if (payer === undefined) return { kind: source, ...(beneficiary && { beneficiary }) };
  const named = source === undefined && readHousehold(payer) === null ? sourceOf(payer) : undefined;
  const isKind = sourceIds.find(id => id === named);
  return isKind ? { kind: isKind } : { kind: source, ...(beneficiary && { beneficiary }), ...payersOf(payer) };
}

/** `3号楼2单元301替5号楼1单元102`: who paid, and for whom. */
function payersOf(said: string): { payer: Payer; beneficiary?: Payer } {
  const [payer = said, beneficiary] = said.split(/替|代(?!表)|帮/u);
  return beneficiary ? { payer: payerOf(payer), beneficiary: payerOf(beneficiary) } : { payer: payerOf(said) };
}

/** `3号楼2单元301`, `5-2-301`, `3号楼刘芳` or a name alone. */
function payerOf(said: string): Payer {
  const there = readHousehold(said);
  if (!there) return { said, name: said };
  const name = there.name ?? /(?:号楼|栋|幢)(?:的)?(?<name>\p{Script=Han}{2,4})$/u.exec(said)?.groups?.['name'];
  return {
    said,
    ...placeLabels(there),
    ...(name && there.room === undefined ? { name } : there.name ? { name: there.name } : {}),
  };
}
