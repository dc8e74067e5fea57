/** Cuts the shortest piece of the member's own words: no padding at the front, no particles and punctuation at the end. */
const head = /^[\s，,。.!！?？;；、:：~…\-—]+|^(?:就是|那个|这个|那就是|呢|啊|嗯|呃|的话)[\s，,]*(?=.{2})/u;
const tail =
  /(?<![\s，,。.!！;；、:：~…*×\-—])(?:[\s，,。.!！;；、:：~…*×\-—]|(?:谢谢(?:大家|各位|啊|了)?|辛苦了?|麻烦了|拜托了|哈哈|哈|呗|吧|啊|呀|哦|喔|嘛|哟|啦|嘞|咧|吼)$)+$/u;

export function tidyWords(words: string): string {
  let piece = words;
  for (let round = 0; round < 4; round += 1) {
    const next = piece.replace(head, '').replace(tail, '');
    if (next === piece || next === '') break;
    piece = next;
  }
  return piece.trim();
}
