import { isThere } from '../../domain/label.js';
import { onlyOne } from '../../domain/only-one.js';
import { type ProjectState, roundStates, spendStates } from '../../domain/lifecycle.js';
import { payeeIn } from '../../domain/funds/spending.js';
import { may } from '../../domain/permissions.js';
import { hasMood } from '../../language/values/manner/mood.js';
import type { Understanding } from '../../language/reading/understand.js';
import { readAmount } from '../../language/values/money/amounts.js';
import { homeWords, type HomeSaid } from '../../language/values/people/homes.js';
import { type Paper, paperHomes, readPapers, readSheet } from '../../language/values/people/papers-said.js';
import { matterNamed } from '../meaning/by-name.js';
import type { Question } from '../../store/question.js';
import type { Begun } from '../rehearsal.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, type Wish } from '../wish.js';
import { isPicture } from './sent-photos.js';

/** How long a picture sent alone waits for the sentence that says what it is. */
const waitsMs = 30 * 60_000;

/**
 * What a picture shows, said with it or within half an hour in the words of a day (3号楼2单元301签的同意, 老太太写条子把票要回去了): a paper
 * ballot, a mandate, a sheet or a voucher, as the office of who sent it may bring it. It is read back; a second person checks it anyway.
 */
export async function ofPicture(parts: Parts, turn: Turn, text: string): Promise<Wish | Begun | null> {
  const { unit, member, message, now } = turn;
  if (message.chat.kind !== 'single' || member.roles.length === 0 || [...text].length > 120) return null;
  if (hasMood(text, 'forwarded', 'quoted', 'asked', 'conditional', 'joking', 'hedged')) return null;
  const isSent = message.pictures.some(isPicture);
  if (!isSent && !(await unit.evidence.waitingOf(member.userid, new Date(now.getTime() - waitsMs)))) return null;
  const onPaper = may(member, 'poll.paper')
    ? ((await takenBack(turn, text)) ?? (await sheet(parts, turn, text)) ?? (await papers(parts, turn, text)))
    : null;
  return onPaper ?? (await voucher(parts, turn, text));
}

const takes =
  /(?:票|纸).{0,6}(?:要|收|拿|撤|取)(?:回|走)|(?:撤|收)(?:回|掉|了)?[^，,。]{0,4}票|票.{0,4}(?:不算|作废|不要)/u;
const inWriting = /条|字|书面|写|纸|签/u;

/** 老太太写条子把票要回去了: of the one paper that stands, or that of the home that is named. */
async function takenBack({ unit }: Turn, text: string): Promise<Wish | null> {
  if (!takes.test(text) || !inWriting.test(text)) return null;
  const said = paperHomes(text);
  const standing: number[] = [];
  for (const { id } of await unit.polls.open())
    for (const { id: paper, state, householdId } of await unit.papers.ballots(id)) {
      const home = await unit.members.household(householdId);
      const isNamed = said.length === 0 || said.some(one => home && isThere(one, home));
      if ((state === 'pending' || state === 'checked') && isNamed) standing.push(paper);
    }
  if (standing.length === 0) return null;
  const paper = onlyOne(standing);
  const slots = paper === undefined ? {} : { paper };
  return { intent: 'paper.withdraw', slots, sure: paper === undefined, confirmed: false };
}

const ofSheet: Readonly<Record<string, readonly ProjectState[]>> = {
  认捐: roundStates,
  附议: ['issue_reported'],
  意见: ['plan_published'],
  打分: ['accepted'],
};

/** 3号楼2单元301老太太填了认捐单，200: nothing is promised by it before somebody else has seen the picture. */
async function sheet(parts: Parts, turn: Turn, text: string): Promise<Wish | null> {
  const home = onlyOne(othersHomes(parts, turn, text));
  const said = home && readSheet(text, home);
  if (!home || !said) return null;
  const { form, fen, score, words } = said;
  const fitting = await turn.unit.projects.inStates([...(ofSheet[form] ?? [])]);
  const no = (await matterNamed(turn, text)) ?? onlyOne(fitting)?.no;
  const slots = {
    ...(no !== undefined && { no }),
    place: homeWords(home),
    form,
    ...(fen !== undefined && { amount: fen }),
    ...(score !== undefined && { score }),
    ...(words !== undefined && { text: words }),
  };
  return { intent: 'sheet.enter', slots, sure: no === undefined, confirmed: false };
}

