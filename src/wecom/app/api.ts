import { z } from 'zod';
import { type ErrorKind, WeComError } from '../errors.js';
import { type Call, type Wire, exchange, succeeded } from '../http.js';
import { type Media, bodyOf, fileName } from '../robot/media.js';
import { multipart } from '../multipart.js';

export interface AppCredentials {
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
}

interface AppApiOptions extends Wire, AppCredentials {
  readonly apiBase: string;
  /** Milliseconds that only grow. */
  readonly clockMs: () => number;
  readonly onCall?: (call: AppCall) => void;
}

/** A call that was made, or why it was not taken. */
export interface AppCall {
  readonly path: string;
  readonly outcome: 'made' | 'failed' | ErrorKind;
  readonly errcode?: number;
}

/** What was refused because of how the app is set up is not tried again at once: first a minute, in the end ten. */
interface Rest {
  readonly error: WeComError;
  readonly endsMs: number;
  readonly forMs: number;
}

const rests = { firstMs: 60_000, mostMs: 600_000 };
/** Of these every call suffers: the credentials, the address, the app itself (docs/wecom-protocol.md 11.2). */
export const ofWholeApp: ReadonlySet<number> = new Set([
  40_001, 40_013, 40_056, 40_091, 50_001, 50_002, 50_003, 60_020, 60_021, 301_002,
]);
/** These are about somebody who was named, not about the app. */
export const ofSomebody: ReadonlySet<number> = new Set([60_011, 95_014, 95_019]);
export const wholeApp = 'the whole app';

/** What suffers from a refusal: every call of the app, or those of the one path. */
export function sufferer(path: string, errcode = 0): string {
  return ofWholeApp.has(errcode) ? wholeApp : path;
}

interface Token {
  readonly value: string;
  readonly endsMs: number;
}

interface Query {
  readonly [name: string]: string | number;
}

/** A token is renewed so long before it ends, so that none ends on its way. */
const earlyMs = 5 * 60_000;
/** The same limits as a group's webhook (docs/wecom-protocol.md 9.5). */
const mediaMaxBytes = 20 * 1024 * 1024;
const Got = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const Uploaded = z.object({ media_id: z.string().min(1) });

/** The calls of the 自建应用: one access token for all of them, and one fetching of it at a time (docs/wecom-protocol.md 9.1). */
export class AppApi {
  private token: Token | null = null;
  private fetching: Promise<Token> | null = null;
  /** By what suffers. */
  private readonly rests = new Map<string, Rest>();
  private readonly base: string;

  constructor(private readonly options: AppApiOptions) {
    this.base = new URL(options.apiBase).href.replace(/(?<!\/)\/+$/, '');
  }

  get agentId(): number {
    return this.options.agentId;
  }

