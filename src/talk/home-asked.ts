import { placeLabels } from '../domain/label.js';
import { placeWords } from '../domain/masking.js';
import { yuan } from '../domain/money.js';
import { may } from '../domain/permissions.js';
import { findAddresses } from '../language/values/household.js';
import { findNumbers } from '../language/values/project-numbers.js';
import type { Reply } from './reply.js';
import type { Parts, Turn } from './turn.js';

const asksOfHome =
  /^(?:那|请问|家|户|的|他|她|这|现在|给)*(?:一共|总共)?(?:还)?(?:(?:差|欠|缺|认捐?|交|出|付|捐)(?:了|过)?(?:多少|几多)(?:钱|元)?|(?:交|付|给)(?:齐|够|清|完)?(?:了)?(?:没有?|吗|过没有?))(?:了|啊|呢|呀)*$/u;

/** Who keeps the money asks what one household promised and paid (4号楼1单元501还差多少): told in private only, and to nobody else. */
export async function homeAsked(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const { unit, member, message } = turn;
  if (!may(member, 'funds.receive') && !may(member, 'funds.reconcile')) return null;
  const [address, ...more] = findAddresses(text).filter(({ room }) => room !== undefined);
  if (!address || more.length > 0) return null;
  const [number] = findNumbers(text);
  const rest = `${text.slice(0, address.start)}${text.slice(address.end)}`
    .replace(/[#第]?\d{1,7}号(?:项目)?/u, '')
    .replace(/[\s，,。.?？!！]+/gu, '');
  if (!asksOfHome.test(rest)) return null;
  const { building, ...labels } = placeLabels(address);
  const [home, ...others] = building === undefined ? [] : await unit.members.householdsAt({ building, ...labels });
  if (!home || others.length > 0) return null;
  if (message.chat.kind !== 'single') return { text: '哪一户认捐多少、交了多少，只在私聊里说：点我的头像再问一遍。' };
  const asked = number?.no ?? parts.spoken.own(turn)?.no;
  const all = await unit.projects.inStates(['pledging', 'collecting', 'funded', 'in_progress']);
  const lines: string[] = [];
  for (const { id, no } of all) {
    if (asked !== undefined && no !== asked) continue;
    const { promisedFen, paidFen } = await unit.ledger.standingOf(id, home.id);
    const lack = promisedFen > paidFen ? `，还差${yuan(promisedFen - paidFen)}` : '';
    lines.push(`${no}号认捐${yuan(promisedFen)}，已交${yuan(paidFen)}${lack}`);
  }
  return lines.length === 0 ? null : { text: `${placeWords(home)}：${lines.join('；')}。` };
}
