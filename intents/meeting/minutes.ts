import { placeLabels } from '../../src/domain/label.js';
import { plain } from '../../src/domain/plain-text.js';
import { Confirm, defineIntent, flag, optional, projectNo, rows, type SlotKind, words } from '../../src/talk/intent.js';
import { findHomes, homeWords, listedPresent } from '../../src/language/values/people/homes.js';
import { addToMinutes, attachMinutes, enterPresent } from '../../src/operations/meeting/hold-meeting.js';

const adding: SlotKind<true | undefined> = optional({
  ...flag,
  accept: value => (value === true || value === '补充' ? true : undefined),
});

export default defineIntent({
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号)?(?:议事会|会议)(?:的)?(?:会议)?(?:纪要|记录)(?<adds>补充)?[:：，,\s]+(?<text>[^]+)$/u,
  slots: {
    no: optional(projectNo),
    text: words('请问纪要怎么写？', 1500),
    present: optional(rows('请问哪几户到场？')),
    adds: adding,
  },
  takesPictures: true,
  permission: 'meeting.call',
  binds: 'public',
  help: {
    title: '发议事会纪要',
    when: '发议事会纪要，可以附照片',
    say: '12号会议纪要：路灯装在东头，用太阳能',
  },
  onlyInForm: true,
  readBack: ({ no, text, present, adds }) => {
    const about = no ? `${String(no)}号` : '';
    const came = typeof present === 'string' ? `登记${about}到场：${plain(present, 120)}，再` : '';
    const said = plain(String(text ?? ''), 300);
    return adds ? `给${about}会议纪要补充“${said}”` : `${came}公布${about}会议纪要“${said}”`;
  },
  async handle({ unit, member, slots, now, pictures, confirmed }) {
    const { no, text, adds } = slots;
    const said = { member, no, text, pictures, now };
    if (adds) {
      const { meeting } = await addToMinutes(unit, said);
      return `${meeting.no}号议事会纪要已补充，群里公布了。`;
    }
    const homes = slots.present === undefined ? (listedPresent(text)?.came ?? []) : findHomes(slots.present);
    const places = homes.map(home => ({ said: homeWords(home), ...placeLabels(home) }));
    const entered = places.length > 0 ? await enterPresent(unit, { no, places }) : null;
    // Minutes that name who came are never published beside “到场0户”.
    if (entered && entered.added > 0 && slots.present === undefined && !confirmed)
      throw new Confirm(
        `纪要里写了${places.map(place => place.said).join('、')}到场，还没有登记。登记这${entered.added}户到场，再公布纪要，对吗？`,
      );
    const { meeting, present } = await attachMinutes(unit, said);
    return `${meeting.no}号议事会纪要已公布，到场${present}户，签到的都记了积分。`;
  },
});
