interface Part {
  readonly name: string;
  readonly filename: string;
  readonly bytes: Buffer;
}

/** The parts of a multipart/form-data body; undefined when it is none (docs/wecom-protocol.md 7.2). */
export function readMultipart(contentType: string, body: Buffer): Part[] | undefined {
  const [, quoted, bare] = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return undefined;

  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line break before it; with one put there, all are alike.
  const text = Buffer.concat([Buffer.from('\r\n'), body]);
  const places = [...placesOf(delimiter, text)];
  const parts = places.slice(0, -1).map((start, i) => partIn(text.subarray(start + delimiter.length, places[i + 1])));
  return parts.filter(part => part !== undefined);
}

function* placesOf(needle: Buffer, text: Buffer): Generator<number> {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) yield at;
}

function partIn(section: Buffer): Part | undefined {
  const end = section.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const disposition = /^content-disposition:(.*)$/im.exec(section.subarray(0, end).toString('utf8'))?.[1] ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  const filename = /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1] ?? '';
  return name === undefined ? undefined : { name, filename, bytes: section.subarray(end + 4) };
}
