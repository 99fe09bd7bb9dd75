import { cannot } from './cannot'
import type { Card } from './card'
import { listKeys, phones } from './common'

export const organ: Card = {
  role: 'organ',
  duties: [
    '分流来的，收下按本单位的程序办，或者写明原因退回。',
    '请我们协办的，按时签收、答复。',
    '我们送来调解的，登记编号、材料和回告日期。',
    '别处在办的（治安、执法、鉴定），记下单位和进度。',
  ],
  day: [
    '早上打开“我的待办”，先看请我们协办的。',
    '再看待接收的，当天收下或者退回。',
    '看在我们这里办的，有进展的记一笔。',
    '办完的登记结果，别等复看的日子。',
    '看送出去的，回告来了看结果。',
  ],
  tasks: [
    {
      title: '收下，或者退回',
      steps: [
        '打开那件，看归不归本单位管。',
        '要当事人申请才能办的，先问他申请了没有。',
        '归我们的点{receive}，写收案号。',
        '不归的点{return}，写该找谁。',
      ],
    },
    {
      title: '登记办理结果',
      steps: [
        '打开那件，点{outcome}。',
        '选结果，写决定书、调解书的编号。',
        '办理情况写几句，不写双方的让步。',
        '办不成的选退回，写明为什么。',
      ],
    },
    {
      title: '答复协办',
      steps: [
        '在“我的待办”点开那件，点{request}。',
        '先签收，让对方放心。',
        '写查到什么、能做什么、什么时候做。',
        '做不了的，也要写为什么、该找谁。',
      ],
    },
    {
      title: '送一件来调解',
      steps: [
        '先问当事人双方愿不愿意调解。',
        '点“登记”，第四步点开“委派、委托、移送来的”。',
        '写本单位编号、材料、回告日期。',
        '治安案件的，写调解须由谁同意。',
      ],
    },
    {
      title: '现场的情况',
      steps: [
        '有新情况打开那件，点{note}。',
        '有危险的先报警，点{danger}写告诉了谁。',
        '别处在办的点{matter}，写编号和进度。',
        '缺事实的点{question}，请人补充。',
      ],
    },
  ],
  periods: [
    'receipt',
    'answer',
    'reply',
    'HEALTH_ADMIN_MED',
    'TRAFFIC_POLICE_MED',
    'POLICE_MED_SECOND',
    'MARKET_MED_END',
    'PETITION_DECIDE',
  ],
  cannot: [
    cannot.promise,
    { say: '对我们自己的行政行为不服的，不当民间纠纷调解：告知行政复议、诉讼', article: '行政复议法第12条第4项' },
    cannot.crime,
    cannot.children,
    cannot.hand,
    cannot.pass,
    { say: '不打听双方在调解里的让步，看不到的不追问' },
    { say: '当事人不愿意的，不逼着调；他要申请、要起诉的不拦' },
    cannot.account,
  ],
  keys: listKeys,
  ask: [phones.triage, phones.duty, phones.bureau, '本单位法制机构', phones.admin],
}
