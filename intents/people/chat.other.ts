import { defineIntent, list, optional } from '../../src/talk/intent.js';
import { entriesNamed, type HelpEntry } from '../../src/publish/help-topics.js';
import { helpButtons, whomToAsk } from '../../src/publish/help-words.js';

/** More guesses than this are no help. */
const mostGuesses = 2;

/** An example with the number of the newest matter; none where its number would name what may not be there. */
function inHand(entry: HelpEntry, no: number | undefined): HelpEntry[] {
  const say = no === undefined ? entry.say : entry.say.replace(/12(?=号)/u, String(no));
  const isOther =
    no === undefined ? /\d+号(?!楼)/u.test(say) : /(?:申请|凭证|异议|纸票|任务|整改|流水|报事|授权)\d/u.test(say);
  return isOther ? [] : [{ ...entry, say }];
}

export default defineIntent({
  group: '我',
  phrases: [],
  // The deeds that the words may have meant, the likeliest first; nobody is asked for them.
  slots: { guesses: optional(list('')) },
  permission: 'record.read',
  binds: 'nobody',
  help: '',
  async handle({ unit, intents, member, slots: { guesses = [] } }) {
    const who = whomToAsk(member.householdId !== null);
    const [newest] = await unit.projects.underWay();
    const entries = entriesNamed(intents, guesses, member)
      .flatMap(entry => inHand(entry, newest?.no))
      .slice(0, mostGuesses);
    if (entries.length === 0)
      return `我在。这句话我没有记任何东西。要办事请说清楚，例如“附议12号”“12号同意”；发送“帮助”看全部，拿不准的请问${who}。`;
    const said = entries.map(({ title, say }) => `“${say}”（${title}）`).join('，还是');
    return {
      text: `我在。这句话我没听准，没有记任何东西。您是不是想说${said}？请照样子说一遍；都不是就请问${who}，或发送“帮助”。`,
      card: helpButtons(entries, '您是想办哪一样？'),
    };
  },
});
