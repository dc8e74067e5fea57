import { onlyOne } from '../../domain/only-one.js';
import { hourMs, momentWords } from '../../domain/calendar.js';
import { requestWords } from '../../domain/funds/spending.js';
import { askedWords } from '../../domain/next-words.js';
import { may, type RoleId, roles } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { rulesAt } from '../../domain/rules.js';
import { isFor, type Step } from '../../domain/step.js';
import { approvalNeeded } from '../../operations/funds/payee-limits.js';
import { requestStates } from '../../operations/funds/request-spending.js';
import { nextOf } from '../../operations/next-steps.js';
import { contacts } from '../../publish/people/contacts.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { Project } from '../../store/proposal/project.js';
import { onlyWords } from '../asked/words.js';
import { calledIn } from './payment-called.js';
import { once } from '../once.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { lastLine } from './last-line.js';

/** Words of a question about a payment, and nothing else (white list). */
const kindsOf = onlyWords<'where' | 'when' | 'lack' | 'mine' | 'do' | 'what'>([
  [
    'where',
    '到哪一步 到哪步 到哪儿 到哪里 到哪 在哪儿 在哪 轮到谁 卡在哪儿 卡在哪 卡在谁 走到哪 到谁 在谁 咋样 怎么样 啥情况 什么情况 进展 情况',
  ],
  ['when', '什么时候 啥时候 几时 哪天 多会儿 多久 几天'],
  ['lack', '为什么 为啥 咋还 怎么还 怎么 咋 卡住 卡着 卡 停住 停 拦 压着 压 原因'],
  ['what', '花多少钱 花多少 多少钱 干啥的 干什么的 干啥用的 买的啥 买的什么 买啥的'],
  ['lack', '催谁 找谁'],
  ['lack', '还差谁 还差啥 还差什么 还差 差谁 差啥 差什么 差 缺什么 缺啥 缺 等谁 等什么 等啥 等 谁 哪位 哪个'],
  ['mine', '我自己 我 俺 自己'],
  [
    'do',
    '付得出去 付出去 付款 付钱 打钱 打过去 打款 给人家 给出去 结清 结账 结 放款 支付 付 批准 批 核对 核 审核 审 到账 给钱 报下来 下来 拿到 放行 放 过 转',
  ],
  [
    'fill',
    '让 给 都 张 单 件 该 得 已经 好像 这会儿 上头 他们 人家 咱们 咱 跟 那 现在 它 这 个 申请 提 明天 后天 今天 下午 吧 笔 钱 报销 款 单子 的 到底 那儿 那里 这儿 里 手里 手上 步 签 了 呢 啊 呀 来着 吗 嘛 么 还 才 就 能不能 不能 能 会 可以 是不是 是 有没有 没有 没 不 得了 得 出去 到 一直 老 要 需要 人 行',
  ],
]);

const asksIt =
  /(?:能|可以)[^吧]{1,6}吧$|[吗嘛么呢谁啥哪咋几]|什么|怎么|为什么|多久|不$|没有?$|能不能|是不是|情况|进展/u;
/** 申请3怎么写 asks how it is said, and no state. */
const numbered = /(?:支出|付款)?申请(?:第|单)?(?<no>\d{1,7})号?(?!\d)/u;

/**
 * With whom a request for money lies, what it lacks and from when it may be paid (到谁那儿了, 申请4为什么还不能付, 申请8我自己能批吗): of the one
 * that is named, of the last deed, or where only one waits. Null for all else.
 */
export async function requestAsked(parts: Parts, turn: Turn, bare: string): Promise<Reply | null> {
  const named = numbered.exec(bare);
  const rest = named ? bare.replace(named[0], '') : bare;
  const kinds = asksIt.test(rest) ? kindsOf(rest) : null;
  if (!kinds || kinds.size === 0) return named ? null : calledAsked(parts, turn, bare);
  // 我 and 谁 alone ask nothing of a payment; 多久 is said of much else.
  const isOwn = named === null && kinds.has('mine') && bare.includes('申请');
  const isBehind =
    typeof parts.spoken.own(turn)?.slots?.['request'] === 'number' && (kinds.has('lack') || kinds.has('what'));
  const isOfIt = named !== null || isOwn || isBehind || kinds.has('where') || (kinds.has('do') && kinds.has('when'));
  if (!isOfIt) return null;
  const request = named
    ? await turn.unit.spending.byNo(Number(named.groups?.['no']))
    : isOwn
      ? await ownRequest(turn)
      : ((await lastRequest(parts, turn)) ?? (kinds.has('do') ? await onlyRequest(turn) : null));
  const project = request && (await turn.unit.projects.byId(request.projectId));
  if (!request || !project) return null;
  if (named && !may(turn.member, 'record.read')) return null;
  parts.spoken.note(turn, { intent: 'spend.list', no: project.no, isDone: false, slots: { request: request.no } });
  const steps = once(async () => stepsOf(turn, request, project));
  const first = !isOwn && kinds.has('mine') && kinds.has('do') ? await mayIt(turn, request, steps) : '';
  return { text: `${first}${await requestStanding(turn, request, project, steps)}` };
}

/** So many of one name are told of. */
const mostCalled = 4;

