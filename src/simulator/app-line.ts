import { randomInt } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';

interface AppLineOptions {
  /** Where the app takes its callbacks. */
  readonly callbackUrl: string;
  readonly corpId: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
}

/** WeChat Work tries so often to deliver what was not acknowledged (docs/wecom-doors.md 21.3). */
const attempts = 3;

/** The way from WeChat Work to a 自建应用: XML in AES for the company, signed in the query (docs/wecom-doors.md 21.3, 28). */
export class AppLine {
  constructor(private readonly options: AppLineOptions) {}

  /** Something waits in 微信客服. False when the bell was heard by nobody. */
  bell(token: string, openKfId: string): Promise<boolean> {
    return this.deliver({ MsgType: 'event', Event: 'kf_msg_or_event', Token: token, OpenKfId: openKfId });
  }

  /** Delivers a callback until it is acknowledged, three times at most. */
  async deliver(fields: Readonly<Record<string, string | readonly string[]>>): Promise<boolean> {
    const { corpId, now } = this.options;
    const createTime = String(Math.floor(now().getTime() / 1000));
    const elements = Object.entries({ ToUserName: corpId, CreateTime: createTime, ...fields });
    const xml = `<xml>${elements.map(([name, value]) => element(name, value)).join('')}</xml>`;
    for (let attempt = 0; attempt < attempts; attempt += 1) if (await this.post(xml)) return true;
    return false;
  }

  private async post(xml: string): Promise<boolean> {
    const { callbackUrl, corpId, token, encodingAesKey, now, fetch: send, timeoutMs = 5000 } = this.options;
    const encrypted = encrypt(encodingAesKey, xml, corpId);
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const nonce = String(randomInt(1_000_000_000));
    const signature = getSignature(token, timestamp, nonce, encrypted);
    const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce });
    const body = `<xml>${element('ToUserName', corpId)}${element('Encrypt', encrypted)}${element('AgentID', '')}</xml>`;
    const sent = send(`${callbackUrl}?${query}`, { method: 'POST', body, signal: AbortSignal.timeout(timeoutMs) });
    return sent.then(
      async answer => (await answer.text(), answer.status === 200),
      () => false,
    );
  }
}

/** A list stands as `Item` elements (docs/wecom-doors.md 24.4). */
function element(name: string, value: string | readonly string[]): string {
  const content = typeof value === 'string' ? `<![CDATA[${value}]]>` : value.map(one => element('Item', one)).join('');
  return `<${name}>${content}</${name}>`;
}
