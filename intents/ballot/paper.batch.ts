import { placeLabels } from '../../src/domain/label.js';
import { Refusal } from '../../src/domain/refusal.js';
import { besideHome, homeForm, homeWords } from '../../src/language/values/people/homes.js';
import { addressForm, doorForm, readHousehold } from '../../src/language/values/people/household.js';
import { correctPapers, enterPapers } from '../../src/operations/ballot/enter-paper.js';
import { spokenChoice } from '../../src/publish/poll/poll-card.js';
import { defineIntent, flag, optional, projectNo, rows } from '../../src/talk/intent.js';

const line = new RegExp(`^(?<place>${addressForm}|${homeForm})[:：\\s]*(?:投|选)?(?<choice>\\S.{0,49})$`, 'u');

/** Each home begins a line of its own, also where only a blank stands before it. */
const nextLine = new RegExp(`[、，,；;\\n]+|(?<![楼元栋幢])\\s+(?=${addressForm}|${doorForm}[:：\\s])`, 'u');

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:表决)?(?:的)?(?:一批纸票|纸票汇总)[:：\s]*(?<list>.{6,3000}?)[。！]?$/u,
  slots: {
    no: projectNo,
    list: rows('请问是哪几户、投的什么？例如“3号楼2单元301 同意、3号楼2单元302 反对”。', 3000),
    corrects: optional({ ...flag, field: { ...flag.field, isOnAsk: true } }),
  },
  takesPictures: true,
  permission: 'poll.paper',
  help: {
    title: '代录一批纸票',
    when: '代录一批纸票：照片可以是一张大家签了名的汇总表',
    say: '12号一批纸票：3号楼2单元301 同意、3号楼2单元302 反对',
    more: '由另一人核对后才算',
  },
  readBack: ({ no, list, corrects }) =>
    `${corrects ? '改正' : '代录'}${String(no)}号的${partsOf(String(list)).length}张纸票${countsOf(String(list))}`,
  async handle({ unit, member, slots: { no, list, corrects }, now, pictures }) {
    const entries = linesOf(list);
    if (corrects) {
      const { poll, papers } = await correctPapers(unit, { member, no, list: entries, now });
      return `${poll.no}号的纸票${papers.map(({ id }) => id).join('、')}已改正。请另一位楼长、网格员或监管小组成员对着照片核对，核对后才算。`;
    }
    const { poll, papers } = await enterPapers(unit, { member, no, list: entries, pictures, now });
    const ids = papers.map(({ id }) => id);
    const span = ids.length > 1 ? `${ids[0]}到${ids.at(-1)}` : String(ids[0]);
    return `${poll.no}号的${ids.length}张纸票已登记，编号${span}。请另一位楼长、网格员或监管小组成员对着照片逐张核对，核对后才算。`;
  },
});

/** Each home with what its paper says: a line that is no such pair is named, and none is entered. 102 is of the entrance of the home before it. */
function linesOf(list: string) {
  let before = '';
  return partsOf(list).map(one => {
    const { place = '', choice = '' } = line.exec(one)?.groups ?? {};
    if (place === '') throw new Refusal('paper.line', { said: one.slice(0, 30) });
    const home = readHousehold(place) ?? { room: place.replace(/[室户]$/u, '') };
    const said = home.building === undefined ? homeWords(besideHome(home, before)) : place;
    before = said;
    return { place: { said, ...placeLabels(readHousehold(said) ?? {}) }, choice: spokenChoice(choice) };
  });
}

/** `（同意21张、反对5张）`: whoever holds the sheet counts it over. */
function countsOf(list: string): string {
  const counts = new Map<string, number>();
  for (const one of partsOf(list)) {
    const { choice } = line.exec(one)?.groups ?? {};
    if (choice !== undefined) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  return `（${[...counts].map(([choice, count]) => `${choice}${count}张`).join('、')}）`;
}

function partsOf(list: string): string[] {
  return list
    .split(nextLine)
    .map(one => one.trim())
    .filter(one => one !== '');
}
