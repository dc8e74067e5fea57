import { buildingLabel } from '../../domain/label.js';
import { Refusal } from '../../domain/refusal.js';
import type { Member } from '../../store/people/member.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Place, whichHousehold } from './which-household.js';

/** 李阿姨, 王师傅, 赵老师: a family name and how one speaks to them. */
const spoken =
  /^(?<family>\p{Script=Han}{1,2})(?:阿姨|叔叔?|大爷|大妈|大娘|大哥|大姐|师傅|老师|书记|主任|楼长|先生|女士|奶奶|爷爷)$/u;

/** 3号楼楼长, 3栋的楼长: whoever leads that building. */
const leads = /^(?<building>[^号楼栋幢\s]{1,3})号?[楼栋幢]的?楼长$/u;

/**
 * The bound member that somebody means: by the office of a building's leader, by the full name, by the home, by both, or as one speaks to them where only one
 * neighbour has that family name. Who cannot be told apart is asked for by the home.
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
  const building = buildingLabel(leads.exec(name)?.groups?.['building'] ?? '');
  const leaders = building === null ? [] : await unit.members.withRole('building_leader', building);
  if (leaders.length > 0)
    return theOnly(
      all.filter(({ userid }) => leaders.includes(userid)),
      name,
    );
  const family = spoken.exec(name)?.groups?.['family'];
  return theOnly(family === undefined ? [] : all.filter(one => one.name.startsWith(family)), name);
}

function theOnly(found: readonly Member[], said: string): Member {
  const [only, ...others] = found;
  if (!only) throw new Refusal('member.unknown', { said });
  if (others.length > 0) throw new Refusal('member.several', { said, count: found.length });
  return only;
}
