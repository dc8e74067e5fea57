import { plain } from '../../src/domain/plain-text.js';
import { isAnything } from '../../src/language/values/thing.js';
import { defineIntent, flag, optional, projectNo, wholeNumber, words } from '../../src/talk/intent.js';
import { offerHelp } from '../../src/operations/pledge/offer-help.js';
import { undoOffer } from '../../src/operations/pledge/undo-last-promise.js';

const named = words('请问捐什么东西？例如“十袋水泥”。', 50);
/** 我捐东西 does not say what. */
const goods: typeof named = {
  ...named,
  accept: value => (typeof value === 'string' && isAnything(value) ? undefined : named.accept(value)),
};

/** What is given is said with its number on a form: 十袋水泥. */
const howMany = wholeNumber('请问捐多少？例如“10”。', 0, 1_000_000_000);

export default defineIntent({
  slots: {
    item: goods,
    quantity: optional({ ...howMany, field: { ...howMany.field, isOnAsk: true } }),
    no: optional(projectNo),
    replaces: optional({ ...flag, field: { ...flag.field, isOnAsk: true } }),
  },
  permission: 'pledge.make',
  binds: 'household',
  says: 'quantity',
  help: { title: '捐东西', say: '12号我捐十袋水泥' },
  readBack: ({ no, item, quantity, replaces }) =>
    `${no ? `给${String(no)}号` : ''}${replaces ? '改为' : ''}捐${quantity === undefined ? '' : `${String(quantity)}份`}${plain(String(item), 30)}`,
  async handle({ unit, member, slots }) {
    const { item, quantity, no, replaces } = slots;
    if (replaces && no !== undefined) await undoOffer(unit, { member, no, offered: item });
    const { project } = await offerHelp(unit, { member, no, kind: 'goods', what: item, quantity });
    return `谢谢！已记下您家给${project.no}号捐${plain(item, 30)}${quantity === undefined ? '' : `，数量${quantity}`}。东西不折成钱，送到前可撤回。`;
  },
});
