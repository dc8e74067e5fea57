import type { Picture } from '../../domain/picture.js';
import { keepEvidence } from '../../operations/keep-evidence.js';
import { issuesToPicture } from '../../operations/proposal/keep-issue-photos.js';
import { waitingFor } from '../../operations/waiting.js';
import { named } from '../../publish/named-buttons.js';
import { photosMark } from './sent-photos.js';
import { waitingRow } from '../../publish/waiting-words.js';
import { mostButtons, type Reply } from '../reply.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Parts } from '../turn.js';

/** What was sent as a picture: `none` when it is no picture that can be used, null when it could not be had in time. */
export type Fetched = Picture | 'none' | null;

/**
 * A picture sent alone, in private, waits for the sentence that says what it proves or shows; it is kept only of those who
 * hold a role, have raised a matter whose works have not begun, or have reported something that is open.
 */
export async function takePicture(
  unit: Unit,
  {
    member,
    picture,
    now,
    intents,
  }: {
    member: MemberView;
    picture: Fetched | undefined;
    now: Date;
    intents: Parts['intents'];
  },
): Promise<Reply> {
  if (picture === null) return { text: '照片没有取到，请再发一次。' };
  if (picture === 'none' || picture === undefined)
    return { text: '这个我用不上。要留凭据请发20MB以内的照片（JPG或PNG），再发一句话说明。' };
  const [own] = await issuesToPicture(unit, member);
  const [report] = await unit.reports.openOf(member.userid);
  if (member.roles.length === 0 && !own && !report)
    return { text: '收到了。要登记进度或巡查，请把照片和一句话一起发，例如“今日巡查：材料堆放整齐”。' };
  const digest = await keepEvidence(unit, member, picture);
  const example = own ? `${own.no}号照片` : report ? `报事${report.no}照片` : '12号纸票：3号楼2单元301 同意';
  const text = `照片收到了。请在30分钟内接着发一句话说明它是什么，例如“${example}”。`;
  const matter = own ? [{ deed: 'proposal.photo', slots: { no: own.no }, words: `${own.no}号的问题照片` }] : [];
  const waiting = (await waitingFor(unit, member, now)).filter(({ deed }) => intents.get(deed)?.takesPictures);
  const deeds = [...matter, ...waiting.map(one => ({ ...one, words: waitingRow(one, now) }))];
  if (deeds.length === 0) return { text };
  const shown = deeds.slice(0, mostButtons).map(one => ({ ...one, slots: { ...one.slots, [photosMark]: [digest] } }));
  return { text: `${text}也可以点一下，照片会和那件事一起公开：`, ...photoCard(shown) };
}

/** What the picture may be of, as far as it waits for who sent it: a touch instead of the sentence. */
function photoCard(
  deeds: readonly { deed: string; slots: Readonly<Record<string, unknown>>; words: string; title?: string }[],
): Pick<Reply, 'card' | 'answers'> {
  const offers = deeds.map(({ deed: intent, slots, words, title = words }) => ({ intent, slots, words, title }));
  const { buttons, facts } = named(offers);
  return {
    card: { about: 'photo', title: '这张照片是哪一件的？点一下', ...(facts && { facts }), buttons },
    answers: offers.map(({ intent, slots, words: text }) => ({ intent, slots, text })),
  };
}

/** Says after the answer that a picture came to nothing, lest its sender believes that it stands in the record. */
export function withLost(reply: Reply, pictures: readonly Fetched[]): Reply {
  const said = lostWords(pictures);
  return said === null ? reply : { ...reply, text: [reply.text, said].filter(Boolean).join('\n') };
}

/** How many pictures could not be used and which can; null where all were. */
export function lostWords(pictures: readonly Fetched[]): string | null {
  const lost = pictures.filter(picture => picture === null || picture === 'none').length;
  return lost === 0 ? null : `有${lost}张照片没有收下：请发20MB以内的JPG或PNG照片。`;
}
