import type { DisputePage } from '../dispute/show/open.server'
import { entrustKinds, replyResults } from '../words/office'
import { failCodes } from '../words/reasons'
import { priorKinds } from '../words/sessions'
import { labelOf } from '../words/words'
import { claimOf, toldFacts } from './intake'
import { partyLines, partySigns } from './parties.server'
import { saidIn } from './session'
import { dayOf, gap, helperSigns, legOf, mediatorsOf, sheetOf, type PaperWords } from './words'

/** How mediation ended with that committee: by an act, or by the last day of its period. */
export function endingOf({ rows }: DisputePage, legId: string | undefined) {
  return rows.events.findLast(
    (event) => event.legId === legId && (event.type === 'fail' || (event.type === 'lapse' && event.detail.ends === true)),
  )
}

/** 终止调解告知书 (People's Mediation Law 26): that it has ended and which other ways are open; never why one side would not. */
export function endingNotice(page: DisputePage): PaperWords {
  const leg = legOf(page)
  const ending = leg && endingOf(page, leg.id)
  const code = ending?.detail.code
  const ways = ending?.texts.filter(({ kind }) => kind === 'ways' || kind === 'told').map(({ text }) => text) ?? []
  const how = typeof code === 'string' ? labelOf(failCodes, code) : ending ? failCodes.expired.label : gap
  return {
    ...sheetOf(page, '终止调解告知书', leg),
    blocks: [
      { lines: partyLines(page) },
      {
        text: [
          `你们之间的“${page.dispute.title}”，经${leg?.seal ?? gap}调解，没有达成协议（${how}），自${dayOf(ending?.happenedAt) || gap}起终止调解。`,
          '依照《人民调解法》第26条，告知你们可以依法通过仲裁、行政、司法等途径维护自己的权利：',
        ],
      },
      { title: '可以走的途径', text: ways, room: true },
      { text: ['时效期间和起诉、申请的期限由法律规定，请尽早办理。调解不收费。'] },
    ],
    signs: [
      ...partySigns(page),
      `调解员${mediatorsOf(leg) ? `　${mediatorsOf(leg)}` : ''}`,
      ...helperSigns(),
      '人民调解委员会（印章）',
      '日期',
    ],
  }
}

/** The evidence as a list. Photographs of a session's record are talks and are left out (U12). */
function evidenceOf({ rows }: DisputePage): string[] {
  const talks = new Set(rows.events.filter(({ type }) => type === 'session').map(({ id }) => id))
  const files = rows.files.filter(({ eventId }) => !eventId || !talks.has(eventId))
  const priors = rows.priors.map(({ by, what, onText }) => `${by}${labelOf(priorKinds, what)}${onText ? `（${onText}）` : ''}`)
  return [...(files.length ? [`照片和扫描件 ${files.length} 份`] : []), ...priors].map((text, at) => `${at + 1}. ${text}`)
}

function answerOf({ rows }: DisputePage) {
  const reply = rows.events.findLast(({ type }) => type === 'reply')
  const result = reply?.detail.result
  return {
    result: typeof result === 'string' ? labelOf(replyResults, result) : '',
    text: reply?.texts.filter(({ kind }) => kind === 'answer').map(({ text }) => text) ?? [],
    on: dayOf(reply?.happenedAt),
  }
}

/** 移送（回告）函: claims, agreed facts, list of evidence, identity and service address; nothing of the talks (U3, U12). */
export function referralLetter(page: DisputePage): PaperWords {
  const { rows, dispute } = page
  const leg = legOf(page)
  const [sender] = rows.entrustments
  const next = rows.legs.findLast(({ channel, endedAt }) => channel !== 'people' && !endedAt)
  const agreed = rows.sessions.flatMap(({ id }) => saidIn(rows.events, id, 'agreedFacts'))
  const answer = answerOf(page)
  const about = sender
    ? `${sender.senderName}${labelOf(entrustKinds, sender.kind)}的“${dispute.title}”${sender.number ? `（${sender.number}）` : ''}`
    : `“${dispute.title}”`
  return {
    ...sheetOf(page, '移送（回告）函', leg),
    to: `${sender?.senderName ?? next?.body ?? gap}：`,
    blocks: [
      { text: [sender ? `${about}，现将办理情况回告如下。` : `${about}，现移送你单位依法办理。`] },
      { title: '当事人和送达地址', lines: partyLines(page) },
      { title: '请求事项', text: [toldFacts(page), claimOf(page)].filter(Boolean), room: true },
      { title: '无争议事实（各方签名确认的，随函附送）', text: agreed, room: true },
      { title: '材料清单', text: evidenceOf(page), room: true },
      ...(sender
        ? [
            {
              title: '办理结果',
              lines: [
                { label: '结果', value: answer.result },
                { label: '说明', value: answer.text.join('\n'), room: true },
                { label: '回告日期', value: answer.on },
              ],
            },
          ]
        : []),
    ],
    signs: ['经办人', '负责人', `${leg?.seal ?? gap}（印章）`, '日期', '签收人', '签收日期'],
  }
}
