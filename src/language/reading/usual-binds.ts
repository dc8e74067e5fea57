import type { Binds } from './decide.js';

/** Where no definition tells (a test, a deed that is yet to come). */
export function usualBinds(intent: string): Binds {
  if (
    /\.(?:show|list|status|balance|ranking|catalog|own|terms|pending|rules|gap|share)$|^(?:help|chat\.other|ask\.|report\.open)/.test(
      intent,
    )
  )
    return 'nobody';
  return /^(?:pledge\.(?:money|goods|labour|cancel)|poll\.vote|credit\.redeem|project\.rate|member\.bind|proposal\.support)$/.test(
    intent,
  )
    ? 'household'
    : 'office';
}