  /** Posts JSON and hands back the JSON of an answer whose errcode is 0. Every failure is a `WeComError`. */
  post(path: string, body: object, { harmlessTwice = false } = {}): Promise<unknown> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.call(path, { init, harmlessTwice });
  }

  /** Asks for something; asking twice does no harm. */
  get(path: string, query: Query = {}): Promise<unknown> {
    return this.call(path, { query, harmlessTwice: true });
  }

  /** Uploads what a message may carry; the id lives three days (docs/wecom-protocol.md 9.5). */
  async uploadMedia(type: 'image' | 'file', name: string, bytes: Buffer): Promise<string> {
    if (bytes.length <= 5 || bytes.length > mediaMaxBytes)
      throw new WeComError({ kind: 'media', detail: 'media/upload: over the size limit' });
    const init = multipart(name, bytes);
    const answer = await this.call('media/upload', { init, query: { type }, harmlessTwice: true });
    const read = Uploaded.safeParse(answer).data;
    if (!read) throw new WeComError({ kind: 'unknown', detail: 'media/upload: no media_id', harmlessTwice: true });
    return read.media_id;
  }

  /** The bytes behind a media id; what is larger than `maxBytes` is not read to its end (docs/wecom-doors.md 21.4). */
  async fetchMedia(mediaId: string, maxBytes: number): Promise<Media> {
    const read = async (response: Response, call: Call): Promise<Media> => {
      const type = response.headers.get('content-type') ?? '';
      if (type.includes('json') || type.startsWith('text/')) await succeeded(response, call);
      const name = fileName(response.headers.get('content-disposition') ?? '');
      return { bytes: await bodyOf(response, maxBytes), name };
    };
    return this.request('media/get', { query: { media_id: mediaId }, harmlessTwice: true }, read);
  }

  private call(path: string, how: How): Promise<unknown> {
    return this.request(path, how, (response, call) => succeeded(response, call));
  }

  /** One call; where the token ran out another is fetched and the call is made once more. */
  private async request<T>(path: string, how: How, read: (response: Response, call: Call) => Promise<T>): Promise<T> {
    const { onCall } = this.options;
    this.ensureAwake(path);
    try {
      const answer = await this.withToken(token => this.once(path, { ...how, token }, read));
      this.rests.delete(path);
      this.rests.delete(wholeApp);
      onCall?.({ path, outcome: 'made' });
      return answer;
    } catch (error) {
      const failed = error instanceof WeComError ? error : null;
      if (failed?.kind === 'credentials') this.rest(path, failed);
      onCall?.({ path, outcome: failed?.kind ?? 'failed', errcode: failed?.errcode });
      throw error;
    }
  }

  private async withToken<T>(call: (token: Token) => Promise<T>): Promise<T> {
    const token = await this.current();
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof WeComError) || error.kind !== 'token') throw error;
      if (this.token === token) this.token = null;
      return call(await this.current());
    }
  }

  /** Wrong credentials are asked about so seldom that WeChat Work does not block who asks (docs/wecom-protocol.md 9.1, 11.1). */
  private ensureAwake(path: string): void {
    for (const key of [wholeApp, path]) {
      const { error, endsMs } = this.rests.get(key) ?? {};
      if (error && this.options.clockMs() < (endsMs ?? 0)) throw error;
    }
  }

  private rest(path: string, error: WeComError): void {
    const { errcode = 0 } = error;
    if (ofSomebody.has(errcode)) return;
    const key = sufferer(path, errcode);
    const now = this.options.clockMs();
    const last = this.rests.get(key);
    // Several calls that were on their way together are one refusal.
    if (last && now < last.endsMs) return;
    const forMs = Math.min((last?.forMs ?? rests.firstMs / 2) * 2, rests.mostMs);
    this.rests.set(key, { error, endsMs: now + forMs, forMs });
  }

  private once<T>(
    path: string,
    { init, query = {}, harmlessTwice, token }: How & { readonly token: Token },
    read: (response: Response, call: Call) => Promise<T>,
  ): Promise<T> {
    const call: Call = {
      url: this.url(path, { access_token: token.value, ...query }),
      purpose: path,
      init,
      harmlessTwice,
    };
    return exchange(this.options, call, response => read(response, call));
  }

  private async current(): Promise<Token> {
    if (this.token && this.options.clockMs() < this.token.endsMs) return this.token;
    this.fetching ??= this.fetched().finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  private async fetched(): Promise<Token> {
    const { corpId, secret, clockMs } = this.options;
    const call: Call = {
      url: this.url('gettoken', { corpid: corpId, corpsecret: secret }),
      purpose: 'gettoken',
      harmlessTwice: true,
    };
    const answer = Got.safeParse(await exchange(this.options, call, response => succeeded(response, call))).data;
    if (!answer) throw new WeComError({ kind: 'unknown', detail: 'gettoken: no access_token', harmlessTwice: true });
    const livesMs = answer.expires_in * 1000;
    this.token = { value: answer.access_token, endsMs: clockMs() + livesMs - Math.min(earlyMs, livesMs / 2) };
    return this.token;
  }

  private url(path: string, query: Query): string {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return `${this.base}/cgi-bin/${path}?${search}`;
  }
}

interface How {
  readonly init?: RequestInit;
  readonly query?: Query;
  readonly harmlessTwice: boolean;
}
