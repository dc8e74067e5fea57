import { WeComError } from '../errors.js';
import { type AppApi, ofWholeApp } from './api.js';
import { mayManage } from './kf.js';

/** A door of the app, and what keeps it shut: one line for the operator that names the step in the console. */
interface DoorState {
  readonly door: 'app' | 'kf' | 'groups';
  readonly fault: string | null;
  /** True where it stays shut until somebody sets it up; false where it is open, or nothing is known but that a call failed. */
  readonly isShut: boolean;
}

/** What an operator has to do, by errcode (docs/wecom-doors.md 21.1, 22.10). */
const steps: Readonly<Record<number, string>> = {
  40001: 'Secret 不对：应用管理 → 自建 → 本应用，重新查看 Secret，改 WECOM_APP_SECRET',
  40013: '企业ID 不对：我的企业 → 企业信息，改 WECOM_CORP_ID',
  95000: 'WECOM_KF_ID 不是本企业的客服账号：应用管理 → 微信客服，重新查看账号 ID',
  95004: 'WECOM_KF_ID 不是本企业的客服账号：应用管理 → 微信客服，重新查看账号 ID',
  95011: '填的是微信客服独立版的 Secret：用 应用管理 → 自建 → 本应用 的 Secret，改 WECOM_APP_SECRET',
  95012: '填的是微信客服独立版的 Secret：用 应用管理 → 自建 → 本应用 的 Secret，改 WECOM_APP_SECRET',
  60020: '没有设可信IP：应用管理 → 自建 → 本应用 → 企业可信IP，加上本机的出口地址',
  48002: '没有接口权限：到 客户与上下游 → 客户联系 → 客户 → API → 可调用接口的应用，加上本应用',
  48007: '客服账号没有授权给本应用：应用管理 → 微信客服 → 通过API管理 → 可管理的客服账号',
  95003: '企业未认证，接待的微信客户已到上限：我的企业 → 企业信息 → 企业认证',
  40201: '客服账号因为内容被封：应用管理 → 微信客服，看企业微信的通知，照着申诉',
  95017: '微信客服的 API 功能没有打开：应用管理 → 微信客服 → 可调用接口的应用，加上本应用',
};

/** What may be set and is not: what it is for, and its step in the console (21.1). Each is left out on purpose or by mistake. */
export function unsetSteps({ openKfId, verifyFile }: { openKfId: string | null; verifyFile: boolean }): string[] {
  const kf = '没有设 WECOM_KF_ID，没有微信客服：应用管理 → 微信客服：建账号，可调用接口的应用，可管理的客服账号';
  const proof =
    '没有设 WECOM_VERIFY_FILE，微信里直接打开办事台认不得人：应用管理 → 自建 → 本应用 → 网页授权及JS-SDK → 可信域名';
  return [...(openKfId === null ? [kf] : []), ...(verifyFile ? [] : [proof])].map(words => `自建应用: ${words}`);
}

export function stepOf(errcode: number | undefined): string | undefined {
  return errcode === undefined ? undefined : steps[errcode];
}

/** Tries each door once, as it is set up. Nothing is changed by it, and a door that fails shuts no other (27.6). */
export async function selfCheck(api: AppApi, openKfId: string | null): Promise<DoorState[]> {
  const groups = await fault(() => api.post('externalcontact/groupchat/list', { limit: 1 }, { harmlessTwice: true }));
  // Of some faults the whole app suffers: its token, its address, or the road to WeChat Work.
  const isWhole = groups !== null && (groups.errcode === undefined || ofWholeApp.has(groups.errcode));
  const states: DoorState[] = [
    { door: 'app', ...stateOf(isWhole ? groups : null) },
    { door: 'groups', ...stateOf(groups?.errcode === 81_017 ? null : groups) },
  ];
  return openKfId === null ? states : [...states, { door: 'kf', ...stateOf(await kfFault(api, openKfId)) }];
}

interface DoorFault {
  readonly errcode?: number;
  readonly step: string;
  readonly isShut: boolean;
}

function stateOf(found: DoorFault | null): Pick<DoorState, 'fault' | 'isShut'> {
  return { fault: found?.step ?? null, isShut: found?.isShut ?? false };
}

async function kfFault(api: AppApi, openKfId: string): Promise<DoorFault | null> {
  let may = false;
  const failed = await fault(async () => {
    may = await mayManage(api, openKfId);
  });
  if (failed || may) return failed;
  const step =
    '客服账号不由本应用管理：应用管理 → 微信客服 → 通过API管理微信客服账号 → 企业内部开发 → 可管理的客服账号，勾选该账号';
  return { step, isShut: true };
}

async function fault(call: () => Promise<unknown>): Promise<DoorFault | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (!(error instanceof WeComError)) throw error;
    const { errcode, kind } = error;
    const unknown = `企业微信没有接受（${errcode ?? kind}）：对照 docs/zh/运维.md 里“微信里的居民”一节逐项检查`;
    return { errcode, step: stepOf(errcode) ?? unknown, isShut: kind === 'credentials' };
  }
}
