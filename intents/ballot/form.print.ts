import { buildingLabel, buildingWords } from '../../src/domain/label.js';
import { buildingsReached } from '../../src/operations/people/building-choices.js';
import { defineIntent, named, oneOf } from '../../src/talk/intent.js';
import { offerForms } from '../../src/operations/ballot/paper-forms.js';
import { besideBoard } from '../../src/publish/board-links.js';

const sheets = ['纸质表', '家用卡'] as const;

export default defineIntent({
  pattern:
    /^(?:@\S+[\s\u2005]*)?(?:打印|重印|印)(?<building>[0-9A-Za-z一二三四五六七八九十甲乙丙丁]{1,6})(?:号楼|栋|幢)的?(?<sheets>纸质表|家用卡)[。！!]?$/u,
  slots: {
    building: named('请问哪一栋楼的纸质表？', buildingLabel, buildingsReached),
    sheets: {
      ...oneOf('请问打印纸质表还是家用卡？', sheets),
      // 纸质的票给我打出来 names the sheet in other words.
      fills: text =>
        /家用|卡/u.test(text) ? undefined : /纸质|纸的|纸票|表/u.test(text) ? { sheets: '纸质表' } : undefined,
    },
  },
  permission: 'poll.paper',
  help: {
    title: '给不用手机的住户打印纸质表',
    when: '给不用手机的住户打印纸质表：票、认捐单、意见单、验收单、报事单，大字',
    say: '打印2号楼纸质表',
    more: '收回来拍照就能录；贴在电话旁的发送“打印2号楼家用卡”',
  },
  async handle({ unit, member, slots: { building, sheets: what }, chat, random, boardUrl }) {
    if (chat.kind === 'group') return '纸质表上有各家的门牌，链接只在私聊里给：点我的头像，在私聊里再发一遍。';
    const secret = random(32).toString('base64url');
    const kind = what === '家用卡' ? 'cards' : 'forms';
    const count = await offerForms(unit, { member, building, kind, secret });
    const address = besideBoard(boardUrl(), `/forms/${secret}`);
    const then =
      kind === 'cards' ? '一户一张送到门上，楼长的电话请手写。' : '收回来以后，在私聊里把每一张单独拍照发给我。';
    return `[点这里打印${buildingWords(building)}的${what}，共${count}张](${address})，30分钟内有效。${then}`;
  },
});
