type Json = Readonly<Record<string, unknown>>;

interface KfStandInOptions {
  readonly openKfIds: readonly string[];
  readonly now: () => Date;
  readonly hasMedia: (mediaId: string) => boolean;
}

interface Unlogged {
  readonly origin: number;
  readonly msgtype: string;
  readonly [field: string]: unknown;
}

interface Logged extends Unlogged {
  readonly open_kfid: string;
  readonly msgid: string;
  readonly send_time: number;
}

/** By what a message may be said although the window is shut: how long, as what, and while the chat is in which state (22.8). */
const occasions = {
  entered: { forMs: 20_000, types: ['text', 'msgmenu'], state: null },
  pooled: { forMs: 48 * 3_600_000, types: ['text'], state: 2 },
  taken: { forMs: 48 * 3_600_000, types: ['text'], state: 3 },
  ended: { forMs: 20_000, types: ['text', 'msgmenu'], state: 4 },
} as const;

interface Customer {
  state: number;
  saidMs: number;
  cameMs: number;
  came: { readonly scene: string; readonly scene_param: string };
  sent: number;
  welcomedMs: number;
  hasWritten: boolean;
}

/** What a customer sees of an answer. */
export interface KfShown {
  readonly external: string;
  readonly msgtype: string;
  readonly text: string;
  readonly rows: readonly { readonly id: string; readonly content: string }[];
  /** Of a picture or a file. */
  readonly mediaId: string;
  readonly msgid: string;
  readonly isWelcome: boolean;
}

const nowhere = { scene: '', scene_param: '' };
const mostAsked = 100;
const hour = 3_600_000;
const pullTokenMs = 10 * 60_000;

/** 微信客服 as WeChat Work does it: the list with its cursors, the window of five in 48 hours, the states (docs/wecom-doors.md 22, 29). */
export class KfStandIn {
  readonly shown: KfShown[] = [];
  /** Told of each message as its customer sees it. */
  onShown: ((shown: KfShown) => void) | null = null;
  /** Rings with a pull token whenever something was added; nobody hears it when it is not set. */
  onBell: ((token: string, openKfId: string) => void) | null = null;
  /** Customers who refuse messages, with the `fail_type` that is told afterwards. */
  readonly refusing = new Map<string, number>();
  /** How many more pages come empty with `has_more` 1. */
  emptyPages = 0;
  /** How many messages a page holds at most. */
  pageSize = 1000;
  mayManage = true;
  private readonly log: Logged[] = [];
  private readonly customers = new Map<string, Customer>();
  private readonly sentIds = new Set<string>();
  private readonly codes = new Map<string, { external: string; at: number; occasion: keyof typeof occasions }>();
  /** Who of the company answers customers, and whether they are on duty. */
  readonly servicers = new Map<string, boolean>();
  private readonly tokens = new Map<string, number>();
  /** The scene behind each link that was made. */
  private readonly links = new Map<string, string>();
  private untokened: number[] = [];
  private made = 0;

  constructor(private readonly options: KfStandInOptions) {}

  /** A customer opens the chat by a link or a QR code; one that was changed, but for what it may carry, opens it without a word (22.2). */
  open(external: string, address: string): void {
    const { searchParams } = new URL(address);
    const scene = this.links.get(searchParams.get('enc_scene') ?? '');
    const param = searchParams.get('scene_param') ?? '';
    const isWhole = scene !== undefined && (param === '' || scene !== '') && encodeURIComponent(param).length <= 128;
    if (isWhole) this.visit(external, { scene, param });
  }

  /** A customer opens the chat. */
  visit(external: string, { scene = '', param = '' } = {}): void {
    const customer = this.customer(external);
    const now = this.ms();
    Object.assign(customer, { cameMs: now, came: { scene, scene_param: param } });
    const isDue = !customer.hasWritten && now - customer.welcomedMs >= 48 * hour;
    const code = isDue ? this.code(external, 'entered') : '';
    const event = { event_type: 'enter_session', open_kfid: this.account(), external_userid: external, scene };
    this.add({
      origin: 4,
      msgtype: 'event',
      event: { ...event, ...(param && { scene_param: param }), ...(code && { welcome_code: code }) },
    });
  }

