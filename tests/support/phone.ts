import type { Actor, OauthStandIn } from '../../src/simulator/oauth-stand-in.js';
import { hiddenIn, words } from './desk.js';

interface PhoneParts {
  /** Where the pages are served. */
  readonly at: string;
  /** How their addresses begin for the world. */
  readonly publicUrl: string;
  readonly oauth: OauthStandIn;
  readonly actor: Actor;
  readonly agent?: string;
  /** The address that it comes from: the pace of each is kept by itself. */
  readonly from?: string;
}

export const inWeChat = 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50';

/** A browser with its cookies, inside WeChat unless told otherwise, that goes where it is sent. */
export class Phone {
  readonly jar = new Map<string, string>();
  /** The last address that WeChat sent it back to. */
  back = '';

  constructor(private readonly parts: PhoneParts) {}

  async once(
    path: string,
    method = 'GET',
    body?: URLSearchParams,
  ): Promise<{ status: number; text: string; to: string }> {
    const { at, agent = inWeChat, from } = this.parts;
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'user-agent': agent, ...(from && { 'x-forwarded-for': from }) };
    const answer = await fetch(at + path, { method, headers, redirect: 'manual', ...(body && { body }) });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^(\w+)=([^;]*)/u.exec(line) ?? [];
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' };
  }

  /** Opens a page and follows every way on, to WeChat and back too. */
  async opens(
    path: string,
    method = 'GET',
    body?: URLSearchParams,
  ): Promise<{ status: number; text: string; path: string }> {
    let [here, how, sent] = [path, method, body];
    for (let hops = 0; hops < 8; hops += 1) {
      const { status, text, to } = await this.once(here, how, sent);
      if (to === '') return { status, text, path: here };
      [how, sent] = ['GET', undefined];
      here = to.startsWith('https://open.weixin.qq.com') ? this.sentBack(to) : to;
    }
    throw new Error('sent round and round');
  }

  /** Fills in the form of a deed, says yes to what is read back, and reads the answer. */
  async handsIn(address: string, fields: Readonly<Record<string, string>>): Promise<string> {
    let page = await this.opens(address);
    let sent = { ...hiddenIn(page.text), ...fields };
    const action = address.replace(/\?.*$/u, '');
    for (let times = 0; times < 3; times += 1) {
      page = await this.opens(action, 'POST', new URLSearchParams(sent));
      if (!page.text.includes('name="_yes"')) break;
      sent = hiddenIn(page.text);
    }
    if (page.text.includes('name="_key"')) throw new Error(`not done: ${words(page.text)}`);
    return words(page.text);
  }

  /** Where WeChat sends the browser that was sent to it to be known. */
  sentBack(to: string): string {
    const { oauth, actor, publicUrl } = this.parts;
    const back = oauth.authorize(to, actor);
    if (typeof back === 'number') throw new Error(`WeChat shows ${back}`);
    this.back = back.replace(publicUrl, '');
    return this.back;
  }
}
