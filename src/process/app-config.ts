import { z } from 'zod';
import type { AppCredentials } from '../wecom/app/api.js';

/** The 自建应用, by which members are reached and residents with personal WeChat come in (docs/wecom-doors.md 27.6). */
export interface AppConfig extends AppCredentials {
  /** How its callback is opened; null where there is none. */
  readonly callback: { readonly token: string; readonly encodingAesKey: string } | null;
  /** The account of 微信客服; null where there is none. */
  readonly openKfId: string | null;
}

/** A file by which WeChat Work knows whose domain it is (21.2). */
export interface VerifyFile {
  readonly name: string;
  readonly content: string;
}

export const appShape = {
  WECOM_CORP_ID: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .describe('the 企业ID that WeChat Work shows under 我的企业'),
  WECOM_AGENT_ID: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional()
    .describe('the AgentId of the 自建应用, digits only'),
  WECOM_APP_SECRET: z
    .string()
    .regex(/^\S{1,256}$/)
    .optional()
    .describe('the Secret of the 自建应用'),
  WECOM_APP_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{1,64}$/)
    .optional()
    .describe('the Token of 接收消息 of the 自建应用'),
  WECOM_APP_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/)
    .optional()
    .describe('the EncodingAESKey of 接收消息, exactly 43 letters and digits'),
  WECOM_KF_ID: z
    .string()
    .regex(/^wk[\w-]{1,62}$/)
    .optional()
    .describe('the open_kfid of the account of 微信客服, which begins with wk'),
  WECOM_VERIFY_FILE: z
    .string()
    .regex(/^WW_verify_[A-Za-z0-9]{1,32}\.txt:[^\r\n]{1,128}$/)
    .optional()
    .describe('the name of the file and its content: WW_verify_xxx.txt:content'),
};

export const appSecrets = ['WECOM_APP_SECRET', 'WECOM_APP_TOKEN', 'WECOM_APP_AES_KEY'];

const app = ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_APP_SECRET'];
const callback = ['WECOM_APP_TOKEN', 'WECOM_APP_AES_KEY'];

const appStep = ' 企业ID：我的企业 → 企业信息；AgentId、Secret：应用管理 → 自建 → 本应用。';

/** What is set by halves, with the step in the console that has the rest. */
export function appFaults(given: Readonly<Record<string, unknown>>): string[] {
  const set = (names: readonly string[]): number => names.filter(name => given[name]).length;
  const faults: string[] = [];
  if (set(app) > 0 && set(app) < app.length)
    faults.push(`${app.join(', ')} go together: set all three, or none.${appStep}`);
  const needs = [...callback, 'WECOM_KF_ID'].filter(name => given[name]);
  if (set(app) === 0 && needs.length > 0)
    faults.push(`${needs.join(', ')}: of no use without ${app.join(', ')}.${appStep}`);
  if (set(callback) === 1)
    faults.push('WECOM_APP_TOKEN, WECOM_APP_AES_KEY: 应用管理 → 自建 → 本应用 → 接收消息 → 设置API接收。');
  return faults;
}

type AppEnvironment = { readonly [N in keyof typeof appShape]?: string | undefined };

export function readApp(env: AppEnvironment): AppConfig | null {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_APP_SECRET: secret } = env;
  if (!corpId || !agentId || !secret) return null;
  const { WECOM_APP_TOKEN: token, WECOM_APP_AES_KEY: encodingAesKey } = env;
  return {
    corpId,
    agentId: Number(agentId),
    secret,
    callback: token && encodingAesKey ? { token, encodingAesKey } : null,
    openKfId: env.WECOM_KF_ID ?? null,
  };
}

/** The app of a trial, whose other side is the simulator: nobody but it can call, and it takes no other caller. */
export function trialApp(chance: (bytes: number) => Buffer): AppConfig {
  const word = (bytes: number): string => chance(bytes).toString('hex');
  const encodingAesKey = chance(32).toString('base64').slice(0, 43).replace(/[+/]/g, 'x');
  const called = { token: word(16), encodingAesKey };
  return { corpId: 'wwTrial', agentId: 1_000_002, secret: word(16), callback: called, openKfId: 'wkTrial' };
}

export function readVerifyFile({ WECOM_VERIFY_FILE }: AppEnvironment): VerifyFile | null {
  const at = WECOM_VERIFY_FILE?.indexOf(':') ?? -1;
  return WECOM_VERIFY_FILE ? { name: WECOM_VERIFY_FILE.slice(0, at), content: WECOM_VERIFY_FILE.slice(at + 1) } : null;
}
