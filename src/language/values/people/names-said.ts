const lead =
  /^(?:就|先|还是|我看|由|请|让|叫|选|推|定|为|是|给|安排|组成|了|好|下来|那个|三个人|监管小组)*[\s:：，,]*(?=\S{2})/u;
const closing =
  /[\s，,、]*(?:(?:这)?(?:[三五七九]|\d{1,2}|几)(?:个人?|位|人|名)(?:居民|同志|师傅们?)?)?(?:来)?(?:组成|当|担任|监督|监管|盯着|负责)?(?:监管小组|小组|监督)?(?:吧|了|好了|就行)?[。！!]*$/u;

/** The people of a list as they are said: 就定冯老师 赵敏和刘洋三位. A name with 和 in it (王和平) is one. */
export function namesSaid(text: string): string[] {
  return text
    .trim()
    .replace(lead, '')
    .replace(closing, '')
    .split(/[、,，;；\n\s]+|(?<=[^\s、,，;；]{2})(?:和|跟|还有)(?=[^\s、,，;；]{2})/u)
    .filter(part => part !== '');
}
