import type { KeySeal } from '../../src/wecom/faces/key-seal.js';

/** Keys of cards as they stand, without a seal. */
export const bareKeys: KeySeal = { close: key => key, open: key => key };