/** 张记第二批的钱咋还不让我付, 线管那张呢: how those stand that the words call by what was bought or by who gets it. */
async function calledAsked(parts: Parts, turn: Turn, bare: string): Promise<Reply | null> {
  if (!asksIt.test(bare) || !sayMoney.test(bare) || !may(turn.member, 'record.read')) return null;
  const asks = (rest: string): boolean => (kindsOf(rest)?.size ?? 0) > 0 || andThat.test(rest);
  const called = calledIn(bare, await turn.unit.spending.latest(), asks);
  const open = called.filter(({ state }) => state !== 'paid' && state !== 'refused');
  const meant = open.length > 0 && !/[都全]/u.test(bare) ? open : called;
  const lines: string[] = [];
  for (const request of meant.slice(0, mostCalled)) {
    const project = await turn.unit.projects.byId(request.projectId);
    if (!project) continue;
    lines.push(await requestStanding(turn, request, project));
    const only = onlyOne(meant);
    const slots = only ? { slots: { request: only.no } } : {};
    parts.spoken.note(turn, { intent: 'spend.list', no: project.no, isDone: false, ...slots });
  }
  return lines.length === 0 ? null : { text: lines.join('\n') };
}

/** What a name of goods stands beside where it is a payment's: 灯泡多少钱 asks of none. */
const sayMoney =
  /[那这](?:一)?[笔张单]|[钱款](?:都|咋|怎|给|付|到|批|现在|还|啥|什么)|[付批核]|打[钱款]|结[清账]|那个花/u;
/** 线管那张呢. */
const andThat = /^的?(?:钱|款|票|申请)?[那这]?(?:一)?[笔张单](?:申请|钱|票)?呢$/u;

/** The steps that a payment needs now, read where they are wanted. */
type Steps = () => Promise<readonly Step[]>;

/** What a payment is, where it is, and what it waits for. */
export async function requestStanding(
  turn: Turn,
  request: SpendRequest,
  project: Project,
  steps: Steps = async () => stepsOf(turn, request, project),
): Promise<string> {
  const what = `申请${request.no}：${project.no}号，${plain(requestWords(request), 80)}`;
  return `${what}，${requestStates[request.state]}。${await nextWords(turn, request, steps)}`;
}

/** Whether the speaker takes the next step with it. */
async function mayIt({ member }: Turn, request: SpendRequest, steps: Steps): Promise<string> {
  if (request.askedById === member.id && request.state !== 'paid')
    return '不能：您自己经手的，自己不能核、不能批、不能付。';
  const own = (await steps()).find(one => isFor(one.for, member));
  return own ? `能，发送“${own.says[0] ?? ''}”。` : '现在轮不到您。';
}

/** The steps that the payment needs now. */
async function stepsOf({ unit, now }: Turn, request: SpendRequest, project: Project): Promise<Step[]> {
  const { steps } = await nextOf(unit, project, now);
  return steps.filter(({ slots, optional }) => slots['request'] === request.no && !optional);
}

/** The one that was just looked at, or that of the last deed. */
async function lastRequest(parts: Parts, turn: Turn): Promise<SpendRequest | null> {
  const shown = parts.spoken.own(turn)?.slots?.['request'];
  const request = shown ?? (await lastLine(parts, turn))?.facts['request'];
  return typeof request === 'number' ? turn.unit.spending.byNo(request) : null;
}

/** 我那个申请到哪了: the newest of the speaker's that is not paid yet. */
async function ownRequest({ unit, member }: Turn): Promise<SpendRequest | null> {
  const own = (await unit.spending.open()).filter(({ askedById }) => askedById === member.id);
  return own.toSorted((a, b) => b.no - a.no)[0] ?? null;
}

/** The only one that waits, for who has to do with such requests. */
async function onlyRequest({ unit, member }: Turn): Promise<SpendRequest | null> {
  const sees = (['spend.ask', 'spend.check', 'spend.approve', 'funds.spend'] as const).some(each => may(member, each));
  return sees ? (onlyOne(await unit.spending.open()) ?? null) : null;
}

async function nextWords({ unit, now }: Turn, request: SpendRequest, steps: Steps): Promise<string> {
  const { holdHours } = rulesAt(now);
  switch (request.state) {
    case 'asked':
      return `现在等会计核对：${await holders(unit, ['bookkeeper'])}；核对、批准以后再等${holdHours}小时，出纳付。`;
    case 'checked':
      return `现在等批准：${await holders(unit, (await approvalNeeded(unit, request, now)).roles)}；批准以后再等${holdHours}小时，出纳付。`;
    case 'approved': {
      const from = new Date((request.approvedAt ?? now).getTime() + holdHours * hourMs);
      const lacks = (await steps()).filter(({ deed }) => deed !== 'spend.pay');
      const wait = now < from ? `${momentWords(from, now)}满${holdHours}小时` : '';
      const also = lacks.map(one => askedWords(one, now));
      const cashier = `出纳付：${await holders(unit, ['cashier'])}。`;
      if (also.length > 0) return `还不能付，还差：${[...also, wait].filter(Boolean).join('；')}。都好了${cashier}`;
      return `${wait === '' ? '现在就能付' : `还不能付，${momentWords(from, now)}以后能付`}，${cashier}`;
    }
    case 'held':
      return request.holdReason
        ? `监管小组暂缓的，原因：${plain(request.holdReason, 60)}。等提出的人放行。`
        : '监管小组暂缓的，等提出的人放行。';
    case 'refused':
      return request.refusedReason ? `原因：${plain(request.refusedReason, 60)}。` : '';
    default:
      return '';
  }
}

async function holders(unit: Turn['unit'], wanted: readonly RoleId[]): Promise<string> {
  const held = await contacts(unit, [...wanted]);
  return held.length > 0
    ? held
        .slice(0, 3)
        .map(({ said }) => said)
        .join('、')
    : wanted.map(role => roles[role]).join('、');
}
