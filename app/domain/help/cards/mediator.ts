import { cannot } from './cannot'
import type { Card } from './card'
import { listKeys, phones } from './common'

export const mediator: Card = {
  role: 'mediator',
  duties: [
    '把指派给您的纠纷调解好：约人、谈、记、签、看着履行。',
    '第一次调解前告知权利义务，当事人自愿才谈。',
    '谈成的写清楚，谈不成的告知别的途径。',
    '协议做到了没有，一项一项核实，再回访。',
  ],
  day: [
    '早上打开“我的案件”，从上往下：逾期的、今天到期的。',
    '看“本周调解”，今天要开的，先打电话确认。',
    '谈完趁记得清楚，马上记一次调解。',
    '下午核实到日子的履行，打电话问两边。',
    '收工前把签好的纸拍照，传到“文书卷宗”。',
  ],
  tasks: [
    {
      title: '记一次调解',
      steps: [
        '打开那件，点{session}。',
        '第一次的，勾“已经告知”；选谁到场。',
        '没有争议的写一栏，让步的话写“调解过程（不外传）”。',
        '约好下一次，点“记下这次调解”。',
      ],
    },
    {
      title: '写协议、签字',
      steps: [
        '点{agree}，先选口头还是书面。',
        '一项一项写：谁、向谁、做什么、哪天前。',
        '书面的在“文书卷宗”打印，签名盖章。',
        '点{sign}，写每个人哪天签的；齐了才生效。',
      ],
    },
    {
      title: '谈不成',
      steps: [
        '点{fail}，选是哪一种。',
        '照列出的告知途径，至少一条，写谁告知的。',
        '点“终止调解”，打印终止调解告知书。',
        '要延长的，到期以前双方同意，点{extend}。',
      ],
    },
    {
      title: '看着履行，回访，办结',
      steps: [
        '到日子打电话问两边，点{perform}。',
        '不履行的点{breach}，告诉对方可以走哪几条路。',
        '都做到了点{visit}，问满意不满意。',
        '补齐案卷，点{close}。',
      ],
    },
    {
      title: '当场能办完的小事',
      steps: [
        '在“我的案件”点“简易快办”。',
        '先告知权利义务，各方自愿。',
        '写双方、什么事、说好谁做什么。',
        '当场做了的勾上，点“办好了”，一页办完。',
      ],
    },
  ],
  periods: ['MED_GENERAL', 'MED_MEDICAL', 'LABOUR_MED', 'COURT_PREFILING', 'signing', 'CONFIRM_APPLY', 'performance', 'returnVisit'],
  cannot: [
    cannot.fee,
    cannot.gift,
    cannot.money,
    cannot.force,
    cannot.courts,
    cannot.bias,
    cannot.secret,
    cannot.concession,
    cannot.danger,
    cannot.backdate,
  ],
  keys: listKeys,
  ask: ['本组织负责人', phones.triage, phones.office, phones.police, phones.admin],
}
