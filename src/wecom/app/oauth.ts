import { z } from 'zod';
import { WeComError } from '../errors.js';
import type { AppApi } from './api.js';

/** Where a browser is sent to be known (docs/wecom-doors.md 23.1); it comes back to `redirect` with a code and the same state. */
export function authorizeUrl(given: {
  readonly base: string;
  readonly corpId: string;
  readonly agentId: number;
  readonly redirect: string;
  readonly state: string;
}): string {
  const { base, corpId, agentId, redirect, state } = given;
  const query = new URLSearchParams({
    appid: corpId,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'snsapi_base',
    state,
    agentid: String(agentId),
  });
  return `${base.replace(/(?<!\/)\/+$/u, '')}/connect/oauth2/authorize?${query}#wechat_redirect`;
}

/** Whom a code stands for: a member of the company, anybody else by their openid, or somebody of another company. */
type Visitor =
  | { readonly kind: 'member'; readonly userid: string }
  | { readonly kind: 'outsider'; readonly openid: string; readonly external: string | null }
  | { readonly kind: 'stranger' };

const Answer = z.object({
  userid: z.string().min(1).optional(),
  openid: z.string().min(1).max(64).optional(),
  external_userid: z.string().min(1).max(64).optional(),
});

/** Spends a code; null for one that was spent, is over, or was never given. */
export async function visitorOf(api: AppApi, code: string): Promise<Visitor | null> {
  try {
    const { userid, openid, external_userid = null } = Answer.parse(await api.get('auth/getuserinfo', { code }));
    // `CorpId/userid` is a member of another company; nobody here answers for that account.
    if (userid !== undefined)
      return /^[\w.@-]{1,64}$/u.test(userid) ? { kind: 'member', userid } : { kind: 'stranger' };
    return openid === undefined ? { kind: 'stranger' } : { kind: 'outsider', openid, external: external_userid };
  } catch (error) {
    if (error instanceof WeComError && error.kind === 'login') return null;
    throw error;
  }
}
