import { ledBuilding } from '../../domain/people/led-building.js';
import { homeWords } from '../../language/values/people/homes.js';
import { findAddresses } from '../../language/values/people/household.js';
import type { MemberView } from '../../store/people/members.js';

/**
 * 1单元301 of who leads one building is there, and of anybody else in the building that they live in. Null where the words name a
 * building, or lack the entrance or the door.
 */
export function inOwnBuilding(words: string, { roles, household }: MemberView): string | null {
  const { building, unit, room } = findAddresses(words)[0] ?? {};
  const near = ledBuilding(roles) ?? household?.building;
  if (building !== undefined || unit === undefined || room === undefined || near === undefined) return null;
  return homeWords({ building: near, unit, room });
}
