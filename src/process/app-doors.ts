import type Koa from 'koa';
import { Router } from 'koa-router';
import type { Logger } from 'pino';
import type { Message } from '../talk/message.js';
import type { Reply } from '../talk/reply.js';
import type { Store } from '../store/engine/store.js';
import type { OpenUnit } from '../store/engine/unit.js';
import { AppApi, type AppCall, sufferer, wholeApp } from '../wecom/app/api.js';
import { MemberPush } from '../wecom/app/member-push.js';
import { authorizeUrl, visitorOf } from '../wecom/app/oauth.js';
import type { DeskOauth } from '../web/desk-state.js';
import { appRoutes } from '../wecom/app/routes.js';
import { selfCheck, stepOf, unsetSteps } from '../wecom/app/self-check.js';
import { spoken } from '../wecom/robot/answer.js';
import { pushes } from '../outbox/private-posts.js';
import { ChannelUses } from '../store/notice/channel-uses.js';
import type { KeySeal } from '../wecom/faces/key-seal.js';
import type { Fault } from '../wecom/received.js';
import type { AppConfig, VerifyFile } from './app-config.js';
import { GroupsDoor } from './groups-door.js';
import { KfDoor } from './kf-door.js';
import { dropLinks, fetchLinks } from './kf-links.js';
import type { Metrics } from './metrics.js';

export interface AppDoorsParts {
  readonly config: AppConfig;
  readonly apiBase: string;
  readonly publicUrl: string;
  /** The owner's proof of the domain, where it is served. */
  readonly verifyFile: VerifyFile | null;
  /** Where browsers are sent to be known. */
  readonly oauthBase: string;
  readonly store: Store;
  readonly metrics: Metrics;
  readonly keys: KeySeal;
  /** Chance, for the keys of strangers. */
  readonly random: (bytes: number) => Buffer;
  readonly holder: string;
  readonly answer: (message: Message) => Promise<Reply>;
  readonly binds: (intent: string) => boolean;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly clockMs: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
  readonly onFault: (fault: Fault, error?: unknown) => void;
  /** Told as a round of 微信客服 gets on. */
  readonly onRound: () => void;
}

const linksEveryMs = 10 * 60_000;
/** A door that is shut is tried again after so long; one that was refused something, sooner. */
const recheckMs = { shut: 10 * 60_000, refused: 60_000 };

/** The doors of the 自建应用: its callback, messages to members, and 微信客服 (docs/wecom-doors.md 21-25). Each works without the others. */
export class AppDoors {
  readonly api: AppApi;
  readonly members: MemberPush;
  private readonly kf: KfDoor | null;
  private readonly groups: GroupsDoor;
  private readonly counts: ReturnType<Metrics['doors']>;
  private linksAt = -Infinity;
  /** What keeps each door from being open, as it was found last. */
  private readonly faults = new Map<string, string | null>();
  private readonly shut = new Set<string>();
  /** What was refused because of how the app is set up, as it was said to the operator. */
  private readonly refused = new Set<string>();
  private isSuspect = false;
  private checkedMs = -Infinity;

  constructor(private readonly parts: AppDoorsParts) {
    const { config, metrics, keys } = parts;
    this.counts = metrics.doors();
    this.api = new AppApi({ ...parts, ...config, onCall: call => this.called(call) });
    const refused = (error: unknown): void => parts.onFault('follow-up-failed', error);
    this.members = new MemberPush(this.api, keys, refused, `${parts.publicUrl}/desk`);
    const who = (open: OpenUnit, external: string): Promise<string> =>
      open.identities.meet(
        { corpId: config.corpId, kind: 'external', value: external },
        { now: parts.now(), random: parts.random(12) },
      );
    this.groups = new GroupsDoor({
      ...parts,
      who,
      api: this.api,
      onTask: outcome => this.counts.tasks.inc({ outcome }),
    });
    const { openKfId } = config;
    this.kf =
      openKfId === null
        ? null
        : new KfDoor({
            ...parts,
            api: this.api,
            openKfId,
            who,
            isShut: () => this.isKfShut,
            lost: (open, external) =>
              open.identities.lost({ corpId: config.corpId, kind: 'external', value: external }, parts.now()),
            onMessage: outcome => this.counts.messages.inc({ outcome }),
            onAnswer: outcome => this.counts.answers.inc({ outcome }),
          });
  }

