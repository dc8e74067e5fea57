import type { Answers } from '../../src/domain/poll/track-selector.js';
import { trackRules } from '../../src/domain/poll/tracks.js';
import { defineIntent, numbered, projectNo } from '../../src/talk/intent.js';
import { selectProjectTrack } from '../../src/operations/poll/select-track.js';

/** Who elects, hires or makes rules is not asked about money and walls. */
const isWorks = ({ deciding }: Readonly<Record<string, unknown>>): boolean =>
  deciding === undefined || ['works', 'money', 'letting', 'other', 'unsure'].includes(String(deciding));

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:要|该|应该)?(?:怎么表决|如何表决|怎么个表决法|选表决方式|定表决方式|表决方式|用什么方式表决|适用什么规则)[?？。！]?$/u,
  slots: {
    no: projectNo,
    deciding: numbered('第一问：这件事要定的是什么？', [
      ['works', '修东西、装东西'],
      ['money', '钱怎么出、怎么用'],
      ['manager', '选聘或解聘物业'],
      ['committee', '选举或更换业委会'],
      ['rules', '业主大会议事规则'],
      ['covenant', '管理规约'],
      ['letting', '公共场地出租、经营'],
      ['opinion', '只听听大家的意见'],
      ['other', '其他大家共有的事'],
      ['unsure', '说不准'],
    ]),
    money: numbered(
      '第二问：用谁的钱？',
      [
        ['voluntary', '居民自愿出'],
        ['all_pay', '每户都出，少一户都做不成'],
        ['maintenance_fund', '住宅专项维修资金'],
        ['common_income', '小区公共收益'],
        ['levy', '向业主归集，补交维修资金'],
        ['subsidy', '奖补资金或专业单位出'],
        ['none', '不花钱'],
        ['unsure', '说不准'],
      ],
      isWorks,
    ),
    part: numbered(
      '第三问：动到房子的哪一部分？',
      [
        ['none', '不动房子'],
        ['own_flats', '只在各家自己屋里'],
        ['common_kept', '公共部分，修好还是原来的样子和用途'],
        ['common_changed', '公共部分，要改建、加装'],
        ['common_let', '公共部分，改作别用或拿来经营'],
        ['unsure', '说不准'],
      ],
      isWorks,
    ),
  },
  permission: 'poll.track',
  help: {
    title: '定下表决方式',
    when: '书记回答三个问题，定下表决方式',
    say: '12号怎么表决',
    more: '说不准就按更严的来',
  },
  async handle({ unit, slots }) {
    const said = { deciding: slots.deciding, money: slots.money ?? 'none', part: slots.part ?? 'none' };
    const answers: Answers = {
      deciding: said.deciding === 'unsure' ? 'other' : said.deciding,
      money: said.money === 'unsure' ? 'common_income' : said.money === 'all_pay' ? 'voluntary' : said.money,
      part: said.part === 'unsure' ? 'common_changed' : said.part,
      needsEveryHousehold: said.money === 'all_pay',
      unsure: Object.values(said).includes('unsure'),
    };
    const no = slots.no;
    const { selected, republished } = await selectProjectTrack(unit, { no, answers });
    return [
      `${no}号的表决方式定下了：${selected.because}${answers.unsure ? '（说不准的按更严的来）' : ''}。`,
      `规则：${trackRules[selected.track].said}。`,
      republished ? '方案已按这个规则重新公示，公示期从今天重新算。' : '方案公示和表决卡上都会写明。',
    ].join('');
  },
});
