import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** What is no XML of WeChat Work's: not well formed, or with a DOCTYPE or an entity of its own. */
export class UnreadXml extends Error {
  override readonly name = 'UnreadXml';

  constructor() {
    super('the text is no XML of WeChat Work');
  }
}

const parser = new XMLParser({
  ignoreAttributes: true,
  // A 64-bit MsgId is more than a number holds, and a text of digits is a text.
  parseTagValue: false,
  trimValues: false,
});

/**
 * The children of `<xml>`, each a text, an object, or a list where one name stands several times.
 *
 * A DOCTYPE or an entity is refused wherever it stands: WeChat Work sends none, and they are how a parser is made to read files or to
 * grow without end (docs/wecom-doors.md 28.4).
 */
export function readXml(text: string): Readonly<Record<string, unknown>> {
  if (/<!\s*(?:DOCTYPE|ENTITY)/iu.test(text) || XMLValidator.validate(text) !== true) throw new UnreadXml();
  const root = (parser.parse(text) as Record<string, unknown>)['xml'];
  if (typeof root !== 'object' || root === null || Array.isArray(root)) throw new UnreadXml();
  return root as Readonly<Record<string, unknown>>;
}

/** A text as it may stand in an element: `]]>` would end it, so it is parted in two. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