  /** The callback, where its token and key are set. */
  mount(app: Koa): void {
    const { config, answer, keys, wait, now, log, onFault } = this.parts;
    if (!config.callback) return;
    const routes = appRoutes({
      ...config.callback,
      receiveId: config.corpId,
      answer,
      keys,
      wait,
      now,
      clocks: () => [now(), new Date()],
      onFault,
      sayBeside: (message, reply, code) => this.sayBeside(message, reply, code),
      onEvent: event => {
        if (event.kind === 'group-changed') {
          this.groups
            .changed(event)
            .catch((error: unknown) => log.error({ err: error }, '客户群: a change was not looked at'));
        }
        if (event.kind === 'bell' && (event.openKfId === null || event.openKfId === config.openKfId)) {
          this.kf
            ?.ring(event.token)
            .catch((error: unknown) => log.error({ err: error }, '微信客服: the bell was not kept'));
        }
      },
    });
    app.use(routes.routes());
  }

  /** Of what is over the budget of a member WeChat Work drops the rest without a word: it is told a minute later instead (25). */
  private async sayBeside(message: Message, reply: Reply, code: string | null): Promise<void> {
    const { store, now } = this.parts;
    const { userid } = message;
    const text = spoken(reply);
    const count = this.members.messagesOf({ kind: 'markdown', text }) + 1 + (reply.pictures ?? []).length;
    const isFree = await store.inUnit(async open => {
      const busyUntil = await new ChannelUses(open.manager).take(userid, now(), pushes, count);
      const grid = busyUntil && (await open.grids.byUser(userid));
      if (grid) await (await open.within(grid)).posts.toAsker(userid, text, now());
      return !grid;
    });
    if (isFree) await this.members.answer(message, reply, code);
  }

  /** How the desk knows who opens it inside WeChat and WeChat Work. */
  get oauth(): DeskOauth {
    const { config, publicUrl, oauthBase } = this.parts;
    const { corpId, agentId } = config;
    const redirect = `${publicUrl}/desk/oauth`;
    return {
      corpId,
      authorizeUrl: state => authorizeUrl({ base: oauthBase, corpId, agentId, redirect, state }),
      visitorOf: code => visitorOf(this.api, code),
      deskUrl: `${publicUrl}/desk`,
    };
  }

  /** Looks at 微信客服 every few seconds: it fetches only where a bell rang, or none did for long. */
  async tick(): Promise<void> {
    const sinceMs = this.parts.clockMs() - this.checkedMs;
    if ((this.isSuspect && sinceMs >= recheckMs.refused) || (this.shut.size > 0 && sinceMs >= recheckMs.shut))
      await this.check();
    await this.kf?.run();
    await this.links();
    await this.groups.run();
  }

  /** A private notice went out by the app, or did not. */
  pushed(outcome: string): void {
    this.counts.pushes.inc({ outcome });
  }

  private get isKfShut(): boolean {
    return this.shut.has('kf') || this.shut.has('app');
  }

  /** What is refused because of how the app is set up is said once, with its step, and the doors are looked at. */
  private called({ path, outcome, errcode }: AppCall): void {
    this.counts.calls.inc({ path, outcome });
    if (outcome === 'made') for (const what of [path, wholeApp]) this.refused.delete(what);
    if (outcome !== 'credentials') return;
    this.isSuspect = true;
    const what = sufferer(path, errcode);
    if (this.refused.has(what)) return;
    this.refused.add(what);
    this.parts.log.error({ path, errcode, step: stepOf(errcode) }, '自建应用: 企业微信拒绝了，要到后台改设置');
  }

