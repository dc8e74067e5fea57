import { buildingWords } from '../../domain/label.js';
import { framed } from '../board-frame.js';
import { html } from '../html.js';
import type { Look } from '../look.js';

/** The page on which the cards of a building are printed: what the press does, before it does it. */
export function cardsPage(building: string, look: Look): string {
  const where = buildingWords(building);
  return framed({
    title: `${where}绑定卡 · 众议众筹`,
    look,
    body: html`<h1>${where}的住户绑定卡</h1>
      <p>按下面的按钮得到A4纸的PDF，一张八户，剪开后一户一张送到门上。卡上的码是各家的钥匙，请不要拍照转发。</p>
      <p>印出新卡，这一栋以前的卡就作废。这个链接只能印一次。</p>
      <form method="post"><button type="submit">印出绑定卡</button></form>`,
  });
}

/** The page for a link that was used, is over or is nobody's. */
export function noCardsPage(look: Look): string {
  return framed({
    title: '不能打印 · 众议众筹',
    look,
    body: html`<h1>这一页不能打开</h1>
      <p>打印绑定卡的链接只能用一次，30分钟作废。楼长、网格员和书记请在私聊里再发送一次，例如：打印2号楼绑定卡。</p>`,
  });
}
