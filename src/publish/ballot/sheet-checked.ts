import { toldWords } from '../../domain/ballot/told.js';
import { tells } from '../tells.js';

/** Who entered it hears how it was checked, and the household, where it has somebody here, what was done for it. */
export default tells<'ballot.sheet-checked'>(async (unit, { note }) => {
  const helper = await unit.members.byId(note.enteredById);
  const isDone = note.state === 'checked';
  const text = isDone
    ? `纸单${note.no}已由另一人对着照片核对，办好了。`
    : `纸单${note.no}和照片不符，没有办。请对着照片重新录。`;
  const own = isDone ? await unit.members.boundTo([note.householdId]) : [];
  const told = `您家填的纸质单已录入、核对：${toldWords({ ...note, no: note.projectNo })}。不是您家的意思，请告诉楼长或书记。`;
  return [
    { members: helper ? [helper.userid] : [], text, about: { topic: `phone/${note.id}` } },
    { members: own.map(({ userid }) => userid), text: told, about: { topic: `sheet/${note.id}` } },
  ];
});
