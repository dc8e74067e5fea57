import { GroupsStandIn } from './groups-stand-in.js';
import { KfStandIn } from './kf-stand-in.js';
import { readMultipart } from './multipart.js';
import { OauthStandIn } from './oauth-stand-in.js';

interface StandInOptions {
  readonly corpId: string;
  readonly secret: string;
  readonly agentId: number;
  readonly openKfIds: readonly string[];
  readonly now: () => Date;
}

/** A message of the app to members, as it was taken. */
interface AppMessage {
  readonly touser: string;
  readonly msgtype: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

const tokenMs = 7200_000;
const recallMs = 24 * 3600_000;
const textMaxBytes = 2048;
/** Of what is sent to one member in a minute so much arrives; the rest is dropped without a word (25). */
const mostInMinute = 30;
const minuteMs = 60_000;
const messageTypes = new Set(['text', 'markdown', 'textcard', 'image', 'file', 'template_card']);
const codeMs = 72 * 3600_000;

/**
 * The calls of a 自建应用 as WeChat Work answers them, so far as the product makes them: what it would refuse is refused here with the
 * same errcode (docs/wecom-doors.md 29).
 */
export class AppStandIn {
  readonly kf: KfStandIn;
  readonly oauth: OauthStandIn;
  readonly groups: GroupsStandIn;
  readonly messages: AppMessage[] = [];
  /** Told of each message as a member gets it. */
  onMessage: ((message: AppMessage) => void) | null = null;
  /** What was taken and never arrived, because its reader had had the most of a minute. */
  readonly dropped: AppMessage[] = [];
  readonly updated: Json[] = [];
  /** The messages that were taken back. */
  readonly recalled: string[] = [];
  /** Members whom the app cannot reach, as they are spelt in lower case (25). */
  readonly unreachable = new Set<string>();
  /** Answers that the next calls of a path get, before anything else happens. */
  readonly refusals = new Map<string, number[]>();
  readonly media = new Map<string, Buffer>();
  private readonly tokens = new Map<string, number>();
  private readonly spentCodes = new Set<string>();
  /** When each code for a new face of a card was given. */
  private readonly codeMs = new Map<string, number>();
  /** When messages arrived at each member. */
  private readonly arrivedMs = new Map<string, readonly number[]>();
  /** When the same was last said to the same member. */
  private readonly saidMs = new Map<string, number>();
  private readonly taskIds = new Set<string>();
  /** When each message was sent. */
  private readonly sentMs = new Map<string, number>();
  private made = 0;

  constructor(private readonly options: StandInOptions) {
    this.oauth = new OauthStandIn(options);
    this.groups = new GroupsStandIn(options.now);
    this.kf = new KfStandIn({ openKfIds: options.openKfIds, now: options.now, hasMedia: id => this.media.has(id) });
  }

  /** The same as a `fetch`, for programs on this side of the wire. */
  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname.replace(/^.*\/cgi-bin\//u, '');
    const body: unknown = init?.body;
    return this.respond(path, url.searchParams, typeof body === 'string' ? body : Buffer.from((body ?? '') as Buffer));
  };

  /** One call as it is answered over HTTP: JSON, or the bytes of a file. */
  respond(path: string, query: URLSearchParams, body: string | Buffer): Response {
    const bytes = path === 'media/get' && this.media.get(query.get('media_id') ?? '');
    const answer = this.call(path, query, body);
    if (!bytes || answer['errcode'] !== 0) return Response.json(answer);
    const headers = { 'content-type': 'image/jpeg', 'content-disposition': 'attachment; filename="photo.jpg"' };
    return new Response(new Uint8Array(bytes), { headers });
  }

  /** One call: JSON in, JSON out. */
  call(path: string, query: URLSearchParams, body: string | Buffer): Json {
    const refused = this.refusals.get(path)?.shift();
    if (refused !== undefined) return { errcode: refused, errmsg: 'refused' };
    if (path === 'gettoken') return this.token(query);
    const token = query.get('access_token');
    if (!token) return { errcode: 41_001 };
    const endsAt = this.tokens.get(token);
    if (endsAt === undefined) return { errcode: 40_014 };
    if (endsAt <= this.options.now().getTime()) return { errcode: 42_001 };
    if (path === 'media/upload') return this.upload(body);
    if (path === 'media/get') return { errcode: this.media.has(query.get('media_id') ?? '') ? 0 : 40_007 };
    if (path === 'auth/getuserinfo') return { errcode: 0, errmsg: 'ok', ...this.oauth.userInfo(query.get('code')) };
    const json = parsed(String(body));
    if (json === undefined) return { errcode: 40_058 };
    return { errcode: 0, errmsg: 'ok', ...this.answer(path, json) };
  }

  private answer(path: string, json: Json): Json {
    if (path.startsWith('kf/')) return this.kf.call(path.slice(3), json);
    if (path === 'auth/getuserdetail') return this.oauth.userDetail(json['user_ticket']);
    if (path === 'message/send') return this.send(json);
    if (path === 'message/update_template_card') return this.update(json);
    if (path === 'message/recall') return this.recall(json);
    if (path.startsWith('externalcontact/')) return this.groups.call(path.slice('externalcontact/'.length), json);
    return { errcode: 40_066 };
  }

