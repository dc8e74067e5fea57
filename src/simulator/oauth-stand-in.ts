type Json = Readonly<Record<string, unknown>>;

/** Who opens a page: a member of the company, or somebody with personal WeChat, whose customer's id may be told along. */
export type Actor =
  { readonly userid: string } | { readonly openid: string; readonly external_userid?: string | undefined };

export interface OauthStandInOptions {
  readonly corpId: string;
  readonly agentId: number;
  readonly now: () => Date;
}

const codeMs = 5 * 60_000;

/** 网页授权 as WeChat does it: a page that wants to know who opens it gets a code, once, for five minutes (docs/wecom-doors.md 23, 29). */
export class OauthStandIn {
  /** The hosts that the console trusts; null: any. */
  trustedHosts: readonly string[] | null = null;
  private readonly codes = new Map<string, { readonly actor: Actor; readonly at: number }>();
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
    const isAsked = searchParams.get('response_type') === 'code' && searchParams.get('scope') === 'snsapi_base';
    if (!isAsked || hash !== '#wechat_redirect') return 40_058;
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    if (this.trustedHosts && !this.trustedHosts.includes(back.host)) return 50_001;
    const code = `CODE-${(this.made += 1)}`;
    this.codes.set(code, { actor, at: now().getTime() });
    back.searchParams.set('code', code);
    back.searchParams.set('state', state);
    return back.href;
  }

  /** Spends a code. */
  userInfo(code: string | null): Json {
    const given = this.codes.get(code ?? '');
    this.codes.delete(code ?? '');
    if (!given || this.options.now().getTime() - given.at > codeMs) return { errcode: 40_029 };
    return { ...given.actor };
  }
}
