/** 没错 holds 错, and 没有出入 出入: what denies a fault stands first. */
const agreeing: readonly (readonly [value: string, words: RegExp])[] = [
  ['一致', /^(?:都|全|完全)?(?:没|没有|无|毫无)(?:什么|任何|一点)?(?:错|误|出入|问题|差)/u],
  ['不符', /不|对不上|没对上|有误|错|假|有出入/u],
  ['一致', /./u],
];

/** The words that stand for one of few values, deed by deed. The first that fits counts. */
const choices: Readonly<Record<string, readonly (readonly [value: string, words: RegExp])[]>> = {
  'contest.answer how': [['不成立', /不成立|不属实|没有?道理|驳回|无效|不对/u], ['成立', /成立|属实|有理|对/u]],
  'contest.judge how': [['投票', /投/u], ['评分', /./u]],
  'contest.stage stage': [['公示', /公示/u], ['定稿', /定稿|定下|终稿|定/u], ['计分', /计分|算分|打分/u]],
  'contest.veto line': [['强制摊派', /摊派|强/u], ['泄露隐私', /隐私|泄/u], ['缺凭证', /凭证|票据|没票/u], ['数据不实', /不实|假|虚|造/u]],
  'contest.wish wish': [['不参评', /不参|退出|不评/u], ['不公布', /不|别/u], ['公布', /./u]],
  'credit.award kind': [['捐物', /捐|物/u], ['建议', /建议|意见|点子/u]],
  'data.name how': [['撤回同意', /撤|收回/u], ['不同意', /不|别/u], ['同意', /./u]],
  'fund.grant from': [['公共收益', /公共|收益/u], ['慈善基金', /./u]],
  'form.print sheets': [['家用卡', /卡/u], ['纸质表', /表|单/u]],
  'follow.quiet how': [['不用', /不|别|莫|甭|勿|免/u], ['继续', /继续|恢复|还|要/u]],
  'idea.answer verdict': [['不采纳', /不|没/u], ['采纳', /./u]],
  'mandate.check result': agreeing,
  'paper.check result': agreeing,
  'phone.check verdict': agreeing,
  'sheet.check verdict': agreeing,
  'pledge.quiet how': [['不用', /不|别|莫|甭|勿|免/u], ['继续', /继续|恢复|还|要|再/u]],
  'role.show how': [['只写姓', /姓(?!名)/u], ['写全名', /./u]],
  'role.stars how': [['不公开', /不|别/u], ['公开', /公/u], ['我的', /./u]],
  'colour.set word': [['正常', /正常|绿/u], ['预警', /预警|黄/u], ['滞后', /滞后|红/u], ['暂停', /暂停|停|灰/u]],
  'objection.answer upheld': [['成立', /./u]],
  'spend.publish whole': [['无需打码', /./u]],
  'plan.surplus to': [['维修资金', /维修/u], ['下个项目', /下(?:一)?个项目|下一个|下期/u], ['社区慈善基金', /慈善|基金/u], ['各户', /户|家|居民|大家|大伙|原/u]],
}; // prettier-ignore

/** The value that words stand for; null where the slot has no such list, undefined where nothing of it was said. */
export function chosen(intent: string, slot: string, words: string): string | undefined | null {
  const known = choices[`${intent} ${slot}`];
  if (!known) return null;
  return known.find(([, said]) => said.test(words))?.[0];
}
