import { cannot } from './cannot'
import type { Card } from './card'
import { listKeys, phones } from './common'

export const duty: Card = {
  role: 'duty',
  duties: [
    '危险的事第一个看到，盯到有人写明已处置。',
    '逾期的、没人办的，打电话问、催，再不办就督办。',
    '来的人、来的电话，登记下来交给分流岗。',
    '交班写清没办完的，接班的先看。',
  ],
  day: [
    '接班先看“值班表”里上一班写的。',
    '打开“我的待办”，先看红色警报，再看危险没处置的。',
    '再看红的、黄的有没有人管。',
    '再看逾期的，打电话问；还没动的点“督办…”。',
    '下班前点“交班”，写没办完的和要盯的。',
  ],
  tasks: [
    {
      title: '危险没处置的',
      steps: [
        '打开那件，看有什么危险、告诉了谁。',
        '没告诉公安的，马上打 110。',
        '点{danger}，写告诉了谁、什么时候。',
        '有人处置了，选“已处置”，写怎么处置的。',
      ],
    },
    {
      title: '风险等级变了',
      steps: ['打电话问现场的人，现在怎样。', '打开那件，点{risk}，选绿、黄、红。', '写为什么，照事实写。', '红的黄的，挂包领导看得到。'],
    },
    {
      title: '来人来电要登记的',
      steps: [
        '点“登记”，问在哪里、谁和谁、什么事。',
        '有危险的先报警，再勾选。',
        '读信息收集告知，点“登记”。',
        '把编号和查询码告诉当事人。',
      ],
    },
    {
      title: '知道了新情况',
      steps: [
        '在“纠纷”里按姓名或者编号找到它。',
        '点{note}，写什么时候、听谁说的。',
        '别处在办的点{matter}，写哪个单位、编号。',
        '要紧的打电话告诉正在办的人。',
      ],
    },
    {
      title: '交班、替班',
      steps: ['打开“值班表”，点自己的名字。', '点“交班”，写没办完的。', '来不了的点“替班”，写谁替。', '先打电话说好，再改表。'],
    },
  ],
  periods: ['triage', 'receipt', 'assignment', 'answer'],
  cannot: [cannot.danger, cannot.children, cannot.violence, cannot.fee, cannot.hand, cannot.pass, cannot.board, cannot.account],
  keys: listKeys,
  ask: [phones.police, phones.triage, phones.office, '区综治中心负责人', '民政', phones.admin],
}
