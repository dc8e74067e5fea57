import { strict as assert } from 'node:assert';
import { tellingBy } from '../../operations/notice/tell-fact.js';
import { tellers } from '../../publish/tellers.js';
import type { Cause } from '../../store/engine/unit.js';

/** A command of the operator begins a unit of work. It knows no address of the board, and tells nothing that names one. */
export function byOperator(now: Date): Cause {
  const tell = tellingBy(tellers, () => assert.fail('a command of the operator knows no address of the board'));
  return { by: 'operator', at: now, messageId: null, tell };
}
