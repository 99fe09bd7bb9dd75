import { cannot } from './cannot'
import type { Card } from './card'
import { listKeys, phones } from './common'

export const bureau: Card = {
  role: 'bureau',
  duties: [
    '指导全区人民调解工作，看质量、看期限、看数字。',
    '哪个组织积压了、退回多了，打电话问清楚。',
    '本区设定的期限由谁负责、依据什么，要说得出来。',
    '只看不办：办理的动作归分流岗和调解组织。',
  ],
  day: [
    '早上打开“我的待办”，先看红、黄和逾期的数。',
    '点数字看后面的名单，数和件要对得上。',
    '抽几件看路径、文书卷宗，记下该补的。',
    '看“调解组织”里谁的负荷满了。',
    '月底导出省系统25列，催没录的。',
  ],
  tasks: [
    {
      title: '看逾期的',
      steps: [
        '在“我的待办”或者“大屏”看逾期的。',
        '点一件，看“下一步”写着在谁那里。',
        '打电话问为什么，什么时候办。',
        '过两天还没动的，打开那件点“督办…”。',
      ],
    },
    {
      title: '抽查一件',
      steps: [
        '在“纠纷”选条件，点一件。',
        '看“路径”：等了几天、在哪里等的。',
        '看“文书卷宗”的“案卷齐不齐”。',
        '要补的，告诉承办组织的负责人。',
      ],
    },
    {
      title: '导出表格',
      steps: [
        '在“纠纷”选好条件，点“导出 xlsx”。',
        '录省系统的选“省系统25列”。',
        '选时间按哪一天算、从哪天到哪天。',
        '再点“导出 xlsx”，用完就删。',
      ],
    },
    {
      title: '写回省系统编码',
      steps: ['先导出还没录的，录进省系统。', '表里写登记编号、省系统编码两栏。', '上传并核对，看有问题的行。', '看清楚了再写回。'],
    },
    {
      title: '看一个组织',
      steps: [
        '打开“调解组织”，点名字。',
        '看受理范围、人员、在办多少件。',
        '点“导出本组织的纠纷 xlsx”看全部。',
        '范围、人员不对的，请管理员改。',
      ],
    },
  ],
  periods: [
    'triage',
    'receipt',
    'assignment',
    'signing',
    'returnVisit',
    'MED_GENERAL',
    'CONFIRM_APPLY',
    'MEDICAL_COMMITTEE_FILE',
    'ARCHIVE_TO_COUNTY',
  ],
  cannot: [
    { say: '不替调解员定结果，不要求“必须调成”', article: '人民调解法第17条' },
    cannot.fee,
    cannot.secret,
    cannot.hand,
    cannot.pass,
    cannot.board,
    { say: '不按人、按网格排名次：数字用来找问题，不用来比高低' },
    cannot.account,
  ],
  keys: listKeys,
  ask: ['各乡镇（街道）司法所', '区综治中心值班', '省系统技术支持', '市司法局', phones.admin],
}
