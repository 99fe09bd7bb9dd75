import { cannot } from './cannot'
import type { Card } from './card'
import { phones } from './common'

export const leader: Card = {
  role: 'leader',
  duties: [
    '挂包辖区里红的、黄的纠纷，心里有数。',
    '没人管的、部门之间推的，出面协调。',
    '只看不办：分流、调解、办结归经办的人。',
    '不公开的（未成年人、家暴等）看不到内容，不打听。',
  ],
  day: [
    '早上用手机打开“挂包”，看红的有几件、任务哪天到。',
    '看有没有“危险未处置”，有的马上打电话。',
    '看逾期的在谁那里。',
    '要到现场的，先问清情况、带上该带的人。',
    '晚上再看一眼红的有没有动。',
  ],
  tasks: [
    {
      title: '看红的、黄的',
      steps: [
        '打开“我的待办”，红的在前。',
        '点一件，看什么事、在谁那里、到哪天。',
        '往下看“办理动态”，最近做了什么。',
        '没动静的，打电话问经办的人。',
      ],
    },
    {
      title: '危险没处置的',
      steps: [
        '打电话问现场：人在哪里、有没有报警。',
        '没报警的，请他马上打 110。',
        '请经办的人写明告诉了谁、怎么处置。',
        '过一会儿再打开看，写了没有。',
      ],
    },
    {
      title: '要几个部门一起来',
      steps: [
        '打开那件，看“协办”里请了谁、答复没有。',
        '没请的，请分流岗发协办。',
        '没答复的，打电话给那个部门。',
        '现场定了什么，请经办的人写进去。',
      ],
    },
    {
      title: '走访、批示',
      steps: [
        '去看过的点“记走访”，写一句。',
        '要人办的点“写批示”，分流岗马上收到。',
        '说哪一件的，打开那件点“写一条”。',
        '在“批示的答复”看办得怎样。',
      ],
    },
    {
      title: '任务和排查',
      steps: [
        '在“挂包”点开任务，做完写做了什么。',
        '看最近一轮排查：次数、发现是两个数。',
        '写着“还没有报”的，打电话问网格员。',
        '没有发现也要报，叫“零报告”。',
      ],
    },
  ],
  periods: ['triage', 'receipt', 'assignment', 'MED_GENERAL', 'returnVisit'],
  cannot: [
    { say: '不替双方定结果，不限期“必须调成”', article: '人民调解法第17条' },
    cannot.force,
    cannot.courts,
    cannot.pass,
    cannot.board,
    { say: '信访举报的内容，不给被举报的人看', article: '信访工作条例第30条' },
    { say: '不公开的纠纷，不打听、不要求经办的人讲' },
    cannot.account,
  ],
  keys: [],
  ask: [phones.duty, phones.triage, phones.police, phones.office, phones.admin],
}
