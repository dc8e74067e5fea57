import { type Carried, carriedBy } from '../domain/people/door-scene.js';
import { takeHint } from '../operations/people/hint-home.js';
import type { Grid } from '../store/people/grid.js';
import type { MemberView } from '../store/people/members.js';
import { act } from './act.js';
import type { Came } from './message.js';
import type { Reply } from './reply.js';
import type { Parts, Turn } from './turn.js';

/** By what somebody came: the grid of the link, and what it carried. */
interface CameBy {
  readonly grid: Grid;
  readonly carried: Carried | null;
}

export function cameBy(came: Came, grid: Grid): CameBy {
  return { grid, carried: carriedBy(came.param) };
}

/**
 * Whoever opens the private chat is greeted. By the card of a household they are asked whether they live there: opening binds nobody, and
 * the code stays good for the rest of the family; by the way from the desk they are asked whether it was they who sat there
 * (docs/wecom-doors.md 27.2, 27.3).
 */
export async function answerEntry(parts: Parts, turn: Turn, by: CameBy | null): Promise<Reply> {
  const { member, unit, open, now } = turn;
  // Who named a home in the customer group is asked, and their leader after them: a name proves nothing (27.2).
  const home = member.household || by?.carried ? null : await takeHint(open, { ...member, gridId: unit.grid.id, now });
  if (home) return act(parts, turn, { intent: 'member.bind', slots: { ...home }, sure: false, confirmed: false });
  if (!by) return greeted(member);
  const isHere = by.grid.id === unit.grid.id;
  if (by.carried?.kind === 'card' && !member.household && isHere)
    return act(parts, turn, { intent: 'member.code', slots: { code: by.carried.code }, sure: true, confirmed: false });
  if (by.carried?.kind === 'join') {
    const { code } = by.carried;
    const link = await turn.open.identities.link(code, 'join', turn.now);
    if (link && link.userid !== member.userid)
      return act(parts, turn, { intent: 'identity.join', slots: { code }, sure: true, confirmed: false });
  }
  if (by.carried?.kind === 'building' && !member.household && isHere) return atDoor(parts, turn, by.carried.code);
  // Who is bound elsewhere stays there: a link that was sent on moves nobody.
  const other = isHere
    ? ''
    : `\n这个二维码是${by.grid.name}的，您在${unit.grid.name}，这里办的是${unit.grid.name}的事。`;
  const board = `公示栏谁都能看：${parts.boardUrl(unit.grid.code)}`;
  const guest = isHere && !member.household ? `\n这里是${unit.grid.community}${unit.grid.name}。${board}` : '';
  return member.household && isHere ? greeted(member) : { text: `${greeting(member)}${guest}${other}` };
}

/** Who lives here can go on by a touch, and need not know a word of it. */
function greeted(member: MemberView): Reply {
  if (!member.household) return { text: greeting(member) };
  const buttons = [
    { text: '打开办事台', style: 1 as const, intent: 'desk.open' },
    { text: '我的待办', style: 4 as const, intent: 'todo.show' },
    { text: '帮助', style: 4 as const, intent: 'help' },
  ];
  return { text: greeting(member), card: { about: 'hello', title: '想办什么，点一下就行', buttons }, answers: buttons };
}

/** At the door of a building only entrance, room and name are asked for; a leader says yes as ever. A building that is none is asked for too. */
async function atDoor(parts: Parts, turn: Turn, building: string): Promise<Reply> {
  const { unit } = turn;
  const isThere = (await unit.members.households()).some(home => home.building === building);
  const slots = isThere ? { building } : {};
  const asked = await act(parts, turn, { intent: 'member.bind', slots, sure: true, confirmed: false });
  return { ...asked, text: `您好！我是众议众筹小助手，这里是${unit.grid.community}${unit.grid.name}。${asked.text}` };
}

function greeting(member: MemberView): string {
  if (!member.household)
    return '您好！我是众议众筹小助手。您还没有绑定住户，发送例如：我是5号楼2单元301的周桂兰。收到绑定卡的，也可以扫卡上的码。';
  return `${member.name}，您好！我是众议众筹小助手。点一下按钮，或者直接打字说事。`;
}
