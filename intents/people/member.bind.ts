import { plain } from '../../src/domain/plain-text.js';
import { buildingLabel, buildingWords, roomLabel, unitLabel } from '../../src/domain/label.js';
import { defineIntent, named, optional, words } from '../../src/talk/intent.js';
import { askBinding } from '../../src/operations/people/ask-binding.js';

const own = '确认后这两户都由您投票；是搬了家的，请原来那栋楼的楼长解除原来的绑定。';

export default defineIntent({
  phrases: ['绑定住户', '我要绑定'],
  slots: {
    building: named('请说您家的楼号、单元、房号和姓名，例如：我是5号楼2单元301的周桂兰。', buildingLabel),
    unit: optional(named('请问几单元？', unitLabel)),
    room: optional(named('请问房号是多少？', roomLabel)),
    name: optional(words('请问您的姓名？', 20)),
  },
  permission: 'member.bind',
  binds: 'household',
  help: { title: '绑定自己家', say: '我是5号楼2单元301的周桂兰' },
  readBack: ({ building, unit, room, name }) =>
    `绑定${String(building)}号楼${unit === undefined ? '' : `${String(unit)}单元`}${typeof room === 'string' ? plain(room, 10) : ''}${typeof name === 'string' ? plain(name, 20) : ''}`,
  async handle({ unit, member, slots, chat }) {
    const { household, isBound, called } = await askBinding(unit, {
      member,
      ...slots,
      inPrivate: chat.kind === 'single',
    });
    if (isBound) return '绑定成功，和花名册一致。发送“帮助”看看能办什么。';
    const wrong = member.household ? '姓名说错了' : '姓名没说或说错了';
    const text = `已请${buildingWords(household.building)}楼长确认。${wrong}，再发一句“我叫周桂兰”就行。楼长核对后点下面的按钮，或发送“确认绑定 ${called}”；${member.household ? own : '确认前您可以先看、先问。'}`;
    const card = {
      about: `bind-${called.replaceAll(/[^\w@-]/g, '')}`.slice(0, 60),
      title: `${buildingWords(household.building)}住户申请绑定`,
      desc: '请本楼楼长核对后确认',
      updates: 'everyone' as const,
      buttons: [{ text: '确认绑定', style: 1 as const, intent: 'member.confirm', slots: { userid: called } }],
    };
    return { text, card };
  },
});
