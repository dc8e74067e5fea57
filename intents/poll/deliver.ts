import { addressForm } from '../../src/language/values/people/household.js';
import { defineIntent, optional, place, projectNo, words } from '../../src/talk/intent.js';
import { deliveryMethods, recordDelivery } from '../../src/operations/poll/record-delivery.js';

type Method = keyof typeof deliveryMethods;

export default defineIntent({
  pattern: new RegExp(
    `^(?:(?<no>[\\d０-９]{1,7})号)?(?:表决票?)?(?:已)?送达[:：，,\\s]*(?<place>${addressForm})[:：，,\\s]*(?<method>当面|上门|贴门|两人见证贴门|挂号信|短信|群聊|微信|公示栏)?[。！]?$`,
    'u',
  ),
  slots: {
    no: optional(projectNo),
    place: place('请问送达了哪一户？例如“3号楼2单元301”。'),
    method: optional(words('')),
  },
  permission: 'poll.paper',
  help: { title: '记下表决票送到了哪一户', say: '12号送达：3号楼2单元301 当面' },
  async handle({ unit, member, slots, now }) {
    const method = methodOf(slots.method ?? '当面');
    const delivery = { member, no: slots.no, place: slots.place, method, now };
    const { poll, reached } = await recordDelivery(unit, delivery);
    return `${poll.no}号表决的送达已记（${deliveryMethods[method]}），共送达${reached}户。`;
  },
});

function methodOf(said: string): Method {
  if (said === '上门') return 'hand';
  if (said === '贴门') return 'door';
  if (said === '微信') return 'chat';
  const methods = Object.keys(deliveryMethods) as Method[];
  return methods.find(method => deliveryMethods[method] === said) ?? 'hand';
}
