import { AppLine } from '../../src/simulator/app-line.js';
import type { AppStandIn } from '../../src/simulator/app-stand-in.js';
import type { Actor } from '../../src/simulator/oauth-stand-in.js';
import { corp, openKfId } from './kf.js';
import { Phone } from './phone.js';
import type { Wire } from './wire.js';
import { setD } from '../wecom/app/vectors.js';

/** A 自建应用 with everything that it can have. */
export const doorSettings = {
  WECOM_CORP_ID: corp.corpId,
  WECOM_AGENT_ID: String(corp.agentId),
  WECOM_APP_SECRET: corp.secret,
  WECOM_APP_TOKEN: setD.token,
  WECOM_APP_AES_KEY: setD.encodingAesKey,
  WECOM_KF_ID: openKfId,
};

/** 微信客服 and the desk of a bot on the wire: its bell rings by encrypted callbacks, its calls go over HTTP. */
export class Doors {
  readonly kf: AppStandIn['kf'];
  private bells: Promise<boolean>[] = [];
  private phones = 0;

  constructor(
    private readonly app: AppStandIn,
    private readonly wire: Wire,
  ) {
    const callbackUrl = `${wire.address}/wecom/app`;
    const line = new AppLine({ ...setD, ...corp, callbackUrl, now: () => wire.clock.now, fetch });
    this.kf = app.kf;
    this.kf.onBell = (token, id) => void this.bells.push(line.bell(token, id));
  }

  /** Until what waits in 微信客服 was answered. Throws where a bell was heard by nobody. */
  async answered(): Promise<void> {
    const rung = await Promise.all(this.bells.splice(0));
    if (rung.includes(false)) throw new Error('a bell was heard by nobody');
    await this.wire.program.appDoors?.tick();
  }

  /** Somebody says something in 微信客服 and hears the last message of the answer. */
  async says(external: string, text: string): Promise<string> {
    const before = this.kf.shownTo(external).length;
    this.kf.say(external, text);
    await this.answered();
    // A round that was under way may have fetched its list before this was said: the next one has it.
    for (let round = 0; round < 50 && this.kf.shownTo(external).length === before; round += 1)
      await this.wire.program.appDoors?.tick();
    return this.kf.shownTo(external).at(-1)?.text ?? '';
  }

  /** The next calls of a path are refused with these errcodes. */
  refuses(path: string, errcodes: readonly number[]): void {
    this.app.refusals.set(path, [...errcodes]);
  }

  /** The phone of somebody, on which they open pages inside WeChat. */
  phone(actor: Actor): Phone {
    const { address, config } = this.wire;
    this.phones += 1;
    const from = `10.118.${this.phones >> 8}.${this.phones % 256}`;
    return new Phone({ at: address, publicUrl: config.publicUrl, oauth: this.app.oauth, actor, from });
  }
}
