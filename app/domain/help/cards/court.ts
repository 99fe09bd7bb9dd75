import { cannot } from './cannot'
import type { Card } from './card'
import { listKeys, phones } from './common'

export const court: Card = {
  role: 'court',
  duties: [
    '送来调解的（委派、委托），登记编号、材料和回告日期。',
    '分流来的，收下或者退回，有结果就登记。',
    '双方共同申请司法确认的，登记结果和编号。',
    '请法院协办的，签收、答复。',
  ],
  day: [
    '早上打开“我的待办”，先看请我们协办的。',
    '再看待接收的：收下，或者写原因退回。',
    '看在法院办的，有结果的马上登记。',
    '看送出去的：快到回告日期的，打电话问。',
    '收到回告的，看结果再定立案还是审理。',
  ],
  tasks: [
    {
      title: '委派、委托一件',
      steps: [
        '点“登记”，照四步填。',
        '第四步点开“委派、委托、移送来的”。',
        '写案号、材料、哪种程序、回告日期。',
        '点“登记”；特邀调解组织签收那天起算期限。',
      ],
    },
    {
      title: '收下，或者退回',
      steps: [
        '看当事人是不是自己来申请的。',
        '收下点{receive}，写本院的收案号。',
        '不归本院管的点{return}，写原因。',
        '收了以后，每次谈的可以点{session}记下。',
      ],
    },
    {
      title: '登记办理结果',
      steps: [
        '打开那件，点{outcome}。',
        '选结果，写调解书、裁判文书的编号。',
        '有义务要履行的，一项一项写。',
        '退回的写明为什么，回到分流岗。',
      ],
    },
    {
      title: '登记司法确认的结果',
      steps: [
        '裁定以后打开那件。',
        '点{confirmation}，选确认、驳回还是撤回。',
        '写裁定书编号和理由。',
        '驳回的，双方可以再调解，也可以起诉。',
      ],
    },
    {
      title: '答复协办',
      steps: [
        '在“我的待办”点开请我们协办的。',
        '点{request}，先签收。',
        '做完写答复；做不了的写为什么。',
        '别处的程序点{matter}记下编号和进度。',
      ],
    },
  ],
  periods: [
    'COURT_PREFILING',
    'COURT_ENTRUST_ORD',
    'COURT_ENTRUST_SUM',
    'COURT_ACK',
    'CONFIRM_APPLY',
    'CONFIRM_DECIDE_MSSF',
    'receipt',
    'answer',
    'reply',
  ],
  cannot: [
    { say: '当事人一方不愿意的，不委派、不委托；不逼着调', article: '人民调解法第17条' },
    { say: '只有一方来申请的，不是司法确认：要双方共同申请', article: '民事诉讼法第205条' },
    { say: '身份关系、物权和知识产权确权的，不予确认', article: '民诉法解释第355条' },
    { say: '调解中的让步，不当作对他不利的根据，双方同意的除外', article: '民诉法解释第107条' },
    cannot.suspect,
    { say: '调解过程和内容不公开、不外传', article: '特邀调解规定第28条' },
    { say: '司法确认不收费', article: '法释〔2011〕5号第11条' },
    cannot.hand,
  ],
  keys: listKeys,
  ask: [phones.triage, '特邀调解组织', '区综治中心值班', phones.bureau, phones.admin],
}
