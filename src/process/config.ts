import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  type AppConfig,
  type VerifyFile,
  appFaults,
  appSecrets,
  appShape,
  readApp,
  readVerifyFile,
  trialApp,
} from './app-config.js';
import type { ModelConfig } from './model.js';
import { isNetwork } from '../web/reader.js';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** A replica of the record, from which the notice board is read; null where there is none. */
  readonly readUrl: string | null;
  readonly publicUrl: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly apiBase: string;
  /** The long connection, when the bot goes by that door; then there are no callbacks. */
  readonly connection: { readonly botId: string; readonly secret: string; readonly url: string } | null;
  /** The 自建应用; null where there is none, and then nothing of it exists. */
  readonly app: AppConfig | null;
  readonly verifyFile: VerifyFile | null;
  /** Trial mode: a sample grid and a simulated WeChat Work instead of the real one. */
  readonly trial: boolean;
  readonly trialSeed: boolean;
  /** Proxies whose word on who reads is taken, beside those on this machine: addresses and networks. */
  readonly trustedProxies: readonly string[];
  /** Whoever brings it reads the metrics from anywhere; null where there is none. */
  readonly metricsToken: string | null;
  /** Messages a minute that one member, or one group, may say; the others are asked to wait. */
  readonly memberRate: number;
  readonly groupRate: number;
  /** A large model for a second opinion; null where the operator wants none. */
  readonly model: ModelConfig | null;
  readonly logLevel: string;
}

/** Everything that is wrong with the environment, one line a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How an address of the record is written. */
export const recordAddress = {
  pattern: /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/,
  words: 'sqlite:FILE or postgres://user:password@host:port/db',
} as const;

const rate = z.coerce.number().int().min(1).optional();

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('a port from 0 to 65535'),
  HOST: z.string().min(1).optional().describe('an address to listen on'),
  DATABASE_URL: z.string().regex(recordAddress.pattern).optional().describe(recordAddress.words),
  DATABASE_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+$/)
    .optional()
    .describe('postgres://user:password@host:port/db of a replica'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('an http(s) address'),
  WECOM_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{1,64}$/)
    .optional()
    .describe('the letters and digits given to WeChat Work as Token'),
  WECOM_ENCODING_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/)
    .optional()
    .describe('exactly 43 letters and digits'),
  WECOM_BOT_ID: z
    .string()
    .regex(/^[\w-]{1,128}$/)
    .optional()
    .describe('the bot id that WeChat Work shows for the long connection'),
  WECOM_BOT_SECRET: z
    .string()
    .regex(/^\S{1,256}$/)
    .optional()
    .describe('the secret that WeChat Work shows for the long connection'),
  WECOM_WS_URL: z
    .url({ protocol: /^wss?$/ })
    .optional()
    .describe('a ws(s) address'),
  WECOM_API_BASE: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('an http(s) address'),
  ...appShape,
  TRUSTED_PROXIES: z
    .string()
    .transform(text => text.split(',').map(part => part.trim()))
    .refine(parts => parts.every(isNetwork))
    .optional()
    .describe('addresses or networks such as 10.0.0.0/8, by commas'),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,256}$/)
    .optional()
    .describe('16 to 256 characters without spaces'),
  TRIAL: z.enum(['0', '1']).optional().describe('1 or 0'),
  TRIAL_SEED: z.enum(['0', '1']).default('1').describe('1 or 0'),
  MEMBER_RATE: rate.describe('messages a minute, from 1'),
  GROUP_RATE: rate.describe('messages a minute, from 1'),
  LLM_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('an http(s) address that speaks the protocol of OpenAI'),
  LLM_API_KEY: z.string().max(512).optional().describe('the key of that address'),
  LLM_MODEL: z.string().min(1).max(128).optional().describe('the name of a model there'),
  LLM_CALLS_A_DAY: z.coerce.number().int().min(0).default(2000).describe('calls a day, from 0'),
  LOG_LEVEL: z
    .enum(levels)
    .default('info')
    .describe(`one of ${levels.join(', ')}`),
});

/** Of these one is of no use without the other. */
const pairs = [
  ['WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY'],
  ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
  ['WECOM_APP_TOKEN', 'WECOM_APP_AES_KEY'],
  ['LLM_BASE_URL', 'LLM_MODEL'],
] as const;

/** Values that must never be printed, not even when they are wrong. */
const secret = new Set([
  'WECOM_TOKEN',
  'WECOM_ENCODING_AES_KEY',
  'WECOM_BOT_SECRET',
  ...appSecrets,
  'LLM_API_KEY',
  'METRICS_TOKEN',
  'DATABASE_URL',
  'DATABASE_READ_URL',
]);

