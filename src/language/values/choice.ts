import { plainKinds } from '../../domain/poll/choices.js';

type Kind = (typeof plainKinds)[number];

/** How a choice is said: in words that say it in any sentence, and in those that say it only where nothing else is said. */
export const choiceWords: Readonly<Record<Kind, { readonly plain: string; readonly short: string }>> = {
  agree: { plain: '同意(?!见)|赞成|支持|赞同|没意见', short: '好|行|中|成|可以|要得|没问题|OK' },
  disagree: { plain: '不(?:同意(?!见)|赞成|支持|赞同|愿意)|反对', short: '不(?:行|可以|中|成|好)|要不得' },
  abstain: { plain: '弃[权票]|不表态', short: '弃' },
};

const named = Object.fromEntries(plainKinds.map(kind => [kind, new RegExp(choiceWords[kind].plain, 'gu')])) as Readonly<
  Record<Kind, RegExp>
>;

/** The choices that a text names plainly, each once; 不同意 names no 同意. */
export function choicesNamed(text: string): Kind[] {
  let left = text;
  return (['abstain', 'disagree', 'agree'] as const).filter(kind => {
    const rest = left.replace(named[kind], ' ');
    const isNamed = rest !== left;
    left = rest;
    return isNamed;
  });
}
