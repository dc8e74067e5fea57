import { defineIntent, list, optional, projectNo } from '../../src/talk/intent.js';
import { entriesNamed, type HelpEntry } from '../../src/publish/help-topics.js';
import { onlyMatterFor } from '../../src/operations/which-project.js';
import { askedHome } from '../../src/publish/people/asked-home.js';
import { helpButtons, howToBind, whomToAsk } from '../../src/publish/help-words.js';

/** More guesses than this are no help. */
const mostGuesses = 2;

/**
 * The example as a form: its number is that of the matter that was named, every other figure and all behind its colon is left open. Who
 * copies it to the letter must not do something to another matter, or say what only the example says.
 */
function asForm(entry: HelpEntry, no: number | undefined): HelpEntry {
  const say = entry.say
    .replace(/：[^]*$/u, '：……')
    .replaceAll(/(?<matter>(?<!\d)\d+(?=号(?!楼)))|\d+(?:[.:]\d+)?/gu, (...found) => {
      const { matter } = found.at(-1) as { matter?: string };
      return matter !== undefined && no !== undefined ? String(no) : '几';
    });
  return { ...entry, say };
}

/** Who is not bound hears what can be done all the same. */
const stranger =
  '我在。这句话我没有记任何东西。您还没有绑定住户：说一句例如“我是5号楼2单元301的周桂兰”，楼长确认就好。没绑定也能问、能报事，例如“3号楼2单元楼道灯坏了”；发送“帮助”看全部。';

/** Who has asked to be bound need not be told how. */
function strangerWords(asked: { readonly building: string } | null): string {
  return asked
    ? `这句话我没有记任何东西。您的绑定申请已经转给${asked.building}号楼楼长，不用再发一遍，等楼长或书记确认；说错了姓名，再发一句“我叫周桂兰”。没绑定也能问、能报事；发送“帮助”看全部。`
    : stranger;
}

export default defineIntent({
  // The deeds that the words may have meant, the likeliest first; nobody is asked for them.
  // The matter that the words name.
  slots: { guesses: optional(list('')), about: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  async handle({ unit, intents, member, chat, slots: { guesses = [], about } }) {
    const who = whomToAsk(member.householdId !== null);
    const entries: HelpEntry[] = [];
    for (const entry of entriesNamed(intents, guesses, member).slice(0, mostGuesses))
      entries.push(asForm(entry, about ?? (await onlyMatterFor(unit, entry.intent))));
    if (entries.length === 0 && member.householdId === null && member.roles.length === 0)
      return chat.kind === 'single'
        ? strangerWords(await askedHome(unit, member.userid))
        : `我在。这句话我没有记任何东西。${howToBind}没绑定也能问、能报事。`;
    // Who holds an office is not sent to the secretary.
    if (entries.length === 0 && member.roles.length > 0)
      return '我在。这句话我没有记任何东西。要办事请说清是哪一件、怎么办；等您办的，私聊发送“待办”；能办的全部，发送“帮助”。';
    if (entries.length === 0)
      return `我在。这句话我没有记任何东西。要办事请说清楚，例如“附议12号”“12号同意”；发送“帮助”看全部，拿不准的请问${who}。`;
    const said = entries.map(({ title, say }) => `“${say}”（${title}）`).join('，还是');
    return {
      text: `我在。这句话我没听准，没有记任何东西。您是不是想说${said}？请照样子说一遍；都不是就请问${who}，或发送“帮助”。`,
      card: helpButtons(entries, '您是想办哪一样？'),
    };
  },
});
