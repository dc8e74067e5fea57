import type { Logger } from 'pino';
import { sceneOf } from '../domain/people/door-scene.js';
import type { Store } from '../store/engine/store.js';
import { GroupWay } from '../store/notice/group-way.js';
import type { Grid } from '../store/people/grid.js';
import type { AppApi } from '../wecom/app/api.js';
import { addJoinWay, addWelcome, joinCode, leadTo } from '../wecom/app/join-ways.js';
import { WeComError } from '../wecom/errors.js';

interface WayParts {
  readonly store: Store;
  readonly api: AppApi;
  readonly now: () => Date;
  readonly log: Logger;
}

/** A code leads to five groups at most (docs/wecom-doors.md 24.3). */
const mostChats = 5;

/**
 * A grid whose office-holder owns customer groups gets one code that leads into them with the grid's scene, and one greeting with the way
 * into 微信客服. The owner is told of both once: to print the code and to choose the greeting in the group is a person's to do.
 */
export async function keepWay(
  { store, api, now, log }: WayParts,
  grid: Grid,
  { owner, chatIds }: { readonly owner: string; readonly chatIds: readonly string[] },
): Promise<void> {
  const chats = chatIds.slice(0, mostChats);
  const state = sceneOf(grid);
  const known = await store.inUnit(open => open.manager.findOneBy(GroupWay, { gridId: grid.id }));
  // A scene too long for a code is none: whose the groups are is told by their owner's office.
  if (chats.length === 0 || state.length > mostState || known?.chats === chats.join(',')) return;
  try {
    if (known) {
      await leadTo(api, { configId: known.configId, chats, state, name: grid.name });
      await store.inUnit(open => open.manager.update(GroupWay, { gridId: grid.id }, { chats: chats.join(',') }));
      return;
    }
    const configId = await addJoinWay(api, { chats, state, name: grid.name });
    const qrCode = await joinCode(api, configId);
    const link = await store.inUnit(open => open.kfLinks.of(grid.id));
    const templateId = link === null ? null : await addWelcome(api, greeting(grid.name, link));
    const way = { gridId: grid.id, chats: chats.join(','), configId, qrCode, templateId, madeAt: now() };
    await store.inGrid(grid, async unit => {
      await unit.manager.insert(GroupWay, way);
      await unit.posts.toMember(owner, toldOwner(qrCode, templateId !== null), now());
    });
  } catch (error) {
    if (!(error instanceof WeComError)) throw error;
    log.warn({ errcode: error.errcode, kind: error.kind }, '客户群: the code into the groups of a grid was not made');
  }
}

/** WeChat Work hands it back with everybody who joined by the code (24.3). */
const mostState = 30;

function greeting(name: string, link: string): string {
  return `欢迎%NICKNAME%来到${name}的居民群。投票、认捐、看账、提意见，点这里找客服，照着问的说就行：${link}`;
}

function toldOwner(qrCode: string, hasGreeting: boolean): string {
  const greets = hasGreeting
    ? '\n入群欢迎语也建好了：打开居民群，点右上角，选“入群欢迎语”，选开头是“欢迎”的那一条，新来的人就能看到客服。'
    : '';
  return `居民群的进群二维码做好了，可以印出来贴在楼道里：${qrCode}${greets}`;
}