  private token(query: URLSearchParams): Json {
    if (query.get('corpid') !== this.options.corpId) return { errcode: 40_013 };
    if (query.get('corpsecret') !== this.options.secret) return { errcode: 40_001 };
    const now = this.options.now().getTime();
    // Within its validity it is the same one (docs/wecom-protocol.md 9.1).
    const [known, endsAt = 0] = [...this.tokens].findLast(([, ends]) => ends > now) ?? [];
    if (known) return { errcode: 0, access_token: known, expires_in: Math.floor((endsAt - now) / 1000) };
    this.made += 1;
    const token = `TOKEN-${this.made}`;
    this.tokens.set(token, now + tokenMs);
    return { errcode: 0, access_token: token, expires_in: tokenMs / 1000 };
  }

  private upload(body: string | Buffer): Json {
    const sent = Buffer.from(body);
    const [, boundary = ''] = /^--([\w-]+)/u.exec(sent.toString('latin1', 0, 200)) ?? [];
    const bytes = readMultipart(`multipart/form-data; boundary=${boundary}`, sent)?.[0]?.bytes ?? sent;
    if (bytes.length < 6) return { errcode: 40_006 };
    this.made += 1;
    const id = `MEDIA-${this.made}`;
    this.media.set(id, bytes);
    return { errcode: 0, type: 'image', media_id: id };
  }

  private send(json: Json): Json {
    if (json['agentid'] !== this.options.agentId) return { errcode: 40_056 };
    const users = String(json['touser'] ?? '')
      .split('|')
      .filter(Boolean);
    const lost = users.filter(user => this.unreachable.has(user.toLowerCase()));
    if (users.length === 0 || lost.length === users.length) return { errcode: 81_013 };
    const msgtype = String(json['msgtype']);
    const body = (json[msgtype] ?? {}) as Json;
    if (!messageTypes.has(msgtype)) return { errcode: 40_008 };
    if (['text', 'markdown'].includes(msgtype)) {
      if (size(body['content']) === 0) return { errcode: 44_004 };
      if (size(body['content']) > textMaxBytes) return { errcode: 40_058 };
    }
    if (['image', 'file'].includes(msgtype) && !this.media.has(String(body['media_id']))) return { errcode: 40_007 };
    if (msgtype === 'template_card') {
      const task = String(body['task_id']);
      if (this.taskIds.has(task)) return { errcode: 42_014 };
      this.taskIds.add(task);
    }
    this.made += 1;
    for (const touser of users) {
      if (lost.includes(touser) || this.isRepeat(json, touser)) continue;
      if (!this.arrives(touser)) {
        this.dropped.push({ touser, msgtype, body });
        continue;
      }
      this.messages.push({ touser, msgtype, body });
      this.onMessage?.({ touser, msgtype, body });
    }
    this.sentMs.set(`MSG-${this.made}`, this.options.now().getTime());
    const code = msgtype === 'template_card' ? { response_code: `RC-${this.made}` } : {};
    if (code.response_code) this.codeMs.set(code.response_code, this.options.now().getTime());
    return { invaliduser: lost.map(user => user.toLowerCase()).join('|'), msgid: `MSG-${this.made}`, ...code };
  }

  /** With the check on, what was said to a member a while ago is taken and not shown (docs/wecom-protocol.md 9.3). */
  private isRepeat(json: Json, touser: string): boolean {
    const msgtype = String(json['msgtype']);
    const key = JSON.stringify([touser, msgtype, json[msgtype]]);
    const now = this.options.now().getTime();
    const seconds = Number(json['duplicate_check_interval'] ?? 1800);
    const isSame = json['enable_duplicate_check'] === 1 && now - (this.saidMs.get(key) ?? -Infinity) < seconds * 1000;
    if (!isSame) this.saidMs.set(key, now);
    return isSame;
  }

  private arrives(touser: string): boolean {
    const now = this.options.now().getTime();
    const lately = (this.arrivedMs.get(touser) ?? []).filter(at => now - at < minuteMs);
    if (lately.length >= mostInMinute) return false;
    this.arrivedMs.set(touser, [...lately, now]);
    return true;
  }

  /** A message is taken back within a day, or not at all. */
  private recall(json: Json): Json {
    const msgid = String(json['msgid']);
    const sentMs = this.sentMs.get(msgid);
    if (sentMs === undefined) return { errcode: 40_058 };
    if (this.options.now().getTime() - sentMs > recallMs) return { errcode: 42_052 };
    this.recalled.push(msgid);
    return {};
  }

  private update(json: Json): Json {
    const code = String(json['response_code']);
    const isOver = this.options.now().getTime() - (this.codeMs.get(code) ?? Infinity) > codeMs;
    if (this.spentCodes.has(code) || isOver) return { errcode: 42_016 };
    this.spentCodes.add(code);
    this.updated.push(json);
    return {};
  }
}

function size(text: unknown): number {
  return typeof text === 'string' ? Buffer.byteLength(text) : 0;
}

function parsed(body: string): Json | undefined {
  if (body === '') return {};
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined;
  }
}
