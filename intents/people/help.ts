import { holdersOf, may } from '../../src/domain/permissions.js';
import { plain } from '../../src/domain/plain-text.js';
import { categoryOf, otherCategory } from '../../src/domain/proposal/categories.js';
import { templateWords } from '../../src/publish/plan/template-words.js';
import { stepWords } from '../../src/domain/next-words.js';
import { type Deed, defineIntent, optional, words } from '../../src/talk/intent.js';
import { besideBoard } from '../../src/publish/board-links.js';
import { waitingRow } from '../../src/publish/waiting-words.js';
import { entriesOf, type HelpEntry, meantBy, subjects } from '../../src/publish/help-topics.js';
import { named as namedButtons } from '../../src/publish/named-buttons.js';
import { mostButtons, type Reply } from '../../src/talk/reply.js';
import { waitingFor } from '../../src/operations/waiting.js';
import {
  helpButtons,
  helpParagraph,
  helpReply,
  howToBind,
  subjectWords,
  whomToAsk,
} from '../../src/publish/help-words.js';

const mostWaiting = 4;

/** What is done to a thing of the neighbourhood. */
const works = /^[换修装刷建清种铺挖补拆通]/u;

/** 怎么 and 如何 only before a deed: 怎么又停水了 asks nothing of the bot. */
const deeds =
  '投票|表决|申请|认捐|捐|交钱|交费|提案|提意见|提异议|附议|绑定|退出|参加|加入|撤|改|验收|对账|记账|收款|付款|查账|看账|报|发布|发起|登记|签到|兑换|换|终止|申诉|委托|代投|打分|评价|公示|核对|批准';

/** 我不会, 教教我: what stands behind a question of how. */
const unknowing =
  '(?:(?:我|俺|咱)(?:们)?(?:也|都|还|又)?(?:不会|不懂|不知道|没弄过|没用过|是?新手|老了)|教教?(?:我|俺)?|教一下|不会(?:弄|用|按)?)(?:啊|呀|呢)?';

export default defineIntent({
  phrases: ['帮助', '菜单', '使用说明'],
  pattern: new RegExp(
    String.raw`^(?:(?:帮助|怎么用)[\s：:，,]+|帮助(?=\p{Script=Han})|(?:请问)?(?:怎么|怎样|如何|咋)(?=${deeds}))(?<topic>[^？?。！!，,\s]{1,20}?|[^？?。！!，,]{1,20}?)(?:呢|啊|呀|嘛)?(?:[\s，,]*${unknowing}){0,3}[？?。！!]*$`,
    'u',
  ),
  slots: { topic: optional(words('请问想知道哪一样？', 40)) },
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '看能办什么',
    say: '帮助',
    form: '帮助 投票',
    more: '问一样发送“帮助 投票”，或者直接问“怎么申请支出”',
  },
  async handle(deed) {
    const { topic } = deed.slots;
    if (topic === undefined) return start(deed);
    const subject = subjects.find(one => one === topic || (topic.length > 1 && one.startsWith(topic)));
    const { sure, guesses } = meantBy(topic, deed.intents, deed.member);
    if (sure && (!subject || sure.title === topic))
      return withPossible(
        helpParagraph(sure, whose(sure, deed), lacksHome(sure.definition, deed)),
        deed,
        name => name === sure.intent,
      );
    if (subject) return aboutSubject(subject, deed);
    // 换水泵一般怎么弄: how such a matter is done.
    const category = categoryOf(topic);
    if (category.id !== otherCategory && (guesses.length === 0 || works.test(topic)))
      return { text: templateWords(category) };
    return guess(topic, guesses, deed);
  },
});

async function start(deed: Deed): Promise<Reply> {
  const { unit, member, now, chat } = deed;
  const due = (await waitingFor(unit, member, now)).filter(({ isDue }) => isDue);
  const waiting = due.slice(0, mostWaiting).map(one => ({
    intent: one.deed,
    slots: one.slots,
    line: `${one.about}${stepWords(one, now)}`,
  }));
  return helpReply({
    waiting,
    others: due.length - waiting.length,
    isBound: member.householdId !== null,
    isPrivate: chat.kind === 'single',
    address: helpUrl(deed),
  });
}

/** How the deeds of a subject are said; in private, those that are possible now as buttons, for who would rather touch than type. */
async function aboutSubject(subject: string, deed: Deed): Promise<Reply> {
  const { intents, member } = deed;
  const address = `${helpUrl(deed)}/${encodeURIComponent(subject)}`;
  const text = subjectWords(subject, entriesOf(intents, subject, member), address);
  return withPossible(text, deed, name => intents.get(name)?.group === subject);
}

async function withPossible(
  text: string,
  { unit, member, now, chat }: Deed,
  isMeant: (deed: string) => boolean,
): Promise<Reply> {
  const waiting = chat.kind === 'single' ? await waitingFor(unit, member, now) : [];
  const own = waiting.filter(({ deed }) => isMeant(deed)).slice(0, mostButtons);
  if (own.length === 0) return { text };
  const named = own.map(one => ({ ...one, intent: one.deed, words: waitingRow(one, now) }));
  const { buttons, facts } = namedButtons(named);
  const card = { about: 'help', title: '现在就能办的，点一下', ...(facts && { facts }), buttons };
  return { text, card, answers: named.map(({ intent, slots, words: said }) => ({ text: said, intent, slots })) };
}

/** At most two that it could be, as buttons, and whom to ask. */
function guess(topic: string, guesses: readonly HelpEntry[], { member }: Deed): Reply {
  const who = whomToAsk(member.householdId !== null);
  if (guesses.length === 0)
    return {
      text: `“${plain(topic, 20)}”我不会办，也没有记任何东西。${member.householdId === null && member.roles.length === 0 ? howToBind : ''}请问${who}，或发送“帮助”看能办什么。`,
    };
  const said = guesses.map(({ title }) => `“${title}”`).join('还是');
  return {
    text: `您问的是${said}吗？点下面的按钮；都不是就请问${who}。`,
    card: helpButtons(guesses, '您问的是哪一样？'),
  };
}

/** True for what a bound resident may do, and somebody may not only because nobody knows where they live. */
function lacksHome({ permission }: HelpEntry['definition'], { member }: Deed): boolean {
  return member.householdId === null && !may(member, permission) && may({ householdId: 1, roles: [] }, permission);
}

function whose({ definition }: HelpEntry, { member }: Deed): string[] {
  return may(member, definition.permission) ? [] : holdersOf(definition.permission);
}

/** Where the long form of the help stands: beside the board. */
function helpUrl({ boardUrl, unit }: Deed): string {
  return besideBoard(boardUrl(), `/help/${unit.grid.code}`);
}
