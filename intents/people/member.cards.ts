import { buildingLabel, buildingWords } from '../../src/domain/label.js';
import { buildingsReached } from '../../src/operations/people/building-choices.js';
import { defineIntent, named } from '../../src/talk/intent.js';
import { offerCards } from '../../src/operations/people/offer-cards.js';
import { besideBoard } from '../../src/publish/board-links.js';

export default defineIntent({
  pattern:
    /^(?:@\S+[\s\u2005]*)?(?:打印|重印|印)(?<building>[0-9A-Za-z一二三四五六七八九十甲乙丙丁]{1,6})(?:号楼|栋|幢)的?(?:绑定卡|住户卡)[。！!]?$/u,
  slots: { building: named('请问哪一栋楼的绑定卡？', buildingLabel, buildingsReached) },
  permission: 'member.confirm',
  help: {
    title: '打印一栋楼的住户绑定卡',
    say: '打印2号楼绑定卡',
    more: '以前印的随即作废',
  },
  async handle({ unit, member, slots, chat, random, boardUrl }) {
    if (chat.kind === 'group') return '绑定卡上有每家的码，只在私聊里给：点我的头像，在私聊里再发一遍。';
    const secret = random(32).toString('base64url');
    const count = await offerCards(unit, { member, building: slots.building, secret });
    const address = besideBoard(boardUrl(), `/cards/${secret}`);
    const isDoor = (await unit.kfLinks.of(unit.grid.id)) !== null;
    const sheet = `${boardUrl()}/door/${encodeURIComponent(slots.building)}`;
    const door = isDoor ? `\n[贴在楼门口的二维码](${sheet})谁都能扫，扫了还要说门牌、由楼长确认，可以随便印。` : '';
    return `[点这里打印${buildingWords(slots.building)}${count}户的绑定卡](${address})，30分钟内有效，只能用一次。印出新卡，旧卡就作废；请一户一张送到门上，不要拍照转发。${door}`;
  },
});