  /** A customer writes. */
  say(external: string, content: string, { origin = 3, msgid = '' } = {}): string {
    return this.wrote(external, { origin, msgtype: 'text', text: { content } }, msgid);
  }

  /** A customer taps a row of a menu, their own or one that somebody sent on to them. */
  tap(external: string, { id, content }: { readonly id: string; readonly content: string }): string {
    return this.wrote(external, { origin: 3, msgtype: 'text', text: { content, menu_id: id } });
  }

  /** A customer sends a picture, a voice or whatever else. */
  send(external: string, msgtype: string, content: object): string {
    return this.wrote(external, { origin: 3, msgtype, [msgtype]: content });
  }

  recall(external: string, msgid: string): void {
    this.add({
      origin: 4,
      msgtype: 'event',
      event: { event_type: 'user_recall_msg', external_userid: external, recall_msgid: msgid },
    });
  }

  /** Somebody of the office takes the chat, or gives it up. */
  setState(external: string, state: number): void {
    this.customer(external).state = state;
  }

  /** Somebody of the office takes a chat over in their client, or ends it there (22.5). */
  byHand(external: string, what: 'taken' | 'ended'): void {
    this.setState(external, what === 'taken' ? 3 : 4);
    const change = what === 'taken' ? { change_type: 1, new_servicer_userid: 'office' } : { change_type: 3 };
    const event = { event_type: 'session_status_change', open_kfid: this.account(), external_userid: external };
    this.add({ origin: 4, msgtype: 'event', event: { ...event, ...change, msg_code: this.code(external, what) } });
  }

  /** What a customer has been shown, oldest first. */
  shownTo(external: string): KfShown[] {
    return this.shown.filter(one => one.external === external);
  }

  call(path: string, json: Json): Json {
    if (path === 'account/list') {
      const list = this.options.openKfIds.map(id => ({
        open_kfid: id,
        name: '客服',
        manage_privilege: this.mayManage,
      }));
      return { account_list: list };
    }
    if (path === 'send_msg_on_event') return this.welcome(json);
    if (path === 'customer/batchget') return this.whoTheyAre(json);
    if (!this.options.openKfIds.includes(String(json['open_kfid']))) return { errcode: 95_000 };
    if (path === 'sync_msg') return this.sync(json);
    if (path === 'send_msg') return this.sendMessage(json);
    if (path === 'add_contact_way') {
      const scene = String(json['scene'] ?? '');
      if (!/^[\w-]{0,32}$/u.test(scene)) return { errcode: 40_058 };
      this.links.set(`ENC${scene}`, scene);
      return { url: `https://work.weixin.qq.com/kf/kfc0?enc_scene=ENC${scene}` };
    }
    const customer = this.customers.get(String(json['external_userid']));
    if (!customer) return { errcode: 40_096 };
    if (path === 'service_state/get') return { service_state: customer.state };
    if (path === 'service_state/trans') return this.trans(customer, json);
    return { errcode: 40_066 };
  }

  /** Who entered or wrote within 48 hours; everybody else is unknown (docs/wecom-doors.md 22.9). */
  private whoTheyAre(json: Json): Json {
    const ids = (json['external_userid_list'] ?? []) as readonly string[];
    if (ids.length === 0 || ids.length > mostAsked) return { errcode: 40_058 };
    const isRecent = (id: string): boolean => {
      const { saidMs, cameMs } = this.customers.get(id) ?? { saidMs: -Infinity, cameMs: -Infinity };
      return this.ms() - Math.max(saidMs, cameMs) <= 48 * hour;
    };
    const customer_list = ids.filter(isRecent).map(external_userid => ({
      external_userid,
      nickname: '微信用户',
      avatar: '',
      gender: 0,
      ...(json['need_enter_session_context'] === 1 && {
        enter_session_context: this.customer(external_userid).came,
      }),
    }));
    return { customer_list, invalid_external_userid: ids.filter(id => !isRecent(id)) };
  }

