/** The forms on paper for those without a phone: what each is called, and what is written on it (docs/domain.md 16). */
export const paperForms = {
  vote: { said: '表决票', ask: '请在一个方框里打勾：' },
  support: { said: '附议单', ask: '我家支持办这件事，请在方框里打勾：' },
  pledge: { said: '认捐单', ask: '我家自愿出：' },
  objection: { said: '意见单', ask: '我对方案有不同意见：' },
  rating: { said: '打分单', ask: '这件事办得怎么样，请在一个方框里打勾：' },
  acceptance: { said: '验收单', ask: '我看过工程，意见是：' },
  card: { said: '家用卡', ask: '跟小助手说话，照这样回答：' },
  report: { said: '报事单', ask: '哪里坏了、脏了、有危险：' },
} as const;

type PaperForm = keyof typeof paperForms;

/** What a household fills in beside a ballot: it is entered from its picture and done once a second person has checked it. */
export const notedForms = ['support', 'pledge', 'objection', 'rating'] as const satisfies readonly PaperForm[];

export type NotedForm = (typeof notedForms)[number];

/** What the code on a form names. It is no key: whoever enters the form says what is written on it, and somebody else checks. */
export interface FormCode {
  readonly form: PaperForm;
  /** 0 where it is about no matter. */
  readonly no: number;
  /** The household's number in the record; 0 where it is nobody's. */
  readonly householdId: number;
}

/** `众议表 vote 12 57`. */
export function formCodeWords({ form, no, householdId }: FormCode): string {
  return `众议表 ${form} ${no} ${householdId}`;
}

/** What the words of a form's code name; null for any other words. */
export function readFormCode(words: string): FormCode | null {
  const [, form = '', no = '', householdId = ''] =
    /^众议表 ([a-z]{4,10}) (\d{1,7}) (\d{1,9})$/u.exec(words.trim()) ?? [];
  return Object.hasOwn(paperForms, form)
    ? { form: form as PaperForm, no: Number(no), householdId: Number(householdId) }
    : null;
}