/**
 * Reads the environment once. An empty variable counts as not set. Throws a `ConfigError` that names every unusable
 * variable, what was read and what is accepted.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = shape.safeParse(given);
  const faults = read.success
    ? []
    : [...new Set(read.error.issues.map(issue => faultOf(String(issue.path[0]), given)))];
  for (const [one, other] of pairs)
    if (Boolean(given[one]) !== Boolean(given[other]))
      faults.push(`${one} and ${other} go together: set both, or neither.`);
  if (given['WECOM_TOKEN'] && given['WECOM_BOT_ID']) {
    faults.push(
      'WECOM_TOKEN and WECOM_BOT_ID: a bot is reached by callbacks or by the long connection, never by both; set one of the pairs.',
    );
  }
  faults.push(...appFaults(given));
  if (!read.success || faults.length > 0) throw new ConfigError(faults.join('\n'));

  const env = read.data;
  const trial = env.TRIAL === '1' || (!env.WECOM_TOKEN && !env.WECOM_BOT_ID && env.TRIAL !== '0');
  if (!trial && !env.WECOM_TOKEN && !env.WECOM_BOT_ID)
    throw new ConfigError(
      'TRIAL=0 needs WECOM_TOKEN and WECOM_ENCODING_AES_KEY, or WECOM_BOT_ID and WECOM_BOT_SECRET.',
    );
  const local = `http://127.0.0.1:${env.PORT}`;
  return {
    port: env.PORT,
    host: env.HOST ?? (trial ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl: env.DATABASE_URL ?? (trial ? 'sqlite:data/trial.sqlite' : 'sqlite:data/zhongyi.sqlite'),
    readUrl: env.DATABASE_READ_URL ?? null,
    publicUrl: (env.PUBLIC_URL ?? local).replace(/(?<!\/)\/+$/, ''),
    // A trial without keys of its own gets fresh ones: nobody but its simulator can post callbacks.
    token: env.WECOM_TOKEN ?? randomBytes(16).toString('hex'),
    encodingAesKey: env.WECOM_ENCODING_AES_KEY ?? randomBytes(32).toString('base64').slice(0, 43).replace(/[+/]/g, 'x'),
    apiBase: (env.WECOM_API_BASE ?? (trial ? `${local}/simulator/qyapi` : 'https://qyapi.weixin.qq.com')).replace(
      /(?<!\/)\/+$/,
      '',
    ),
    connection:
      env.WECOM_BOT_ID && env.WECOM_BOT_SECRET
        ? {
            botId: env.WECOM_BOT_ID,
            secret: env.WECOM_BOT_SECRET,
            url:
              env.WECOM_WS_URL ??
              (trial ? `ws://127.0.0.1:${env.PORT}/simulator/openws` : 'wss://openws.work.weixin.qq.com'),
          }
        : null,
    // A trial of its own has every door; one that is played by other programs has what they set.
    app: readApp(env) ?? (trial && !env.WECOM_TOKEN && !env.WECOM_BOT_ID ? trialApp(randomBytes) : null),
    verifyFile: readVerifyFile(env),
    trustedProxies: env.TRUSTED_PROXIES ?? [],
    metricsToken: env.METRICS_TOKEN ?? null,
    trial,
    trialSeed: env.TRIAL_SEED === '1',
    // In trial mode one person plays everybody.
    memberRate: env.MEMBER_RATE ?? (trial ? Number.POSITIVE_INFINITY : 300),
    groupRate: env.GROUP_RATE ?? (trial ? Number.POSITIVE_INFINITY : 3000),
    model:
      env.LLM_BASE_URL && env.LLM_MODEL
        ? {
            baseUrl: env.LLM_BASE_URL,
            // A model of one's own wants no key; the library wants one all the same.
            apiKey: env.LLM_API_KEY ?? 'none',
            name: env.LLM_MODEL,
            callsADay: env.LLM_CALLS_A_DAY,
          }
        : null,
    logLevel: env.LOG_LEVEL,
  };
}

function faultOf(name: string, given: Readonly<Record<string, string | undefined>>): string {
  const field = shape.shape[name as keyof typeof shape.shape];
  const value = secret.has(name) ? `a value of ${given[name]?.length ?? 0} characters` : JSON.stringify(given[name]);
  return `${name}: read ${value}; accepted is ${field?.description ?? 'nothing'}.`;
}
