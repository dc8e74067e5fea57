import { dayWords } from '../../src/domain/calendar.js';
import { type Place, placeLabels } from '../../src/domain/label.js';
import { plain } from '../../src/domain/plain-text.js';
import { otherCategory } from '../../src/domain/proposal/categories.js';
import { reportPlace } from '../../src/domain/proposal/report.js';
import { senseOf } from '../../src/language/values/report-said.js';
import { Refusal } from '../../src/domain/refusal.js';
import { findTwin } from '../../src/language/reading/twins.js';
import { cannotWait } from '../../src/language/values/trouble-words.js';
import { readAnswer } from '../../src/language/values/manner/answers.js';
import { findAddresses } from '../../src/language/values/people/household.js';
import { withoutStoreys } from '../../src/language/values/people/storey-said.js';
import { hasMood, type MoodKind } from '../../src/language/values/manner/mood.js';
import {
  AskSlot,
  Confirm,
  defineIntent,
  optional,
  type SlotKind,
  wholeNumber,
  words,
  reportNo,
} from '../../src/talk/intent.js';
import {
  joinReport,
  openReport,
  type StandingReport,
  standingReports,
} from '../../src/operations/proposal/report-matter.js';
import { addToReport } from '../../src/operations/proposal/own-report.js';
import { ownerWords, payerWords } from '../../src/publish/proposal/report-words.js';

/** What is told so is perhaps not told here and now, or not as it is. */
const moods: readonly MoodKind[] = ['forwarded', 'quoted', 'joking', 'hedged', 'conditional'];

/** 是 adds the own word to the report that stands, 不是 opens another one. */
const isSame: SlotKind<'yes' | 'no'> = {
  field: {
    kind: 'choice',
    isOnAsk: true,
    choices: [
      ['yes', '是同一件，加上我这一份'],
      ['no', '不是，另记一件'],
    ],
  },
  ask: '这件事已有人报过，要加一份吗？回复“是”加上您这一份，回复“不是”另记一件。',
  read: text => (text.trim().startsWith('加一份') ? 'yes' : (readAnswer(text) ?? undefined)),
  accept: value => (value === 'yes' || value === 'no' ? value : undefined),
};

/** 一单元门口那个井盖: every building has a first entrance. */
const whichBuilding = wholeNumber('请问是几号楼？例如“3号楼”。', 1, 999);

