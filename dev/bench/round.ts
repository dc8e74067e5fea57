import { Agent } from 'node:http';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import { post, sealed, wordsOf } from './wire.js';

export const residents = sampleResidents();

/** Leads one project to its pledge round, as its people would. */
export async function openRound(port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const says = async (userid: string, text: string): Promise<string> =>
    wordsOf(await post(agent, port, sealed(userid, text, sample.chatId)));
  const opened = await says('r021', '提案：更换老化的电力线路，预算900万元');
  const no = Number(/(\d+)号/.exec(opened)?.[1] ?? 1);
  for (const userid of ['r022', 'r023', 'r024', 'r025']) await says(userid, `附议${no}号`);
  await says('r002', `${no}号定为迫切需求类`);
  for (const said of [`${no}号责任核查`, '6', '1998年建成，已过保修']) await says('r002', said);
  await says('r002', `发布${no}号方案：更换全院电力线路，预算900万元`);
  await daysLater(port, 9);
  await says('r001', `${no}号项目发起表决，3天后截止`);
  for (const { userid } of residents) await says(userid, `${no}号同意`);
  await daysLater(port, 4);
  await daysLater(port, 10);
  const answer = await says('r030', `${no}号项目我出200元`);
  if (!answer.includes('200元')) throw new Error(`the round did not open: ${answer}`);
  agent.destroy();
  return no;
}

/** Opens several polls at once, for the same people to vote in. */
export async function openPolls(port: number, many: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const says = async (userid: string, text: string): Promise<string> =>
    wordsOf(await post(agent, port, sealed(userid, text, sample.chatId)));
  const numbers: number[] = [];
  for (let index = 0; index < many; index += 1) {
    const opened = await says(`r0${41 + index}`, `提案：${1 + index}号楼东头装路灯，预算1.2万元`);
    const no = Number(/(\d+)号/.exec(opened.replace(/「.*?」/gu, ''))?.[1]);
    for (const userid of ['r022', 'r023', 'r024', 'r025']) await says(userid, `附议${no}号`);
    await says('r002', `${no}号定为迫切需求类`);
    for (const said of [`${no}号责任核查`, '6', '1998年建成，已过保修']) await says('r002', said);
    await says('r002', `发布${no}号方案：装太阳能路灯六盏，预算1.2万元`);
    numbers.push(no);
  }
  await daysLater(port, 9);
  for (const no of numbers) {
    const answer = await says('r001', `${no}号项目发起表决，3天后截止`);
    if (!answer.includes('表决已发起')) throw new Error(`the poll did not open: ${answer}`);
  }
  agent.destroy();
  return numbers;
}

/** Has so many projects raised, for a board to show. */
export async function openProjects(port: number, many: number): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (let index = 0; index < many; index += 1) {
    const { userid } = residents[index % residents.length] ?? { userid: 'r001' };
    const opened = wordsOf(
      await post(agent, port, sealed(userid, `提案：${1 + index}号楼东头装路灯，预算1.2万元`, sample.chatId)),
    );
    if (!opened.includes('号')) throw new Error(`the project was not raised: ${opened}`);
  }
  agent.destroy();
}

async function daysLater(port: number, days: number): Promise<void> {
  const clock = `http://127.0.0.1:${port}/simulator/clock`;
  const { now } = (await (await fetch(clock)).json()) as { now: string };
  const later = new Date(new Date(now).getTime() + days * 86_400_000).toISOString();
  const headers = { 'content-type': 'application/json' };
  await fetch(clock, { method: 'PUT', headers, body: JSON.stringify({ now: later }) });
}
