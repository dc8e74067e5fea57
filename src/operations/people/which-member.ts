import { buildingLabel } from '../../domain/label.js';
import { roleCalled } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { Member } from '../../store/people/member.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Place, whichHousehold } from './which-household.js';

/** 李阿姨, 王师傅, 赵老师: a family name and how one speaks to them. */
const spoken =
  /^(?<family>\p{Script=Han}{1,2})(?:阿姨|叔叔?|大爷|大妈|大娘|大哥|大姐|师傅|老师|书记|主任|楼长|先生|女士|奶奶|爷爷)$/u;

/** 3号楼楼长, 3栋的楼长, 咱网格员: an office, of one building where it is named. */
const office = /^(?:咱们?的?|我们的?|(?<building>[^号楼栋幢\s]{1,3})号?[楼栋幢]的?)?(?<role>\p{Script=Han}{2,8})$/u;

/** Who holds the office that the words name; they need not live here. Null where they name none, or nobody holds it. */
async function inOffice(unit: Unit, said: string): Promise<Member | null> {
  const { building, role: named = '' } = office.exec(said.trim())?.groups ?? {};
  const role = roleCalled(named);
  if (!role) return null;
  const held = await unit.members.withRole(role, buildingLabel(building ?? '') ?? undefined);
  // Who went over to another grid holds nothing here.
  const found = (await unit.members.all()).filter(({ userid, leftAt }) => leftAt === null && held.includes(userid));
  return found.length === 0 ? null : theOnly(found, said);
}

/**
 * The member that somebody means: by the office, or of those bound here by the full name, by the home, by both, or as one speaks to them where
 * only one neighbour has that family name. Who cannot be told apart is asked for by the home.
 */
export async function whichMember(unit: Unit, said: Place): Promise<Member> {
  const name = said.said.trim();
  const all = await unit.members.allBound();
  if (said.building !== undefined && said.room !== undefined) {
    const household = await whichHousehold(unit, said);
    const there = all.filter(({ householdId }) => householdId === household.id);
    const named = there.filter(one => name.includes(one.name));
    return theOnly(named.length > 0 ? named : there, name);
  }
  const exact = all.filter(one => one.name === name || one.userid === name);
  if (exact.length > 0) return theOnly(exact, name);
  const holder = await inOffice(unit, name);
  if (holder) return holder;
  const family = spoken.exec(name)?.groups?.['family'];
  return theOnly(family === undefined ? [] : all.filter(one => one.name.startsWith(family)), name);
}

function theOnly(found: readonly Member[], said: string): Member {
  const [only, ...others] = found;
  if (!only) throw new Refusal('member.unknown', { said });
  if (others.length > 0) throw new Refusal('member.several', { said, count: found.length });
  return only;
}
