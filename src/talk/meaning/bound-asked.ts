import { placeLabels } from '../../domain/label.js';
import { placeWords } from '../../domain/masking.js';
import { may } from '../../domain/permissions.js';
import { findAddresses } from '../../language/values/people/household.js';
import type { Household } from '../../store/people/household.js';
import type { Reply } from '../reply.js';
import type { Turn } from '../turn.js';

const asked =
  /^(?:请问|查一?下?|看)*(?<home>[^，,。？?]{3,20}?)(?:室|家|户|那户|那家|的|人)*(?:现在|到底|是不是|已经|都)*(?:绑没绑|绑定没绑定|绑定?(?:好|上|过|成功)?(?:了)?(?:没有?|吗|么|没绑))(?:啊|呀|呢)*[?？。\s]*$/u;

/** 302绑定了没 of who confirms bindings: which accounts that home has. In private only; nobody else hears it. */
export async function boundAsked({ unit, member, message }: Turn, text: string): Promise<Reply | null> {
  if ([...text].length > 30 || !text.includes('绑') || !may(member, 'member.confirm')) return null;
  const said = asked.exec(text.trim())?.groups?.['home'] ?? '';
  const [address, ...others] = findAddresses(said).filter(({ room }) => room !== undefined);
  const door = /^\d{3,4}$/u.exec(said)?.[0];
  if (others.length > 0 || (!address && door === undefined)) return null;
  const { building, ...rest } = address ? placeLabels(address) : { building: undefined, room: door };
  const own = building ?? member.roles.find(role => role.building !== null)?.building ?? member.household?.building;
  const homes = own == null ? [] : await unit.members.householdsAt({ building: own, ...rest });
  if (homes.length === 0) return { text: `花名册里没有“${said}”这一户。请说全，例如“3号楼2单元301绑定了没”。` };
  if (message.chat.kind !== 'single') return { text: '哪一户绑定了没有，只在私聊里说：点我的头像再问一遍。' };
  const lines: string[] = [];
  for (const home of homes.slice(0, 6)) lines.push(await standing({ unit }, home));
  return { text: lines.join('\n') };
}

async function standing({ unit }: Pick<Turn, 'unit'>, home: Household): Promise<string> {
  const bound = await unit.members.speakingFor(home);
  const asking = (await unit.members.all()).filter(({ askedHouseholdId }) => askedHouseholdId === home.id);
  const waits = asking.length > 0 ? `；有${asking.length}位在等您确认，发送“待办”` : '';
  return `${placeWords(home)}：${bound.length > 0 ? `已绑定${bound.length}个账号` : '还没有人绑定'}${waits}。`;
}