  /** A grid that was made meanwhile gets its link into 微信客服 soon; while the door is shut, no link leads to it. */
  private async links(): Promise<void> {
    const { config, clockMs, store, log } = this.parts;
    const { openKfId } = config;
    if (openKfId === null || this.isKfShut || clockMs() - this.linksAt < linksEveryMs) return;
    this.linksAt = clockMs();
    await fetchLinks({ store, api: this.api, openKfId, log }).catch((error: unknown) =>
      log.error({ err: error }, '微信客服: the links of the grids were not fetched; they are tried again'),
    );
  }

  /** Says at the start what is not set up, and which doors are open. */
  async begin(): Promise<void> {
    const { config, log, publicUrl } = this.parts;
    if (!publicUrl.startsWith('https:')) log.warn({ publicUrl }, '自建应用: PUBLIC_URL 不是 https，微信里打不开网页');
    if (!config.callback)
      log.warn(
        '自建应用: 没有设 WECOM_APP_TOKEN 和 WECOM_APP_AES_KEY，收不到消息：应用管理 → 自建 → 本应用 → 接收消息 → 设置API接收',
      );
    const { openKfId } = config;
    for (const step of unsetSteps({ openKfId, verifyFile: this.parts.verifyFile !== null })) log.info(step);
    await this.checkDomain();
    await this.check();
  }

  /** What the world finds at PUBLIC_URL has to be our proof, or WeChat trusts another host than the one that our links name (21.2). */
  private async checkDomain(): Promise<void> {
    const { verifyFile, publicUrl, fetch: send, timeoutMs, log } = this.parts;
    if (!verifyFile || !URL.canParse(publicUrl)) return;
    const { href } = new URL(`/${verifyFile.name}`, publicUrl);
    const found = await send(href, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      .then(async answer => (answer.ok ? answer.text() : ''))
      .catch(() => null);
    if (found === null) log.info({ publicUrl }, '自建应用: 从本机打不开 PUBLIC_URL，没有核对可信域名');
    else if (found !== verifyFile.content)
      log.warn(
        { publicUrl },
        '自建应用: PUBLIC_URL 上的校验文件不是这一份，微信里打不开办事台：域名要和 应用管理 → 自建 → 本应用 → 网页授权及JS-SDK → 可信域名 一致',
      );
  }

  /** Looks which doors are open; of each that has changed it says so, and what is to be done in the console. */
  async check(): Promise<void> {
    const { config, clockMs, store, log } = this.parts;
    this.checkedMs = clockMs();
    const wasShut = this.isKfShut;
    const states = await selfCheck(this.api, config.openKfId);
    this.isSuspect = false;
    for (const { door, fault, isShut } of states) {
      this.counts.up.set({ door }, fault === null ? 1 : 0);
      if (isShut) this.shut.add(door);
      else if (fault === null) this.shut.delete(door);
      if (this.faults.get(door) === fault) continue;
      this.faults.set(door, fault);
      if (fault === null) log.info({ door }, '自建应用: 这扇门开着');
      else log.error({ door, fault }, '自建应用: 这扇门没有开，其余照常');
    }
    // Nobody is sent to where nobody answers; the links are the same when it is open again.
    if (this.isKfShut) await dropLinks(store);
    else if (wasShut) this.linksAt = -Infinity;
  }

  async close(): Promise<void> {
    await this.kf?.close();
    await this.groups.close();
  }
}

/** The owner's proof of the domain, at its root, byte for byte (docs/wecom-doors.md 21.2). */
export function verifyFileRoutes({ name, content }: VerifyFile): Router {
  return new Router().get(`/${name}`, ctx => {
    ctx.type = 'text/plain';
    ctx.body = content;
  });
}