export default defineIntent({
  phrases: ['我要报修', '我要报事', '我要反映问题', '反映问题', '我要投诉'],
  pattern: /^(?:报修|报事|反映(?:一个|个)?问题)[:：，,\s]+(?<text>[^]{2,300})$/u,
  slots: {
    text: words('请问哪里出了什么事？一句话说清，例如“3号楼2单元楼道灯坏了”。', 300),
    place: optional(words('请问在哪里？', 100)),
    same: optional(isSame),
    building: optional({ ...whichBuilding, field: { ...whichBuilding.field, isOnAsk: true as const } }),
    adds: optional({ ...reportNo, field: { ...reportNo.field, isOnAsk: true as const } }),
  },
  takesPictures: 'asked',
  permission: 'report.open',
  binds: 'nobody',
  help: {
    title: '报事',
    when: '公共的东西坏了、脏了、有危险，报一声',
    say: '报事：3号楼2单元楼道灯坏了',
    more: '有编号，有人管，三个工作日内答复',
  },
  readBack: ({ text, adds }) =>
    `${adds === undefined ? '报事' : `在报事${String(adds)}加上您一份`}“${plain(String(text), 40)}”`,
  async handle({ unit, member, slots: { text, place, same, building, adds }, said = '', pictures, now, confirmed }) {
    const told = place && !text.includes(place) ? `${place}${text}` : text;
    const whole = building === undefined ? told : `${building}号楼${told}`;
    const names = (await unit.members.all()).map(({ name }) => name);
    // What stands beside the slots may say more: 小孩摔伤了, 老王又骂人.
    const sense = senseOf(said.includes(text) && said.length <= 300 ? said : whole, names);
    if (sense.kind === 'emergency') throw new Refusal('report.emergency', { words: sense.words });
    if (sense.kind === 'person') throw new Refusal('report.person', {});
    const isOwn = adds !== undefined && (await unit.reports.openOf(member.userid)).some(({ no }) => no === adds);
    if (adds !== undefined && !isOwn) {
      const { voices } = await joinReport(unit, { member, words: whole, place: null, pictures, report: adds });
      return `已加到报事${adds}，现在${voices}人报过。办得怎样都会私下告诉您。`;
    }
    if (adds !== undefined) {
      const more = { member, report: adds, words: whole, at: whereIn(whole, member.household), now };
      const report = await addToReport(unit, more);
      return `已补到报事${adds}（${reportPlace(report)}）：${plain(whole, 60)}。管事的人会听到。`;
    }
    const { category, first } = sense;
    const isUnsure = category.id === otherCategory || hasMood(said, ...moods);
    if (isUnsure && !confirmed && same === undefined)
      throw new Confirm(`您是要报事“${plain(whole, 40)}”吗？我还没有记，记了会有人去看。`);

    const beside = said.includes(text) && building === undefined ? said : whole;
    const inSlots = whereIn(whole, member.household);
    const at = Object.keys(inSlots).length === 0 ? whereIn(beside, member.household) : inSlots;
    // What cannot wait is not held up.
    const isUnclear = at.unit !== undefined || withoutStoreys(whole).orBuilding !== null;
    if (first === null && isUnclear && at.building === undefined)
      throw new AskSlot('building', '请问是几号楼？例如回复“3号楼”。我还没有记。');
    const report = { member, words: whole, place: place ?? null, pictures, now };
    const twin =
      same === 'no' ? null : twinAmong(await standingReports(unit), { words: whole, category: category.id, at });
    if (twin && same === undefined)
      throw new AskSlot(
        'same',
        `这件事已有报事${twin.no}（${twin.where}），要加一份吗？回复“是”加上您这一份，回复“不是”另记一件。`,
      );
    if (twin) {
      const { report: joined, voices } = await joinReport(unit, { ...report, report: twin.no });
      return [first, `已加到报事${joined.no}，现在${voices}人报过。办得怎样都会私下告诉您。`]
        .filter(Boolean)
        .join('\n');
    }
    const opened = await openReport(unit, { ...report, category, at, isUrgent: first !== null });
    const stranger = member.householdId === null ? '您还没有绑定住户，先按未绑定的人记下。' : '';
    const photo = pictures.length > 0 ? '照片也收下了。' : '';
    const last = dayWords(new Date(opened.dueAt.getTime() - 1), now);
    const how = first === null ? `${last}前答复` : '已马上告诉他和网格员';
    return [
      first,
      `记为**报事${opened.no}**：${reportPlace(opened)}，${category.said}。${photo}${stranger}`,
      `${payerWords(opened)}管事的是${await ownerWords(unit, opened)}，${how}。发送“报事${opened.no}”看办得怎样；要大家一起办，发送“报事${opened.no}转提案”。`,
    ]
      .filter(Boolean)
      .join('\n');
  },
});

/** 俺们单元, 我们楼: the speaker's own. */
const ownEntrance = /(?:我|俺|咱)(?:们)?(?:这|那)?(?:个)?(?:单元|门洞|楼道)/u;
const ownBuilding = /(?:我|俺|咱)(?:们)?(?:这|那)?(?:栋|幢|座)?(?:楼(?!道|长)|栋)/u;

/** Building and entrance that were said, in the names of the roster, or are the speaker's own; a room is nobody's business. */
function whereIn(text: string, own: Place | null): { building?: string; unit?: string } {
  const { rest, has, orBuilding } = withoutStoreys(text);
  const [address] = findAddresses(rest);
  const { building, unit } = placeLabels(address ?? {});
  if (building === undefined && unit === undefined && own) {
    if (ownEntrance.test(text)) return { building: own.building, ...(own.unit !== '' && { unit: own.unit }) };
    // 电梯停在三楼 and 三楼灯坏了 are of the house that the speaker lives in; 三楼后面 may be another one.
    if (ownBuilding.test(text) || (has && (orBuilding ?? own.building) === own.building))
      return { building: own.building };
  }
  // 三单元门口 of who lives there is there; what cannot wait is looked for at home.
  if (building === undefined && own && (unit === own.unit || (unit !== undefined && cannotWait(text))))
    return { building: own.building, ...(unit !== undefined && unit !== '' && { unit }) };
  return { ...(building === undefined ? {} : { building }), ...(unit === undefined || unit === '' ? {} : { unit }) };
}

/** The open report that tells the same: alike in its words, or of one kind at one place. */
function twinAmong(
  open: readonly StandingReport[],
  told: Pick<StandingReport, 'words' | 'category' | 'at'>,
): StandingReport | null {
  const { words: said, category, at } = told;
  const candidates = open.map(({ no, words: title, place }) => ({ no, title, ...(place === null ? {} : { place }) }));
  const alike = findTwin(said, undefined, candidates);
  const isHere = (one: StandingReport): boolean =>
    at.building !== undefined && one.at.building === at.building && one.at.unit === at.unit;
  return (
    open.find(({ no }) => no === alike?.no) ??
    open.find(one => category !== otherCategory && one.category === category && isHere(one)) ??
    null
  );
}
