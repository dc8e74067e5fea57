import { placeLabels } from '../../domain/label.js';
import { onlyOne } from '../../domain/only-one.js';
import { ledBuilding } from '../../domain/people/led-building.js';
import { homeWords } from '../../language/values/people/homes.js';
import { findAddresses } from '../../language/values/people/household.js';
import { isFromPage } from '../message.js';
import { homeSlots } from '../question/home-pieces.js';
import type { Turn } from '../turn.js';
import { loosely, type Wish } from '../wish.js';

/**
 * 道闸二单元301交了三百: a home without its building is in the only one that the matter is about, else in the one that the speaker leads. It is read
 * back with it. The same wish where there is no such home.
 */
export async function withWholeHomes(turn: Turn, wish: Wish): Promise<Wish> {
  if (isFromPage(turn.message.body) || wish.confirmed) return wish;
  let filled = wish;
  for (const slot of homeSlots) {
    const said = wish.slots[slot];
    const whole = typeof said === 'string' ? await wholeHome(turn, said, wish.slots['no']) : null;
    if (whole !== null) filled = { ...filled, slots: { ...filled.slots, [slot]: whole, ...loosely }, sure: false };
  }
  return filled;
}

async function wholeHome({ unit, member }: Turn, said: string, no: unknown): Promise<string | null> {
  const [address, ...others] = findAddresses(said);
  if (!address || others.length > 0 || address.building !== undefined) return null;
  if (address.unit === undefined || address.room === undefined) return null;
  const scope = typeof no === 'number' ? (await unit.projects.byNo(no))?.scope : null;
  const near = onlyOne(new Set(scope?.map(({ building }) => Number(building)))) ?? ledBuilding(member.roles);
  if (near === undefined || !Number.isSafeInteger(near)) return null;
  const home = { building: near, unit: address.unit, room: address.room };
  const { building, ...labels } = placeLabels(home);
  const isThere = building !== undefined && (await unit.members.householdsAt({ building, ...labels })).length === 1;
  return isThere ? `${said.slice(0, address.start)}${homeWords(home)}${said.slice(address.end)}` : null;
}
