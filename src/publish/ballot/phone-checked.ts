import { tells } from '../tells.js';

export default tells<'ballot.phone-checked'>(async (unit, { note }) => {
  const helper = await unit.members.byId(note.enteredById);
  const text =
    note.state === 'checked'
      ? `电话${note.no}已由另一人打回去核对，办好了。`
      : `电话${note.no}打回去核对不符，没有办。请再问一遍，重新登记。`;
  return [{ members: helper ? [helper.userid] : [], text, about: { topic: `phone/${note.id}` } }];
});
