import { onlyReadBack } from './thresholds.js';
import type { Reading } from './model.js';
import type { Context } from './moment.js';
import type { Scene } from './scene.js';
import type { Sight } from './sight.js';
import { readVote } from './vote.js';

const voting =
  /^(?:我|俺|咱)?(?:们)?(?:家|全家)?(?:当然|肯定|绝对|一直|其实|本来|自然|就|都|还|也|可)*是?(?:不?同意|不?赞成|不?支持|反对|弃权)的?(?:呀|啊|呢|哦|哈|吧|嘛|哇|喽|咯|了)*$/u;

/** 我当然是同意的, 同意的呀: all that is said is a choice, while something is voted on. It is read back. */
export function plainVote(best: Reading | undefined, { plain }: Scene, { openPolls }: Context): Reading | undefined {
  const isVote = best?.intent === 'chat.other' && openPolls.length > 0 && voting.test(plain);
  return isVote ? { intent: 'poll.vote', share: onlyReadBack } : undefined;
}

/** 投票 and 12号投票 while a vote is open: how the household votes is asked, and nothing is ended by it. */
export function bareVote({ bare, no }: Scene, { openPolls }: Context): Reading | undefined {
  const isOpen = openPolls.some(poll => no === undefined || poll.no === no);
  return isOpen && /^(?:№|我|来|要|想|去|参加|现在)*投(?:个|一下)?票$/u.test(bare)
    ? { intent: 'poll.vote', share: 0.95 }
    : undefined;
}

/** 米黄 alone is a vote only while a poll with that option is open. */
export function isBareLabel({ intent }: Reading, { scene }: Sight, { openPolls }: Context): boolean {
  if (intent !== 'poll.vote' || openPolls.some(({ options }) => options)) return false;
  return scene.nos.length === 0 && readVote('', scene) === undefined && !/[选投要]|方案|^[A-H]$|支持/u.test(scene.text);
}
