/** A mark within brackets or between thousands parts nothing. */
const mark = /[,，、;；。\n](?![^(（]*[)）])(?!\d{3}(?:\D|$))/u;
const blank = /\s+(?![^(（]*[)）])/u;
const closing = /(?<![\s,，、;；。!！])[\s,，、;；。!！]+$/u;

/**
 * The parts of a list as people say it: marks part them, and where there are none, blanks do (拆旧4月10号 装管4月25号). Whoever has the
 * list in hand reads each part by its own white list.
 */
export function partsSaid(text: string): string[] {
  const said = text.normalize('NFKC').trim().replace(closing, '');
  return said
    .split(mark.test(said) ? mark : blank)
    .map(part => part.trim())
    .filter(Boolean);
}
