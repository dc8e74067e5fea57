import { AppLine } from './app-line.js';
import { AppStandIn } from './app-stand-in.js';
import type { ChatLog } from './chat-log.js';
import type { MassTask } from './groups-stand-in.js';
import type { KfShown } from './kf-stand-in.js';
import type { Actor } from './oauth-stand-in.js';
import type { Pictures } from './pictures.js';
import { type Outsider, type World, singleOf } from './world.js';

/** The 自建应用 of trial mode: how the bot is called, and how it calls. */
export interface TrialApp {
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly openKfId: string;
}

interface PhoneParts extends TrialApp {
  readonly callbackUrl: string;
  readonly log: ChatLog;
  readonly pictures: Pictures;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly world: () => Promise<World>;
}

/** The customer group of a grid, in which residents and the owner are together. */
const groupIdOf = (grid: string): string => `wrTrialResidents-${grid}`;
const residentsOf = (grid: string): string => `residents:${grid}`;

/** The chat of somebody with personal WeChat and 微信客服. */
const kefuOf = (id: string): string => `kf:${id}`;

/**
 * The phones of residents who have personal WeChat alone: their chat with 微信客服, and the customer group. They stand before the same
 * stand-in as the bot's calls (docs/wecom-doors.md 29).
 */
export class Phones {
  readonly app: AppStandIn;
  private readonly line: AppLine;

  constructor(private readonly parts: PhoneParts) {
    this.app = new AppStandIn({ ...parts, openKfIds: [parts.openKfId] });
    this.line = new AppLine(parts);
    const { kf, groups } = this.app;
    kf.onBell = (token, id) => void this.ring(token, id);
    kf.onShown = shown => this.show(shown);
    groups.onTask = task => this.showTask(task);
    this.app.onMessage = ({ touser, msgtype, body }) => {
      const text = typeof body['content'] === 'string' ? body['content'] : msgtype === 'file' ? '（一个文件）' : '';
      const pictures = msgtype === 'image' ? this.pictureOf(String(body['media_id'])) : [];
      parts.log.add(singleOf(touser), { kind: 'push', dialect: 'text', text, pictures });
    };
  }

  /** Each grid has a customer group, which its first secretary owns. */
  async found(): Promise<void> {
    for (const { code, members, outside = [] } of (await this.parts.world()).grids) {
      const owner = members.find(({ roles }) => roles.includes('grid_secretary'));
      if (!owner) continue;
      const withPhone = outside.filter(({ phone }) => phone === 'wechat');
      this.app.groups.groups.set(groupIdOf(code), owner.userid);
      this.app.groups.outsiders.set(
        groupIdOf(code),
        withPhone.map(({ id }) => externalOf(id)),
      );
    }
  }

  /** Opens the chat with 客服 by the address of a QR code. */
  scan({ id }: Outsider, address: string): void {
    this.app.kf.open(externalOf(id), address);
  }

  say({ id }: Outsider, text: string): void {
    this.said(id, { text });
    this.app.kf.say(externalOf(id), text);
  }

  /** A row of a menu is tapped: it stands in the chat as if it had been typed. */
  tap({ id }: Outsider, row: { readonly id: string; readonly content: string }): void {
    this.said(id, { text: row.content });
    this.app.kf.tap(externalOf(id), row);
  }

  send({ id }: Outsider, bytes: Buffer): void {
    const picture = this.parts.pictures.keep(bytes);
    if (picture === undefined) return;
    this.said(id, { pictures: [picture] });
    const mediaId = `PHONE-${picture}`;
    this.app.media.set(mediaId, bytes);
    this.app.kf.send(externalOf(id), 'image', { media_id: mediaId });
  }

  /** A member sends what 企业群发 has made ready for them; false where there is no such task of theirs. */
  confirm(userid: string, msgid: string): boolean {
    const task = this.app.groups.tasks.find(one => one.msgid === msgid && one.sender === userid);
    if (!task) return false;
    this.app.groups.confirm(task);
    return true;
  }

  /** Who a browser is that is the phone of a resident. */
  actorOf({ id }: Outsider): Actor {
    return { openid: `oTrial-${id}` };
  }

  private async ring(token: string, openKfId: string): Promise<void> {
    await this.line.bell(token, openKfId);
  }

  private said(id: string, { text = '', pictures = [] as readonly string[] }): void {
    this.parts.log.add(kefuOf(id), { kind: 'said', by: id, text, voice: false, heard: true, pictures });
  }

  private show({ external, msgtype, text, rows, mediaId }: KfShown): void {
    const pictures = msgtype === 'image' ? this.pictureOf(mediaId) : [];
    const content = { kind: 'kefu', text, rows, pictures } as const;
    this.parts.log.add(kefuOf(external.replace(/^wmTrial-/u, '')), content);
  }

  private showTask({ msgid, sender, text, links, status, chatIds }: MassTask): void {
    const { log } = this.parts;
    const shown = { kind: 'task', msgid, text, status, pictures: [] } as const;
    const before = log.last(singleOf(sender), ({ content }) => content.kind === 'task' && content.msgid === msgid);
    if (before) log.change(before, shown);
    else log.add(singleOf(sender), shown);
    if (status !== 'sent') return;
    const articles = links.map(url => ({ title: '办事台', url }));
    for (const chatId of chatIds) {
      const grid = chatId.replace(/^wrTrialResidents-/u, '');
      log.add(residentsOf(grid), { kind: 'push', dialect: 'text', text, pictures: [], articles, by: sender });
    }
  }

  private pictureOf(mediaId: string): string[] {
    const bytes = this.app.media.get(mediaId);
    const id = bytes && this.parts.pictures.keep(bytes);
    return id === undefined ? [] : [id];
  }
}

function externalOf(id: string): string {
  return `wmTrial-${id}`;
}