/** 301签的同意, and 301同意，302反对，都是3号楼2单元; 301的老太太写了委托，让1单元102替她投. */
async function papers(parts: Parts, turn: Turn, text: string): Promise<Wish | Begun | null> {
  const open = await turn.unit.polls.open();
  if (open.length === 0) return null;
  const named = await matterNamed(turn, text);
  const poll = open.find(one => one.no === named) ?? onlyOne(open);
  const found = readPapers(text, othersHomes(parts, turn, text), poll?.options ?? null);
  if (!found) return null;
  const wish = wishOf(found, poll?.no);
  if (poll) return { ...wish, sure: false };
  const asking = { asks: 'no', question: '请问是几号表决的？例如回复“2号”。还没有记。' };
  return { wish, asking };
}

function wishOf(found: Paper, no: number | undefined): Wish {
  const matter = no === undefined ? {} : { no };
  const said = { sure: true, confirmed: false } as const;
  if (found.kind === 'mandate')
    return {
      intent: 'mandate.enter',
      slots: { ...matter, place: homeWords(found.home), agent: found.agent },
      ...said,
    };
  const only = onlyOne(found.ballots);
  if (only)
    return { intent: 'paper.enter', slots: { ...matter, place: homeWords(only.home), choice: only.choice }, ...said };
  const list = found.ballots.map(({ home, choice }) => `${homeWords(home)} ${choice}`).join('、');
  return { intent: 'paper.batch', slots: { ...matter, list }, ...said };
}

/** The homes that are named and are not the speaker's own; a bare door is in the entrance of the paper before it. */
function othersHomes({ spoken }: Parts, turn: Turn, text: string): readonly HomeSaid[] {
  const done = spoken.done(turn);
  const last = done?.intent === 'paper.enter' ? paperHomes(placeOf(done.slots?.['place'])).at(0) : undefined;
  const { household } = turn.member;
  return paperHomes(text, last).filter(home => !household || !isThere(home, household));
}

function placeOf(place: unknown): string {
  return typeof place === 'object' && place !== null && 'said' in place ? String(place.said) : String(place ?? '');
}

const spends =
  /^(?:这|那)?(?:个|笔|张)?(?:是)?(?:我)?(?:要|得|想|来)?(?:花钱|花笔钱|报销|报账|报一?下|付钱|买东西|申请(?:一?[笔下])?(?:支出|付款|花钱|报销)?)(?:的|了|吧)*[。.!！]*$/u;
const gives = /[出捐送认献拿给]|我家|以.{0,4}名义/u;

/** 要花钱, and 灯泡二十只 behind an invoice: what is bought is asked to be paid, and is no gift of who bought it. */
async function voucher({ understand }: Parts, turn: Turn, text: string): Promise<Wish | Begun | null> {
  const { unit, member, now } = turn;
  if (!may(member, 'spend.ask') || (await unit.projects.inStates([...spendStates])).length === 0) return null;
  if (spends.test(text.trim())) {
    const wish = { intent: 'spend.ask', slots: {}, sure: true, confirmed: false };
    return { wish, asking: { asks: 'purpose', question: '请问买什么、付给谁？例如“灯泡二十只，付给张记五金”。' } };
  }
  if (gives.test(text)) return null;
  const roles = member.roles.map(({ role }) => role);
  const { intent } = understand(text, now, { openPolls: [], openPledges: [], roles });
  if (intent !== 'pledge.goods') return null;
  const sum = readAmount(text);
  const amount = sum.kind === 'exact' ? { amount: sum.fen } : {};
  return {
    intent: 'spend.ask',
    slots: { purpose: text.trim(), ...amount, loose: true },
    sure: false,
    confirmed: false,
  };
}

const payee = /^(?:是)?(?:要)?(?:付给|打给|交给|转给|给)(?<payee>[^，,。?？\d\s]{2,20}?)(?:的|吧|了)*[。.!！]*$/u;

/** 扫帚十把 to the question what is bought answers it, though it sounds like a gift. */
export function boughtThing({ intent, slots, asks }: Question, read: Understanding, text: string): Wish | null {
  if (intent !== 'spend.ask' || asks !== 'purpose' || read.intent !== 'pledge.goods' || gives.test(text)) return null;
  return { intent, slots: { ...slots, purpose: text.trim(), ...loosely }, sure: true, confirmed: false };
}

/** 给张记五金 beside what is asked of a payment: to whom, and it is read back. */
export function payeeBeside({ intent, slots, asks }: Question, text: string): Wish | null {
  const { purpose } = slots;
  if (intent !== 'spend.ask' || typeof purpose !== 'string' || asks === 'purpose' || payeeIn(purpose) !== null)
    return null;
  const whom = payee.exec(text.trim())?.groups?.['payee'];
  if (whom === undefined) return null;
  return { intent, slots: { ...slots, purpose: `${purpose}，付给${whom}` }, sure: false, confirmed: false };
}
