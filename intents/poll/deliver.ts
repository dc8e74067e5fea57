import { placeLabels } from '../../src/domain/label.js';
import { findHomes, homeWords } from '../../src/language/values/people/homes.js';
import { addressForm } from '../../src/language/values/people/household.js';
import { cutOut } from '../../src/language/values/span.js';
import { defineIntent, optional, place, projectNo, type SlotKind, words } from '../../src/talk/intent.js';
import type { Place } from '../../src/operations/people/which-household.js';
import { deliveryMethods, recordDelivery } from '../../src/operations/poll/record-delivery.js';

type Method = keyof typeof deliveryMethods;

const one = place('请问送达了哪一户？例如“3号楼2单元301”，几户一起写“3号楼2单元301、302”。');
const betweenHomes = /^[\s、，,;；和跟与及还有的家户室一两三四五六七八九十几都]*$/u;

/** One home, or a list of them in which 302 behind 2号楼1单元301 is of the same entrance. A list that is not read whole names no home. */
const homes: SlotKind<readonly Place[]> = {
  ask: one.ask,
  field: { kind: 'place', most: 500 },
  accept: value => {
    const single = one.accept(value);
    if (single === undefined) return undefined;
    const said = single.said.normalize('NFKC');
    const found = findHomes(said);
    if (found.length < 2) return [single];
    const left = cutOut(said, found);
    return betweenHomes.test(left)
      ? found.map(home => ({ said: homeWords(home), ...placeLabels(home) }))
      : [{ said: single.said }];
  },
};

export default defineIntent({
  pattern: new RegExp(
    `^(?:(?<no>[\\d０-９]{1,7})号)?(?:表决票?)?(?:已)?送达[:：，,\\s]*(?<place>(?:${addressForm})(?:[、，,;；\\s和]+(?:${addressForm}|\\d{3,4}[室户]?))*)[:：，,\\s]*(?<method>当面|上门|贴门|两人见证贴门|挂号信|短信|群聊|微信|公示栏)?[。！]?$`,
    'u',
  ),
  slots: {
    no: optional(projectNo),
    place: homes,
    method: optional(words('')),
  },
  permission: 'poll.paper',
  help: { title: '记下表决票送到了哪一户', say: '12号送达：3号楼2单元301、302 当面' },
  async handle({ unit, member, slots, pictures }) {
    const method = methodOf(slots.method ?? '当面');
    const { poll, recorded, reached } = await recordDelivery(unit, {
      member,
      no: slots.no,
      places: slots.place,
      method,
      pictures,
    });
    const several = recorded > 1 ? `${recorded}户` : '';
    return `${poll.no}号表决的送达已记${several}（${deliveryMethods[method]}），共送达${reached}户。`;
  },
});

function methodOf(said: string): Method {
  if (said === '上门') return 'hand';
  if (said === '贴门') return 'door';
  if (said === '微信') return 'chat';
  const methods = Object.keys(deliveryMethods) as Method[];
  return methods.find(method => deliveryMethods[method] === said) ?? 'hand';
}
