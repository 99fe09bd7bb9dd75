import { cannot } from './cannot'
import type { Card } from './card'
import { phones } from './common'

export const triage: Card = {
  role: 'triage',
  duties: [
    '新来的、退回的、没谈成的，当天看，交给合适的组织。',
    '看别处办过没有，要法院仲裁的由当事人自己申请。',
    '不该受理的说清理由，告知其他途径。',
    '没有账号的组织，替它记下收、派、结果。',
  ],
  day: [
    '早上打开“分流台”，先看红的、危险没处置的。',
    '再看逾期的和退回来的，退回的先看原因。',
    '余下的从上往下，合适的就送出。',
    '缺材料的请登记人补充，别放着等。',
    '收工前看“我的待办”：自己跟进的、领导批示、督办单。',
  ],
  tasks: [
    {
      title: '分流一件',
      steps: [
        '在“分流台”点一件，看案情和各方愿不愿意。',
        '右边看建议的第一个，合适就选“分流给它”。',
        '选别处办过没有；理由写几个字。',
        '从这件的页面送，点{offer}，再点“送出”。',
      ],
    },
    {
      title: '缺材料、送错了',
      steps: [
        '缺材料的点{ask}，勾要什么。',
        '期限照走，急的打电话。',
        '送错了的打开那件，点{recall}，写原因。',
        '办不了的点{escalate}，区里能交下来的点{deescalate}。',
      ],
    },
    {
      title: '不该受理、归别处管',
      steps: [
        '点{decline}，选属于哪一种。',
        '把该去哪里告诉申请人，勾上，写怎么告诉的。',
        '归别的单位的点{transferOut}，写转给谁。',
        '给材料以前，要当事人单独同意或者有依据。',
      ],
    },
    {
      title: '没谈成的、又闹起来的',
      steps: [
        '看为什么没谈成，能换个组织的再分流。',
        '没有别的办法，告知途径，点{close}。',
        '办结了又闹起来的，点{reopen}。',
        '双方又愿意照原协议办的，点{keptAfterAll}。',
      ],
    },
    {
      title: '有危险的',
      steps: [
        '先看告诉了公安没有，没有的马上打 110。',
        '点{danger}，写告诉了谁；处置完选“已处置”。',
        '要别的部门一起来的，点{request}。',
        '等级变了点{risk}，写为什么。',
      ],
    },
  ],
  periods: ['triage', 'receipt', 'assignment', 'answer', 'reply', 'TRAFFIC_BACK_TO_POLICE'],
  cannot: [
    cannot.fee,
    cannot.force,
    cannot.courts,
    cannot.hand,
    cannot.concession,
    cannot.children,
    cannot.danger,
    cannot.backdate,
    cannot.promise,
  ],
  keys: [
    { key: 'J、K', does: '在分流台的名单里往下、往上' },
    { key: '1、2、3', does: '选中第几个“分流给它”，再按一次就送出' },
    { key: '回车', does: '打开选中的一件，或者按下选中的按钮' },
  ],
  ask: [phones.duty, phones.office, phones.bureau, phones.police, '人民法院联络人', phones.admin],
}
