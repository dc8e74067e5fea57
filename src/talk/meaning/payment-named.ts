import { onlyOne } from '../../domain/only-one.js';
import { paymentSteps, requestWords } from '../../domain/funds/spending.js';
import { may } from '../../domain/permissions.js';
import type { Understanding } from '../../language/reading/understand.js';
import { readJudgements } from '../../language/values/judgements.js';
import { findAmounts } from '../../language/values/money/amounts.js';
import { isCalled, paymentNames } from '../../language/values/payment-names.js';
import { requestStates } from '../../operations/funds/request-spending.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import { paymentBeside } from '../question/about.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, sureFrom, type Wish } from '../wish.js';
import { numbersSaid } from './which-thing.js';

const steps: Readonly<Record<string, readonly SpendRequest['state'][]>> = paymentSteps;

/** Of what is read by less nothing is told. */
const leastRead = 0.3;

/**
 * 梯子那张我核过了, 给城东把钱结了: a payment that is called by what it bought or by who gets it is that one, and none of another name that
 * happens to wait. Where none is called so, which there are is told; where the one that is waits for something else, the rules say so.
 */
export async function paymentNamed(
  parts: Parts,
  turn: Turn,
  text: string,
  read: Understanding,
): Promise<Reply | Wish | null> {
  const deed = numbersSaid(text).length > 0 ? undefined : deedSaid(parts, turn, text, read);
  const names = deed === undefined ? [] : paymentNames(text.normalize('NFKC'));
  if (deed === undefined || names.length === 0) return null;
  const open = await turn.unit.spending.open();
  const called: SpendRequest[] = [];
  for (const one of open) {
    const words = await wordsOf(turn, one);
    const isIt = hasOwnSum(deed, text, one) && names.every(name => isCalled(words, name));
    if (isIt) called.push(one);
  }
  const waiting = called.filter(({ state }) => steps[deed]?.includes(state));
  const only = onlyOne(waiting.length > 0 ? waiting : called);
  // Why it is sent back or held stands in the words.
  if (waiting.length > 1 || (waiting.length > 0 && isWithReason.test(deed))) return null;
  if (only) return { intent: deed, slots: { request: only.no, ...loosely }, sure: false, confirmed: false };
  return { text: await noneCalled(turn, names, open) };
}

/** The deed of a payment that the speaker may do and that the words judge, or that is read first of all deeds. */
function deedSaid({ intents }: Parts, { member }: Turn, text: string, read: Understanding): string | undefined {
  const isOf = (deed: string): boolean => {
    const intent = steps[deed] && intents.get(deed);
    return intent !== undefined && may(member, intent.permission);
  };
  if (isOf(read.intent)) return read.intent;
  if (read.intent !== 'chat.other' && read.confidence >= sureFrom) return undefined;
  const [first] = read.why.readings.filter(({ intent }) => intent !== 'chat.other');
  const heard = first && first.share >= leastRead && isOf(first.intent) ? first.intent : undefined;
  return readJudgements(text).find(({ deed }) => isOf(deed))?.deed ?? heard;
}

const isWithReason = /^spend\.(?:refuse|hold)$/;

/** 城东那笔八百 is not the one of 260; what is held against the invoice may be any sum. */
function hasOwnSum(deed: string, text: string, { amountFen }: SpendRequest): boolean {
  const sums = findAmounts(text).flatMap(sum => (sum.kind === 'exact' && sum.fen >= 1000 ? [sum.fen] : []));
  return isWithReason.test(deed) || sums.length === 0 || sums.includes(amountFen);
}

async function wordsOf({ unit }: Turn, request: SpendRequest): Promise<string> {
  const project = await unit.projects.byId(request.projectId);
  const asker = await unit.members.byId(request.askedById);
  return [requestWords(request), request.payee, request.line, project?.title, asker?.name].filter(Boolean).join(' ');
}

const mostTold = 5;

async function noneCalled({ unit }: Turn, names: readonly string[], open: readonly SpendRequest[]): Promise<string> {
  const none = `没有对得上${names.map(name => `“${name}”`).join('')}的支出申请，没有记任何东西。`;
  if (open.length === 0) return `${none}现在一笔申请也没有。`;
  const lines: string[] = [];
  for (const { no, state } of open.slice(0, mostTold))
    lines.push(`- ${(await paymentBeside(unit, { request: no })).slice(1, -1)}：${requestStates[state]}`);
  return [`${none}现在有：`, ...lines, '是其中一笔，请连申请号再说一遍。'].join('\n');
}
