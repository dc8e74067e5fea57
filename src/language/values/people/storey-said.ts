const n = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** 三楼, 5层, and 三楼301; not 3号楼, 3楼2单元 or 2楼501, which are of a building. */
const storey = new RegExp(
  `(?<![\\d号#楼栋幢座一二三四五六七八九十]\\s*)第?(?<storey>${n})(?:楼(?!栋|号|长)|层)(?!\\s*[,，]?\\s*第?${n}单元)(?:\\s*(?<room>\\d{3,4}))?`,
  'gu',
);
const digits = '一二三四五六七八九十';
/** Behind 3楼 a place that no storey has: the back of it, its roof, its end. */
const outside =
  /^(?:的)?(?:门[口前]|[前后]面|[前后]头|[东西南北](?:边|面|头|侧|墙)|[前后](?!来|天)|旁边?|楼顶|屋顶|外墙|山墙|楼下|底下|那栋|这栋)/u;

/** What is left of the words without the storeys, which are no buildings; and which building one of them may yet be: 三楼后面. */
export function withoutStoreys(text: string): {
  readonly rest: string;
  readonly has: boolean;
  readonly orBuilding: string | null;
} {
  let has = false;
  let orBuilding: string | null = null;
  const rest = text.replaceAll(storey, (said: string, ...found: unknown[]) => {
    const { storey: number = '', room } = found.at(-1) as { storey?: string; room?: string };
    const count = /^\d/u.test(number) ? number : String(digits.indexOf(number) + 1);
    if (room !== undefined && !room.startsWith(count)) return said;
    const at = found.at(-3) as number;
    has = true;
    if (room === undefined && outside.test(text.slice(at + said.length))) orBuilding = count;
    return room ?? '';
  });
  return { rest, has, orBuilding };
}
