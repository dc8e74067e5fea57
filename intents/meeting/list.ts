import { placeLabels } from '../../src/domain/label.js';
import { ledBuilding } from '../../src/domain/people/led-building.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo, rows, type SlotKind } from '../../src/talk/intent.js';
import { type HomeSaid, homeWords, findHomes, readPresence } from '../../src/language/values/people/homes.js';
import { enterPresent } from '../../src/operations/meeting/hold-meeting.js';
import type { Place } from '../../src/operations/people/which-household.js';

/** Not asked for where only a mistake is struck. */
const cameHomes: SlotKind<string | undefined> = {
  ...rows('请问哪几户到场？例如“3号楼2单元301、3号楼2单元302”。'),
  needed: ({ gone }) => gone === undefined,
};

export default defineIntent({
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号)?(?:议事会)?(?:的)?(?:[没未]到场(?:的有?)?[:：，,\s]+(?<gone>[^]+)|到场(?:名单|登记|的有)?[:：，,\s]+(?<text>[^]+))$/u,
  slots: { no: optional(projectNo), text: cameHomes, gone: optional(rows('请问哪几户其实没来？')) },
  permission: 'meeting.call',
  help: {
    title: '替没有手机的邻居登记到场',
    say: '12号到场：3号楼2单元301、3号楼2单元302',
    more: '记错了说“12号没到场：3号楼2单元302”',
  },
  onlyInForm: true,
  readBack: ({ no, text, gone }) => {
    const about = no ? `${String(no)}号` : '';
    const came = typeof text === 'string' ? `登记${about}到场：${plain(text, 120)}` : '';
    const struck = typeof gone === 'string' ? `划掉${came ? '' : about}到场记错的：${plain(gone, 120)}` : '';
    return [came, struck].filter(Boolean).join('，');
  },
  async handle({ unit, member, slots: { no, text = '', gone: mistaken = '' } }) {
    const building = ledBuilding(member.roles);
    const near = building === undefined ? {} : { building };
    const said = text.normalize('NFKC');
    // 3号楼2单元301、302，401没来 lists who came and tells of somebody else.
    const gone = readPresence(said, near)?.gone ?? [];
    const places = findHomes(said, near).filter(({ start }) => !gone.some(home => home.start === start));
    const { meeting, present, added, struck } = await enterPresent(unit, {
      no,
      places: places.map(placeOf),
      gone: findHomes(mistaken.normalize('NFKC'), near).map(placeOf),
    });
    const taken = struck > 0 ? `划掉了记错的${struck}户，` : '';
    return `${meeting.no}号议事会${taken}${text === '' ? '' : `登记了${added}户，`}现在到场${present}户。`;
  },
});

function placeOf(home: HomeSaid): Place {
  return { said: homeWords(home), ...placeLabels(home) };
}
