import { yuan } from '../../domain/money.js';
import { putsOff, readAnswer } from '../../language/values/manner/answers.js';
import { readWholeSum } from '../../language/values/manner/whole-answer.js';
import type { Question } from '../../store/question.js';

/** Where a word of doing (投吧, 发吧) might mean the very contrary, or where all is gone by a yes. */
const undoes =
  /^(?:data|member|grid)\.|\.(?:undo|cancel|withdraw|leave|stop|close|drop|return|refuse|reverse|release)$/u;

const end = '(?:吧|了|的|啊|呀|呗|嘛|哈|啦|呢|喽)*$';
const doing =
  '(?:办|记|弄|写|登记?|录|发布?|公示|公布|贴|投|报|提|批|付|定|加|搞|整|来|做|认|捐|出)(?:上|下|好|出|去|起来|一下|一?个|[份条笔])*(?:提案|提议|建议|议|票|事|案)?';
/** 快点给办了, 赶紧的, 麻烦快一点. */
const urges = new RegExp(
  `^(?:你|您|请|麻烦|那|就)*(?:快|赶紧|赶快|抓紧|尽快|速度|马上|立马|搞快)+(?:一?点儿?|些)?(?:的)?(?:给|帮|把)?(?:我|俺|咱|它|这)?(?:们)?(?:${doing})?${end}`,
  'u',
);
/** 就是这个意思, 是这么回事, 我就是要提个议. */
const isIt =
  /^(?:我|俺|咱)?(?:们)?(?:说的|讲的|想的|要的)?(?:就|都|正|还)*(?:是)?(?:这|那)(?:个|么|样|件|回|话)*(?:意思|事儿?|理|数|样子|话)?(?:没错|不错)?(?:了|的|啊|呀|呢|嘛|吧)*$|^(?:一点儿?)?(?:没|不)错(?:的|了|啊)*$/u;
const does = new RegExp(`^(?:我|俺|咱|你|您)?(?:们)?(?:就|是|那|想|要|给我|给俺|帮我|麻烦)*${doing}${end}`, 'u');

const glued = /^(?<yes>(?:对|是|好|行|嗯|恩|中|成|可以|要得|没错)+)(?<rest>\S{2,})$/u;

/** Words that may stand round others of the read-back and add nothing to them. */
const polite =
  /^(?:那|就|还是|照旧|仍旧|你|您|请|麻烦|给我|帮我|快|赶紧|把它|都)+(?=.)|(?:吧|了|啊|呀|呗|哈|出去|起来|上去|掉|一下|谢谢){1,8}$/gu;

/** 就是提异议: what is to be done, and not what was asked of it. */
export const onlyNames =
  /^(?:对|嗯|是|我|俺|就|要|想|正式)*(?:提|有|报)?(?:一?[个条点])?(?:(?<deed>异议|意见|建议|提案|提议|报事)|的?那个)(?:的|了|啊|呗|吧)*[。.!！]*$/u;

/** What a deed is called by people. */
const calledDeed: Readonly<Record<string, readonly string[]>> = {
  异议: ['objection.raise'],
  意见: ['objection.raise', 'idea.add'],
  建议: ['idea.add'],
  提案: ['proposal.open'],
  提议: ['proposal.open'],
  报事: ['report.open'],
};

/** 就是提异议 to an objection that was read back: yes, by its name. */
function namesDeed(intent: string, text: string): boolean {
  const deed = onlyNames.exec(text.trim())?.groups?.['deed'];
  return deed !== undefined && calledDeed[deed]?.includes(intent) === true;
}

interface ReadBack {
  readonly question: Question;
  /** The words that were read back, with the payment that they name. */
  readonly named: string;
}

/**
 * A yes in other words: 对 就是提个议, 对对对 快点, 行贴吧, 对，发 to 发布12号方案, and the very sum that was read back. Beside the yes stands
 * nothing but words that urge, that say it is so, or that were read back; a value, a doubt or another wish is no yes.
 */
export function yesInWords({ question, named }: ReadBack, text: string): boolean {
  if ([...text].length > 24 || /[?？]|[吗么]$/u.test(text.trim()) || putsOff(text) !== null) return false;
  if (sameSum(named, text) || namesDeed(question.intent, text)) return true;
  const [first = '', ...others] = clausesOf(text);
  if (others.length === 0 || readAnswer(first) !== 'yes') return false;
  const rest = others.join('').replaceAll(polite, '');
  const isValue = /[\d一二两三四五六七八九十百千万半]/u.test(rest) && [...rest].length < 3;
  const isEcho =
    [...rest].length >= (undoes.test(question.intent) ? 2 : 1) && !isValue && isNamed(question, named, rest);
  return isEcho || others.every(each => readAnswer(each) === 'yes' || agrees(question, each));
}

function clausesOf(text: string): string[] {
  const clauses = text.split(/[\s，,。.!！、~～]+/u).filter(Boolean);
  const { yes, rest } = glued.exec(clauses[0] ?? '')?.groups ?? {};
  return yes !== undefined && rest !== undefined && readAnswer(clauses[0] ?? '') !== 'yes'
    ? [yes, rest, ...clauses.slice(1)]
    : clauses;
}

const round = '(?:就|先|都|把它|给我|给他|你|赶紧)*';
const done = '(?:下来|下去|上去|出去|回去|过去|给他|一下|掉|了|吧|着|住|啊|呗)*';
/** The deed in a word of the day: 对，撤下来. */
const inAWord: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    'plan.withdraw': '撤回?|拿|收回?|摘',
    'plan.publish': '贴|发|公示|挂',
    'poll.close': '结束|截止|停',
    'spend.hold': '压一?压|压|扣|缓一?缓|先?别付|停',
    'spend.refuse': '退|打回|驳回|不批',
    'spend.approve': '批|同意|准',
    'spend.pay': '付|打|转|结',
    'spend.check': '核|对',
    'spend.release': '放行?',
    'works.stop': '停',
    'funds.reverse': '冲销?',
    'task.drop': '放弃|不干',
  }).map(([deed, words]) => [deed, new RegExp(`^${round}(?:${words})${done}$`, 'u')]),
);

function agrees({ intent }: Question, clause: string): boolean {
  if (inAWord[intent]?.test(clause)) return true;
  return isIt.test(clause) || (!undoes.test(intent) && (urges.test(clause) || does.test(clause)));
}

function isNamed({ slots }: Question, named: string, rest: string): boolean {
  const again =
    slots['corrects'] === undefined
      ? ''
      : '冲了重记，冲了重新记，冲了重写，冲了重新写，冲了重登，冲了重新登，冲销重记一笔，冲掉重记，改过来，改了，改正，更正过来';
  return `${named}，${again}`.replaceAll('付给', '付').includes(rest.replace('付给', '付'));
}

/** 860 to 您是要付申请1（860元，付给张记五金）吗. */
function sameSum(named: string, text: string): boolean {
  const fen = readWholeSum(text, new Date(0));
  if (fen === undefined || /^\s*\d\s*$/u.test(text)) return false;
  const at = named.indexOf(yuan(fen));
  return at >= 0 && !/[\d,.]/u.test(named[at - 1] ?? '');
}
