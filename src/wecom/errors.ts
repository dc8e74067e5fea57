/** What a failed call means for whoever made it (docs/wecom-protocol.md 11.2, docs/wecom-doors.md 26.2). */
export type ErrorKind =
  /** Nothing was done; try again, at most three times, waiting longer each time. */
  | 'transient'
  /** It may have been done: the answer did not come. */
  | 'unknown'
  /** Too much in this minute; wait for the next and keep the order. */
  | 'rate'
  /** The access token ran out: fetch another and try once more. */
  | 'token'
  /** The bot's own credentials or settings: stop and tell an operator. */
  | 'credentials'
  /** The request is wrong and stays wrong: say it in plain text instead. */
  | 'bug'
  /** The card's task id was used before. */
  | 'card-id'
  /** A field of the card is refused (docs/wecom-doors.md 25): what it says is said in plain text. */
  | 'card'
  /** This file cannot be used: say it in text instead. */
  | 'media'
  /** The uploaded file is gone: upload it again, once. */
  | 'media-id'
  /** This member cannot be reached. */
  | 'recipient'
  /** This group or webhook is gone: send nothing more there and tell an operator. */
  | 'permanent-target'
  /** A web login has to start again. */
  | 'login'
  /** 微信客服: no message may be said in this chat until the customer writes again (docs/wecom-doors.md 22.7). */
  | 'window'
  /** It is too late for this call, or it was made before: nothing is to be done. */
  | 'late'
  /** The place in the list of messages is not known any more: begin without one. */
  | 'cursor'
  /** The long connection lost track of the request. */
  | 'connection';

/** Such an error of a card is the card's: what it says is said in plain text instead. */
export const refusesCard: ReadonlySet<ErrorKind> = new Set(['card', 'bug']);

/** Nothing has come of such a call, and it passes by itself. */
export const passesByItself: ReadonlySet<ErrorKind> = new Set(['transient', 'rate', 'connection']);

/** Single codes, and ranges with both ends included. */
const codes: Readonly<Partial<Record<ErrorKind, readonly (number | readonly [from: number, to: number])[]>>> = {
  transient: [-1, 6000, 41063, 41096, 45033],
  rate: [41094, 45009],
  token: [40014, 42001],
  // prettier-ignore
  credentials: [
    40001, 40013, 40091, 40056, 40201, 48001, 48002, 48006, 48007, [50001, 50003], 60011, 60020, 60021, 92001,
    80001, 95000, [95003, 95006], 95011, 95012, 95014, 95017, 95019, 95023, 95026, 95027, 301002, 853000,
  ],
  // prettier-ignore
  bug: [
    40008, 40033, 40035, 40058, 40093, [41000, 41999], 42012, [42015, 42020], 44001, 44004, 45002, 45008, 45034,
    95008, 95009,
  ],
  'card-id': [42014],
  card: [[42027, 42051]],
  media: [40004, 40005, 40006, 40009, 40011, 40123, 45001, 45007, 301016, 301017],
  'media-id': [40007],
  recipient: [40003, 40096, 46004, 60111, 81013, 82001, 84061, 92000],
  'permanent-target': [40050, [86001, 86008], 86215, 86216, 90501, 93000, 93004, 93006, 93008],
  login: [40029, 42003, 42022, 84014, 84015],
  window: [95001, 95002, 95013, 95016, 95018, 95031],
  late: [41050, 41051, 41093, 42052],
  cursor: [50100, 95007],
  connection: [846604, 846605, 846608, 846609],
};

/** A range comes first, so that a code that is named by itself is what it is named. */
const kindOf = new Map<number, ErrorKind>(
  (Object.keys(codes) as ErrorKind[])
    .flatMap(kind => (codes[kind] ?? []).map(code => ({ kind, code })))
    .toSorted((one, other) => Number(typeof one.code === 'number') - Number(typeof other.code === 'number'))
    .flatMap(({ kind, code }) => numbers(code).map(number => [number, kind] as const)),
);

function numbers(code: number | readonly [number, number]): number[] {
  if (typeof code === 'number') return [code];
  return Array.from({ length: code[1] - code[0] + 1 }, (_, i) => code[0] + i);
}

/** What an errcode means. One that is in no table is the fault of the request until somebody knows better. */
export function errorKind(errcode: number): ErrorKind {
  return kindOf.get(errcode) ?? 'bug';
}

/** A call to WeChat Work that failed. Its message holds no key, no link and no member's words. */
export class WeComError extends Error {
  override readonly name = 'WeComError';
  readonly kind: ErrorKind;
  readonly errcode?: number;
  /** True when the same call may simply be made again, now or after the wait its kind asks for. */
  readonly retryable: boolean;

  constructor({ kind, errcode, detail, harmlessTwice = false }: Failure) {
    super(`WeChat Work: ${kind}${errcode === undefined ? '' : ` (errcode ${errcode})`}: ${detail}`);
    this.kind = kind;
    this.errcode = errcode;
    this.retryable = kind === 'transient' || kind === 'rate' || (kind === 'unknown' && harmlessTwice);
  }
}

interface Failure {
  readonly kind: ErrorKind;
  readonly errcode?: number;
  readonly detail: string;
  /** The call changes nothing that anybody sees, so an unknown outcome may be tried again. */
  readonly harmlessTwice?: boolean;
}
