import { momentWords } from '../../../domain/calendar.js';
import { plain } from '../../../domain/plain-text.js';
import { progressTold } from '../../../publish/works/progress-told.js';
import { titled } from '../asked.js';
import { teamUserids } from '../../../operations/works/team-userids.js';
import { topic } from '../topic.js';

/** Who watches over the works. */
export default topic({
  title: '谁来检查质量',
  said: `
    谁来验收 谁检查质量 谁监督施工 干得好不好谁管 谁看着他们干活 质量谁把关 偷工减料谁管 谁去查工地 监督的是谁 施工谁盯着
    干活糊弄怎么办 谁负责检查 有人监督吗
    活干得咋样谁去看 工地上有没有人盯 材料以次充好谁来查 质量谁负责把关 监督的人都是谁 干活有没有人管着 有没有专人检查 施工队糊弄人咋办 谁给验收 怎么保证质量 多久去检查一次 监理是谁 干得不好谁去说 用的管子是不是合格谁查 巡查的是哪些人 谁替我们看着施工队
    施工有谁看着 现场谁在把关 是哪几个人在监督 谁负责盯工地 有邻居去看工地吗 质量是谁在盯
    有人去工地看过吗 谁去巡查过 最近谁看过现场 小组的人去看过没有 最近一次巡查是哪天
  `,
  answer: async asked => {
    const project = await asked.matter();
    const isPast = /[去看查]过|巡查|最近/u.test(asked.text);
    const last = project && isPast ? (await progressTold(asked.turn.unit, project))?.inspection : undefined;
    if (project && last)
      return `${titled(project)}最近一次巡查：${momentWords(last.at, asked.turn.now)}，监管小组：${plain(last.text, 100)}。全部在公示栏。`;
    const isWho = /谁|哪[几些个]|什么人/u.test(asked.text);
    if (project && isWho && (await teamUserids(asked.turn.unit, project)).length > 0)
      return { intent: 'ask.team', slots: { no: project.no } };
    return `监管小组：几位和工程、钱都没关系的邻居，工作日轮流看，有毛病限期改，没改完不能付款、不能验收。${project ? `是谁，发送“${project.no}号谁监督”。` : ''}`;
  },
});
