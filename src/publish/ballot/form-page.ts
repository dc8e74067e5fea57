import { buildingWords } from '../../domain/label.js';
import { framed } from '../board-frame.js';
import { html } from '../html.js';
import type { Look } from '../look.js';

/** The page on which a building's forms, or the cards of its homes, are printed. */
export function formsPage(
  building: string,
  { sheets, isCards }: { sheets: number; isCards: boolean },
  look: Look,
): string {
  const where = buildingWords(building);
  const what = isCards ? '家用卡' : '纸质表';
  const told = isCards
    ? ['一户一张：怎么回答、找谁、打什么电话。楼长的名字和电话请手写上去，再送到门上。']
    : [
        '正在表决的每户一张票，正在认捐、公示的每户一张单，另有空白报事单。',
        '填好收回来，在私聊里把每一张单独拍照发给小助手，它认得是哪一户的哪一张。',
      ];
  return framed({
    title: `${where}${what} · 众议众筹`,
    look,
    body: html`<h1>${where}的${what}</h1>
      <p>按下面的按钮得到A4纸的PDF，一共${sheets}张。</p>
      ${told.map(line => html`<p>${line}</p>`)}
      <form method="post"><button type="submit">打印${what}</button></form>`,
  });
}

/** The page for a link that is over, or whose bearer may print no longer. */
export function noFormsPage(look: Look): string {
  return framed({
    title: '不能打印 · 众议众筹',
    look,
    body: html`<h1>这一页不能打开</h1>
      <p>打印纸质表的链接30分钟作废。楼长、网格员和书记请在私聊里再发送一次，例如：打印2号楼纸质表。</p>`,
  });
}
