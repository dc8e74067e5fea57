import { readHousehold } from '../language/values/household.js';
import { isMood, readMood } from '../language/values/mood.js';
import type { MemberView } from '../store/people/members.js';
import type { Wish } from './wish.js';

/** What only the member's own household can say: somebody else's words or matters never become a deed of the speaker. */
const ofHousehold =
  /^(?:poll\.vote|pledge\.(?:money|goods|labour|cancel)|proposal\.support|project\.rate|credit\.redeem)$/u;

/**
 * Holds a wish against who speaks. A sentence to say where it is somebody else's, the wish with its beneficiary (to be read
 * back) where a pledge names another household, and the wish itself where it is the speaker's own.
 */
export function asSpeaker(wish: Wish, text: string, member: MemberView): Wish | string {
  if (!ofHousehold.test(wish.intent) || wish.slots['beneficiary'] !== undefined) return wish;
  const mood = readMood(text);
  if (isMood(mood, { start: 0, end: text.length }, 'forwarded'))
    return '这像是转发的别人说的话，我没有记任何东西。要办您自己的事，请直接说，例如“2号我出200元”或“4号同意”。';
  const other = mood.find(({ kind, of }) => kind === 'onBehalf' && of !== undefined && !isOwn(of, member));
  if (!other) return wish;
  const no = typeof wish.slots['no'] === 'number' ? `${wish.slots['no']}号` : '12号';
  if (wish.intent === 'pledge.money' && namesHome(other.of))
    return { ...wish, slots: { ...wish.slots, beneficiary: other.of }, sure: false };
  if (wish.intent === 'pledge.money')
    return `替别人家认捐，请说清是哪一户，例如“替3号楼2单元301给${no}认捐200元”。我没有记任何东西，也没有记在您家。`;
  if (wish.intent === 'poll.vote')
    return `替别的住户投票要有凭据：有核对过的委托书，请说“${no}代3号楼2单元301同意”；收了纸票，请楼长登记“${no}纸票：3号楼2单元301 同意”。我没有记任何东西，您家的票没有变。`;
  return '这像是替别人家办的事，请本人来说，或者请楼长代办。我没有记任何东西，也没有记在您家。';
}

function namesHome(words: string | undefined): boolean {
  return words !== undefined && readHousehold(words)?.room !== undefined;
}

/** True when the words name the speaker's own home or the speaker. */
function isOwn(words: string, { household, name }: MemberView): boolean {
  const { building, unit, room } = readHousehold(words) ?? {};
  if (room === undefined && building === undefined)
    return name !== '' && new RegExp(`^(?:老|小)?${name.slice(0, 1)}`, 'u').test(words) && words.length <= 2;
  if (!household || (room !== undefined && room !== household.room)) return false;
  return (
    (building === undefined || building === Number(household.building)) &&
    (unit === undefined || unit === Number(household.unit))
  );
}
