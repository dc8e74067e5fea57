import { onlyOne } from '../../domain/only-one.js';
import { placeLabels } from '../../domain/label.js';
import { moneyStates } from '../../domain/lifecycle.js';
import { placeWords } from '../../domain/masking.js';
import { may } from '../../domain/permissions.js';
import { yuan } from '../../domain/money.js';
import { projectName } from '../../domain/project-words.js';
import { findAddresses } from '../../language/values/people/household.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { cutOut } from '../../language/values/span.js';
import { givenWords } from '../../publish/people/own-standing.js';
import type { Called } from './by-name.js';
import { toSpeaker } from '../handled.js';
import { openly, type Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';

const end = '(?:来着|[了啊呢呀的])*$';
const asksOfHome = new RegExp(
  `^(?:那|请问|家|户|的|他|她|这|现在|给)*(?:一共|总共)?(?:还)?(?:(?:差|欠|缺|认捐?|交|出|付|捐)(?:了|过)?(?:多少|几多)(?:钱|元)?|(?:交|付|给)(?:齐|够|清|完)?(?:了)?(?:没有?|吗|过没有?))${end}`,
  'u',
);
const own = '(?:[那请问麻烦你帮我查看一下个的在]*)(?:我|俺|咱)(?:们)?(?:家)?[在那的都一共总到底还已经现这下给]*';
const gave = '(?:认捐?|捐|出|交|付|给)';
const howMuch = '(?:多少|几多|几百|几块|几千|哪些|啥|什么|哪几[个件号])(?:钱|元|块钱)?(?:没[交付给])?';
/** 我认了多少钱了, 我家交了没, 我交的钱收到了没: 我出多少 asks what is wanted, and nothing of what was promised. */
const asksOfOwn = new RegExp(
  `^${own}(?:${gave}(?:[了过]|的是?|的(?:钱|款)是)+(?:钱)?${howMuch}|(?:差|欠|缺)(?:着|了)?${howMuch}|${gave}(?:上|齐|够|清|完)?(?:[了过](?:钱|款)?|(?:钱|款)[了过]?)(?:[\\d一二两三四五六七八九十百千万]{1,7}(?:元|块)?)?(?:没有?|吗|不)|(?:那?(?:份|笔)?(?:钱|款)|${gave}的(?:那?[份笔])?(?:钱|款)?)(?:收到|到账|入账|记上|交上|交齐|交|付)(?:[了过])?(?:没有?|吗|不))${end}`,
  'u',
);

/** Who keeps the money asks what one household promised and paid (4号楼1单元501还差多少); everybody may ask it of the own one. In private only. */
export async function homeAsked(parts: Parts, turn: Turn, text: string, called: Called): Promise<Reply | null> {
  if ([...text].length > 40 || !/[认捐出交付给差欠缺钱款]/u.test(text)) return null;
  return (await ownAsked(turn, text, called)) ?? othersAsked(parts, turn, text);
}

/** The words beside a matter's number. */
function besideNumber(text: string): string {
  return text.replace(/[#第]?\d{1,7}号(?:项目)?/u, '').replace(/[\s，,。.?？!！]+/gu, '');
}

async function ownAsked(turn: Turn, text: string, called: Called): Promise<Reply | null> {
  const { member } = turn;
  if (member.householdId === null || !/[我俺咱]/u.test(text) || !/[没吗不多几哪啥什]/u.test(text)) return null;
  const named = asksOfOwn.test(besideNumber(text)) ? null : await called();
  const said = named?.names.size === 1 ? named.text : text;
  if (!asksOfOwn.test(besideNumber(said))) return null;
  const [number] = findNumbers(said);
  const lines = await standingLines(turn, member.householdId, number?.no);
  const none = number ? `给${number.no}号` : '';
  const alone =
    lines.length > 0
      ? `您家：${lines.join('；')}。`
      : `您家${none}现在没有认捐，也没有交过钱。想参加说例如“${number?.no ?? 12}号我出50元”，出不出都由您。`;
  return toSpeaker({ ...turn, chat: turn.message.chat }, { alone, text: openly('数') });
}

/** `12号「装路灯」认捐200元，已交0元` of each matter that money is given for. */
export async function standingLines({ unit }: Turn, householdId: number, no: number | undefined): Promise<string[]> {
  const lines: string[] = [];
  let [allFen, allPaidFen] = [0, 0];
  for (const project of await unit.projects.inStates(moneyStates)) {
    if (no !== undefined && project.no !== no) continue;
    const words = await givenWords(unit, project, householdId);
    if (words.length > 0) lines.push(`${projectName(project)}${words.join('，')}`);
    const { promisedFen, paidFen } = await unit.ledger.standingOf(project.id, householdId);
    allFen += promisedFen;
    allPaidFen += paidFen;
  }
  if (lines.length > 1) lines.push(`一共认捐${yuan(allFen)}，已交${yuan(allPaidFen)}`);
  return lines;
}

async function othersAsked(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const { unit, member, message } = turn;
  if (!may(member, 'funds.receive') && !may(member, 'funds.reconcile')) return null;
  const address = onlyOne(findAddresses(text).filter(({ room }) => room !== undefined));
  if (!address) return null;
  const [number] = findNumbers(text);
  if (!asksOfHome.test(besideNumber(cutOut(text, [address])))) return null;
  const { building, ...labels } = placeLabels(address);
  const home = onlyOne(building === undefined ? [] : await unit.members.householdsAt({ building, ...labels }));
  if (!home) return null;
  if (message.chat.kind !== 'single') return { text: '哪一户认捐多少、交了多少，只在私聊里说：点我的头像再问一遍。' };
  const asked = number?.no ?? parts.spoken.own(turn)?.no;
  const lines = await standingLines(turn, home.id, asked);
  const none = `${asked === undefined ? '' : `${asked}号`}没有认捐，也没有交过钱`;
  return { text: `${placeWords(home)}：${lines.length > 0 ? lines.join('；') : none}。` };
}
