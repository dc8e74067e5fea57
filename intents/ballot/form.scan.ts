import { plainChoices } from '../../src/domain/poll/choices.js';
import { type FormCode, paperForms, readFormCode } from '../../src/domain/ballot/paper-form.js';
import { placeWords } from '../../src/domain/masking.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { scannedForm } from '../../src/operations/ballot/paper-forms.js';

export default defineIntent({
  pattern: /^(?<code>众议表 [a-z]{4,10} \d{1,7} \d{1,9})$/u,
  slots: { code: words('请把纸质表单独拍照发给我。', 60) },
  permission: 'poll.paper',
  binds: 'nobody',
  // Nobody types it: it stands in the code on the sheet.
  async handle({ unit, slots: { code } }) {
    const form = readFormCode(code);
    if (!form) throw new Refusal('form.unknown', {});
    const { household, poll } = await scannedForm(unit, form);
    const where = household ? placeWords(household) : '';
    const name = `${where ? `${where}的` : ''}${form.no > 0 ? `${form.no}号` : ''}${paperForms[form.form].said}`;
    if (!poll || !household) return `这是${name}，照片收下了。${howToEnter(form)}`;
    const options = poll.options ?? plainChoices;
    const lines = options.map((option, index) => `${index + 1} ${plain(option, 20)}`);
    return {
      text: `这是${name}，照片收下了。纸上勾的是哪一项？回复前面的数字：\n${lines.join('\n')}`,
      offers: options.map(choice => ({ intent: 'paper.enter', slots: { no: form.no, place: where, choice } })),
    };
  },
});

/** How what is written on a form comes into the record. */
function howToEnter({ form, no }: FormCode): string {
  switch (form) {
    case 'acceptance':
      return `请签字的监管小组成员自己把这张单拍照发来，或发送“${no}号验收合格”“${no}号验收不合格：……”。`;
    default:
      return '请照着纸上写的发送“报事：……”，会有人管。';
  }
}
