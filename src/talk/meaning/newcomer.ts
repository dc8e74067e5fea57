import { onlyOne } from '../../domain/only-one.js';
import { isThere } from '../../domain/label.js';
import { may } from '../../domain/permissions.js';
import { calledBy } from '../../domain/people/identity.js';
import type { Household } from '../../language/values/people/household.js';
import { readMood } from '../../language/values/manner/mood.js';
import { soundsOf } from '../../language/values/heard.js';
import { readPieces, spelledSigns } from '../../language/values/people/newcomer.js';
import type { Understanding } from '../../language/reading/understand.js';
import type { Question } from '../../store/question.js';
import type { MemberView } from '../../store/people/members.js';
import { bindingWords } from '../asked/standings.js';
import type { Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

const binding = 'member.bind';

/**
 * Who is not bound yet says building, unit, door and name in as many messages as they like: each piece is added to what was asked for,
 * and a name said after the request corrects it (docs/domain.md 1.3). Null for what holds no piece.
 */
export async function pieceOfBinding(
  { unit, member }: Turn,
  question: Question | null,
  text: string,
): Promise<Wish | null> {
  if (member.householdId !== null) return null;
  const said: { -readonly [K in keyof Household]: Household[K] } = readPieces(text);
  const spelled = spelledSigns(text);
  if (spelled !== '' && said.name === undefined) {
    const { name = '' } = (await unit.members.byUserid(member.userid)) ?? {};
    // 桂花的桂兰花的兰 behind 周贵兰: the name that sounds the same, in these signs.
    const isSame = spelled.length < name.length && soundsOf(name).endsWith(soundsOf(spelled));
    if (isSame) said.name = `${name.slice(0, -spelled.length)}${spelled}`;
  }
  if (Object.keys(said).length === 0) return null;
  const wish = (slots: object): Wish => ({
    intent: binding,
    slots: { ...slots, ...said },
    sure: true,
    confirmed: false,
  });
  if (question?.intent === binding) return wish(question.slots);
  // 我姓韩，叫韩雪梅: the name is kept, and the home is asked for.
  const isBegun = said.name !== undefined && /^(?:我|俺|本人)(?:是|姓|叫)/u.test(text.trim());
  const row = said.name === undefined ? null : await unit.members.byUserid(member.userid);
  const home = row?.askedHouseholdId ? await unit.members.household(row.askedHouseholdId) : null;
  if (home) return wish({ building: home.building, unit: home.unit, room: home.room });
  return isBegun && said.building === undefined ? wish({}) : null;
}

/** Words by which somebody speaks of the own home. */
const ownHome = /(?:我|俺|咱)(?:们)?(?:家)?(?:是|住|的|家|叫|姓|搬|新搬|刚搬|在)|绑|登记|搬|换房|改房|本人|房号/u;

/** Where in a building something is: 二楼, 楼道, 单元门口. Nobody lives there. */
const spot =
  /[一二三四五六七八九十\d]+(?:楼|层)(?!\s*(?:\d|[一二三四五六七八九十]+单元))|楼[道梯顶下后前]|过道|走廊|门口|外墙|拐角|旁边|地下室/u;

/**
 * Who is bound, or holds an office, names an address for some other reason than to be bound to it, unless the own home is spoken of; so does
 * everybody who names a place that is no home.
 */
export function withoutBinding({ householdId, roles }: MemberView, read: Understanding, text: string): Understanding {
  if (ownHome.test(text)) return read;
  if (read.intent !== binding) return householdId === null ? read : withoutReading(read);
  // 3号楼1单元二楼 says where something is broken; 3号楼2单元301 is a home.
  const isSpot = read.slots['room'] === undefined && spot.test(text.replaceAll(/\d+号楼/gu, ''));
  if (householdId === null && roles.length === 0 && !isSpot) return read;
  return { ...withoutReading(read), intent: 'chat.other', slots: {}, confidence: 0 };
}

function withoutReading(read: Understanding): Understanding {
  const readings = read.why.readings.filter(({ intent }) => intent !== binding);
  return { ...read, why: { ...read.why, readings } };
}

const confirms =
  /^(?:我)?(?:可以)?(?:确认|核实|核对|通过)|(?:给|让)(?:他|她)(?:通过|过)|通过(?:吧|了吧|一下)?[。.!！]*$|(?:我认识|认得|核对过|核实过|是(?:他|她)家|是本人)/u;

/** 确认韩雪梅，3号楼2单元302，我认识: the one request that waits with all that is said; done where home and name are, else read back. */
export async function confirmedBinding({ unit, member }: Turn, text: string): Promise<Wish | null> {
  const moods = readMood(text).map(({ kind }) => kind);
  // 2号楼2单元202的高磊我认识 is said of somebody else, as every such word is.
  const isMeant = moods.every(kind => kind === 'laughing' || kind === 'onBehalf');
  if (!may(member, 'member.confirm') || !confirms.test(text) || !isMeant) return null;
  const { name, ...place } = readPieces(text.replace(/^(?:我)?(?:可以)?(?:确认|核实|核对|通过)(?:绑定|一下)?/u, ''));
  const found = [];
  // 老王, and not 老王楼.
  const familiar = [...text.matchAll(/[老小](?=(.)(?!\p{Script=Han}?楼))/gu)].flatMap(([, first]) => first ?? []);
  for (const asking of await unit.members.all()) {
    const home = asking.askedHouseholdId === null ? null : await unit.members.household(asking.askedHouseholdId);
    if (!home) continue;
    const isCalled = asking.name !== asking.userid;
    const isNamed = isCalled && text.includes(asking.name);
    const isFamiliar = isCalled && familiar.some(first => asking.name.startsWith(first));
    if (isThere(place, home) && (isNamed || isFamiliar || (name === undefined && place.room !== undefined)))
      found.push({ asking, isNamed });
  }
  const only = onlyOne(found);
  if (!only) return null;
  const isWhole = only.isNamed && place.room !== undefined && /^(?:我)?确认/u.test(text);
  return { intent: 'member.confirm', slots: { userid: calledBy(only.asking) }, sure: isWhole, confirmed: false };
}

const asksWhen =
  /^(?:那|还|要|得|需|大概|一般|一共|我)*(?:等)?(?:到)?(?:多久|多长时间|几天|几时|啥时候|什么时候|哪天)(?:才|就|能|会|可以|给我|帮我)*(?:绑定|绑|确认|通过|批|认|办|弄|行|用)?(?:好|上|完|下来|了)*(?:啊|呀|呢)*[?？。\s]*$/u;

const asksMay =
  /^(?:那|我|俺|这|现在|是不是|已经|就|也)*(?:能|可以|让)(?:投票?|认捐|附议|表决)(?:了)?(?:吗|么|不|没有?)[?？。\s]*$/u;

/** 要等多久, 现在能投票了吗 of somebody whose request waits: for whom it waits. */
export async function bindingAsked(turn: Turn, text: string): Promise<Reply | null> {
  if (turn.member.householdId !== null || [...text].length > 20) return null;
  if (!asksWhen.test(text.trim()) && !asksMay.test(text.trim())) return null;
  const words = await bindingWords(turn);
  return words === null ? null : { text: words };
}