  private trans(customer: Customer, json: Json): Json {
    const to = Number(json['service_state']);
    const allowed: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 3], 1: [2, 3], 2: [3], 3: [3, 4], 4: [] };
    if (!allowed[customer.state]?.includes(to)) return { errcode: 95_016 };
    const onDuty = this.servicers.get(String(json['servicer_userid']));
    if (to === 3 && onDuty !== true) return { errcode: onDuty === undefined ? 95_014 : 95_019 };
    const isFirst = customer.state < 2;
    customer.state = to;
    if (to === 1 || (to !== 4 && !isFirst)) return {};
    const occasion = to === 2 ? 'pooled' : to === 3 ? 'taken' : 'ended';
    return { msg_code: this.code(String(json['external_userid']), occasion) };
  }

  private code(external: string, occasion: keyof typeof occasions): string {
    const code = `${occasion === 'entered' ? 'WC' : 'MC'}-${(this.made += 1)}`;
    this.codes.set(code, { external, at: this.ms(), occasion });
    return code;
  }

  private sync(json: Json): Json {
    const [token, cursor] = [json['token'], json['cursor']];
    if (typeof token === 'string') {
      if (this.ms() - (this.tokens.get(token) ?? -Infinity) > pullTokenMs) return { errcode: 95_007 };
    } else {
      this.untokened = this.untokened.filter(at => this.ms() - at < 60_000);
      // The first call of a minute and a few that go on from it.
      if (this.untokened.length >= 5) return { errcode: 45_009 };
      this.untokened.push(this.ms());
    }
    const from = typeof cursor === 'string' ? Number(/^c-(\d+)$/u.exec(cursor)?.[1] ?? Number.NaN) : 0;
    if (!(from <= this.log.length)) return { errcode: 40_058 };
    if (this.emptyPages > 0) {
      this.emptyPages -= 1;
      return { next_cursor: `c-${from}`, has_more: 1, msg_list: [] };
    }
    const end = Math.min(this.log.length, from + Math.min(Number(json['limit'] ?? 1000), this.pageSize));
    const oldest = this.ms() / 1000 - 72 * 3600;
    const msg_list = this.log.slice(from, end).filter(one => one.send_time >= oldest);
    return { next_cursor: `c-${end}`, has_more: end < this.log.length ? 1 : 0, msg_list };
  }

  private sendMessage(json: Json): Json {
    const external = String(json['touser']);
    const customer = this.customers.get(external);
    if (!customer) return { errcode: 40_096 };
    const wrong = this.wrongBody(json);
    if (wrong) return { errcode: wrong };
    // A chat that was ended is told apart from one that is not the bot's (22.10).
    if (customer.state > 1) return { errcode: customer.state === 4 && customer.hasWritten ? 95_013 : 95_018 };
    if (this.ms() - customer.saidMs > 48 * hour) return { errcode: 95_002 };
    const msgid = String(json['msgid'] ?? `own-${(this.made += 1)}`);
    if (this.sentIds.has(msgid)) return { errcode: 95_033 };
    if (customer.sent >= 5) return { errcode: 95_001 };
    customer.sent += 1;
    this.sentIds.add(msgid);
    const fail = this.refusing.get(external);
    if (fail === undefined) this.show(json, { external, msgid, isWelcome: false });
    else {
      const event = { event_type: 'msg_send_fail', external_userid: external, fail_msgid: msgid, fail_type: fail };
      this.add({ origin: 4, msgtype: 'event', event });
    }
    return { msgid };
  }

  private welcome(json: Json): Json {
    const code = String(json['code']);
    const due = this.codes.get(code);
    if (!due) return { errcode: 40_058 };
    const customer = this.customer(due.external);
    const { forMs, types, state } = occasions[due.occasion];
    const isLate = this.ms() - due.at > forMs || (state !== null && customer.state !== state);
    const isFit = types.some(type => type === json['msgtype']) && this.wrongBody(json) === undefined;
    if (isLate || !isFit) return { errcode: 40_058 };
    this.codes.delete(code);
    const isWelcome = due.occasion === 'entered';
    if (isWelcome) customer.welcomedMs = this.ms();
    this.show(json, { external: due.external, msgid: String(json['msgid']), isWelcome });
    return { msgid: String(json['msgid']) };
  }

  private show(json: Json, head: Pick<KfShown, 'external' | 'msgid' | 'isWelcome'>): void {
    const shown = shownOf(json, head);
    this.shown.push(shown);
    this.onShown?.(shown);
  }

  private wrongBody(json: Json): number | undefined {
    const id = json['msgid'];
    if (id !== undefined && !/^[\w-]{1,32}$/u.test(String(id))) return 40_058;
    const type = String(json['msgtype']);
    const body = (json[type] ?? {}) as Json;
    if (type === 'text') return size(body['content']) === 0 || size(body['content']) > 2048 ? 40_058 : undefined;
    if (type === 'image' || type === 'file')
      return this.options.hasMedia(String(body['media_id'])) ? undefined : 40_007;
    if (type !== 'msgmenu') return 40_008;
    const list = (body['list'] ?? []) as { type: string; click?: { id?: string; content: string } }[];
    if (list.length > 10) return 95_008;
    if (list.some(row => !['click', 'view', 'miniprogram', 'text'].includes(row.type))) return 95_009;
    const isLong = list.some(
      ({ click }) => click && (size(click.id) > 64 || size(click.content) < 1 || size(click.content) > 128),
    );
    return isLong || size(body['head_content']) > 1024 ? 40_058 : undefined;
  }

  private wrote(external: string, message: Unlogged, msgid = ''): string {
    const customer = this.customer(external);
    customer.hasWritten = true;
    customer.saidMs = this.ms();
    customer.sent = 0;
    if (customer.state === 4) customer.state = 0;
    return this.add({ ...message, external_userid: external }, msgid);
  }

  private add(message: Unlogged, given = ''): string {
    const msgid = given || `m-${(this.made += 1)}`;
    this.log.push({ ...message, open_kfid: this.account(), msgid, send_time: Math.floor(this.ms() / 1000) });
    const token = `ENCtok-${(this.made += 1)}`;
    this.tokens.set(token, this.ms());
    this.onBell?.(token, this.account());
    return msgid;
  }

  private customer(external: string): Customer {
    const known = this.customers.get(external);
    if (known) return known;
    const made = {
      state: 4,
      saidMs: -Infinity,
      cameMs: -Infinity,
      came: nowhere,
      sent: 0,
      welcomedMs: -Infinity,
      hasWritten: false,
    };
    this.customers.set(external, made);
    return made;
  }

  private account(): string {
    return this.options.openKfIds[0] ?? '';
  }

  private ms(): number {
    return this.options.now().getTime();
  }
}

function shownOf(json: Json, head: Pick<KfShown, 'external' | 'msgid' | 'isWelcome'>): KfShown {
  const msgtype = String(json['msgtype']);
  const body = (json[msgtype] ?? {}) as {
    content?: string;
    head_content?: string;
    media_id?: string;
    list?: { click?: KfShown['rows'][number] }[];
  };
  const rows = (body.list ?? []).flatMap(({ click }) => click ?? []);
  const [text, mediaId] = [body.content ?? body.head_content ?? '', body.media_id ?? ''];
  return { ...head, msgtype, text, rows, mediaId };
}

function size(text: unknown): number {
  return typeof text === 'string' ? Buffer.byteLength(text) : 0;
}
