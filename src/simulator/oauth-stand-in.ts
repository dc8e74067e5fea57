type Json = Readonly<Record<string, unknown>>;

/** Who opens a page: a member of the company, or somebody with personal WeChat, whose customer's id may be told along. */
export type Actor =
  { readonly userid: string } | { readonly openid: string; readonly external_userid?: string | undefined };

interface OauthStandInOptions {
  readonly corpId: string;
  readonly agentId: number;
  readonly now: () => Date;
}

const codeMs = 5 * 60_000;
const ticketMs = 1800_000;

/** 网页授权 as WeChat does it: a page that wants to know who opens it gets a code, once, for five minutes (docs/wecom-doors.md 23, 29). */
export class OauthStandIn {
  /** The hosts that the console trusts; null: all of them. */
  trustedHosts: readonly string[] | null = null;
  /** What members have agreed to tell of themselves, by their userid; nobody is asked unless a page wants to know (23.2). */
  readonly agreed = new Map<string, Json>();
  /** How often somebody wanted to know more of a member than who it is. */
  detailsAsked = 0;
  private readonly codes = new Map<
    string,
    { readonly actor: Actor; readonly at: number; readonly isPrivate: boolean }
  >();
  private readonly tickets = new Map<string, { readonly userid: string; readonly at: number }>();
  private made = 0;

  constructor(private readonly options: OauthStandInOptions) {}

  /** Where the browser of an actor is sent back to from the address of 网页授权; an errcode where WeChat shows a page of its own. */
  authorize(address: string, actor: Actor): string | number {
    const { searchParams, hash } = new URL(address);
    const { corpId, agentId, now } = this.options;
    if (searchParams.get('appid') !== corpId) return 40_013;
    if (Number(searchParams.get('agentid')) !== agentId) return 40_056;
    const state = searchParams.get('state') ?? '';
    if (!/^[a-zA-Z0-9]{0,128}$/u.test(state)) return 84_025;
    const scope = searchParams.get('scope') ?? '';
    const isAsked = searchParams.get('response_type') === 'code' && /^snsapi_(?:base|privateinfo)$/u.test(scope);
    if (!isAsked || hash !== '#wechat_redirect') return 40_058;
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    if (this.trustedHosts && !this.trustedHosts.includes(back.host)) return 50_001;
    const code = `CODE-${(this.made += 1)}`;
    this.codes.set(code, { actor, at: now().getTime(), isPrivate: scope === 'snsapi_privateinfo' });
    back.searchParams.set('code', code);
    back.searchParams.set('state', state);
    return back.href;
  }

  /** Spends a code. */
  userInfo(code: string | null): Json {
    const given = this.codes.get(code ?? '');
    this.codes.delete(code ?? '');
    if (!given || this.options.now().getTime() - given.at > codeMs) return { errcode: 40_029 };
    const { actor, isPrivate } = given;
    if (!isPrivate || !('userid' in actor)) return { ...actor };
    const ticket = `UT-${(this.made += 1)}`;
    this.tickets.set(ticket, { userid: actor.userid, at: this.options.now().getTime() });
    return { ...actor, user_ticket: ticket };
  }

  /** What a member has agreed to tell, by the ticket of their coming. */
  userDetail(ticket: unknown): Json {
    this.detailsAsked += 1;
    if (typeof ticket !== 'string' || ticket === '') return { errcode: 84_090 };
    const given = this.tickets.get(ticket);
    if (!given) return { errcode: 84_015 };
    if (this.options.now().getTime() - given.at > ticketMs) return { errcode: 84_014 };
    return { userid: given.userid, ...this.agreed.get(given.userid) };
  }
}
