/** Words before a figure that say that it is meant to be, not that it is. */
export const PLANNED =
  /(?:(?<!行动|国培|省培|特岗|强基|公费|定向|专项|提升|培养|支持|引进|援助|改善|振兴|改造|免费师范|教育|支教|优师|培训|按|按照|依照)计划(?!生育|单列)|(?<!总体|城市|发展|五年|三年|[一二三四五]五|工程|建设|编制|按|按照|依照)规划(?=[新投建改扩续总设完培招实增用占征]|$)|(?<!草|比)拟(?![定订写人合态])|预计|预期|谋划|力争|争取(?=[达在实年全用]|到20|到明|完成|建成)|筹措|筹建|打算|确保(?!了)|将(?=达|新|建成|建设|完成|投入|实现|增加|增长|招|培|扩|改造|继续|再|提高|力争|突破|超过)|(?<!需|重|主|必|只|还|想|不|首|纪|摘|简|概|提|紧)要(?=达|新|建成|完成|实现|力争|确保|使|再)|指标[为是]|目标[为是]|任务数[为是]?|(?<![加高大升降少长])到20\d\d年(?!的)|明年|今后[三五两]年|(?<!完成)(?:任务|目标)(?:为|是)?$|(?<=规划|任务)投入)/gu
/** Words that turn the rest of a sentence to what is to come. */
export const FROM_HERE_ON =
  /(?<![加高大升降少长])到20\d\d年(?!的)|下一步|将(?:继续|进一步|全面|大力|着力|重点)|预计|届时|力争|今后|未来|明年|下半年(?=，|,)|下学期(?=，|,)|20\d\d年(?=[，,]?(?:计划|拟|将|要|力争))/gu
/** Words behind a figure that make it a task: 60万平方米的建设任务. */
export const TASK_BEHIND = /^的?[^，。；、\d()]{0,10}(?:目标|任务)/u
export const HELD_AGAINST = /按照|根据|围绕|按|确保|(?<!已|圆满|如期|顺利|提前)(?:实现|达到)/u
/** Words that say that something has come about, or what a plan is held against. */
export const DONE =
  /已|实际|尚有|仍有|现有|共有|目前|截至|截止|累计|占(?!比)|其中|(?<!计划|规划|拟|力争|确保|预计|将|要|可|能)完成|完成了|超额/gu
/** Headings of what is still to come, and of what has been. */
export const TO_COME =
  /计划|打算|思路|安排|目标|下一步|展望|谋划|工作重点|主要任务|重点任务|今后|明年/u
export const HAS_BEEN =
  /总结|回顾|情况|成效|完成|进展|做法|问题|现状|成绩|亮点|基本|以来|上年|去年/u
