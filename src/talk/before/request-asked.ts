import { onlyOne } from '../../domain/only-one.js';
import { hourMs, momentWords } from '../../domain/calendar.js';
import { requestWords } from '../../domain/funds/spending.js';
import { may, type RoleId, roles } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { rulesAt } from '../../domain/rules.js';
import { approvalNeeded } from '../../operations/funds/payee-limits.js';
import { requestStates } from '../../operations/funds/request-spending.js';
import { contacts } from '../../publish/people/contacts.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { lastLine } from './last-line.js';

const it = '(?:那|现在|它|这|个|笔|钱|申请|报销|款|单子|我的|到底|的)*';
const asksWhere = new RegExp(
  `^${it}(?:到|在|轮到|卡在|走到|该)+(?:谁|哪(?:一?步|儿|里|个人)?|什么地方)(?:那儿|那里|那|手里|手上|这儿|批|签)*(?:了|呢|啊|呀|来着)*$`,
  'u',
);
const asksWhen = new RegExp(
  `^${it}(?:啥时候|什么时候|几时|哪天|多会儿|多久)(?:才|就|能|可以|会)*(?:付|打款|付款|到账|给钱|报下来|下来|拿到)(?:钱|款)?(?:了|呢|啊|呀|来着)*$`,
  'u',
);

/** 到谁那儿了 behind a request for money, 啥时候能付 where only one waits: with whom it lies, and from when it may be paid. */
export async function requestAsked(parts: Parts, turn: Turn, bare: string): Promise<Reply | null> {
  const isWhen = asksWhen.test(bare);
  if (!isWhen && !asksWhere.test(bare)) return null;
  const request = (await lastRequest(parts, turn)) ?? (isWhen ? await onlyRequest(turn) : null);
  const project = request && (await turn.unit.projects.byId(request.projectId));
  if (!request || !project) return null;
  parts.spoken.note(turn, { intent: 'spend.list', no: project.no, isDone: false, slots: { request: request.no } });
  const what = `申请${request.no}：${project.no}号，${plain(requestWords(request), 80)}`;
  return { text: `${what}，${requestStates[request.state]}。${await nextWords(turn, request)}` };
}

/** That of the last deed, or the one that was just looked at. */
async function lastRequest(parts: Parts, turn: Turn): Promise<SpendRequest | null> {
  const { request = parts.spoken.own(turn)?.slots?.['request'] } = (await lastLine(parts, turn))?.facts ?? {};
  return typeof request === 'number' ? turn.unit.spending.byNo(request) : null;
}

/** The only one that waits, for who has to do with such requests. */
async function onlyRequest({ unit, member }: Turn): Promise<SpendRequest | null> {
  const sees = (['spend.ask', 'spend.check', 'spend.approve', 'funds.spend'] as const).some(each => may(member, each));
  return sees ? (onlyOne(await unit.spending.open()) ?? null) : null;
}

async function nextWords({ unit, now }: Turn, request: SpendRequest): Promise<string> {
  switch (request.state) {
    case 'asked':
      return `现在等会计核对：${await holders(unit, ['bookkeeper'])}；核对、批准以后再等${rulesAt(now).holdHours}小时，出纳付。`;
    case 'checked':
      return `现在等批准：${await holders(unit, (await approvalNeeded(unit, request, now)).roles)}；批准以后再等${rulesAt(now).holdHours}小时，出纳付。`;
    case 'approved': {
      const from = new Date((request.approvedAt ?? now).getTime() + rulesAt(now).holdHours * hourMs);
      const when = now < from ? `${momentWords(from, now)}以后能付` : '现在就能付';
      return `${when}，出纳付：${await holders(unit, ['cashier'])}。`;
    }
    case 'held':
      return request.holdReason ? `原因：${plain(request.holdReason, 60)}。等提出的人放行。` : '等提出的人放行。';
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
