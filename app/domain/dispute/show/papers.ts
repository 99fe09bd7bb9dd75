import { needsPaper } from '../../agreement/signers'
import { dayIn, formatTime } from '../../calendar/days'
import { fileKind, fileWords, type FileKind } from '../../file/kind'
import { sentenceOf } from '../history'
import { labelOf } from '../../words/words'
import { representatives } from '../../words/parties'
import { priorForces, priorKept, priorKinds } from '../../words/sessions'
import { shortDay } from './deadlines'
import type { DisputePage } from './open.server'

export type PhotoWords = { id: string; href: string; alt: string; kind: FileKind; note: string }
/** `holds`: only these three can hold up closing (People's Mediation Law 27); the rest advises (U29). */
export type CheckWords = { label: string; there: boolean; note: string; holds?: boolean }
export type PapersWords = {
  photos: PhotoWords[]
  check: CheckWords[]
  priors: { id: string; text: string }[]
  links: { id: string; text: string; href?: string }[]
}

function photosOf({ rows, known, today }: DisputePage): PhotoWords[] {
  return rows.files.map(({ id, mime, recordedAt, by, eventId }) => {
    const event = rows.events.find((one) => one.id === eventId)
    const at = new Date(recordedAt)
    const what = event ? sentenceOf(event.type, event.detail, known.at(event)).title : fileWords[fileKind(mime)]
    return {
      id,
      href: `/files/${id}`,
      kind: fileKind(mime),
      alt: `${what}，${shortDay(dayIn(at), today)}`,
      note: `${what}　${shortDay(dayIn(at), today)} ${formatTime(at)}${by ? `　${by}` : ''}`,
    }
  })
}

/** 案卷齐不齐: what this kind of dispute asks for, and what is there. */
function checkOf({ rows, today }: DisputePage): CheckWords[] {
  const last = rows.legs.findLast(({ receivedAt }) => receivedAt)
  const day = (iso: string) => shortDay(dayIn(new Date(iso)), today)
  const people = last?.channel === 'people'
  const of = (type: string) => rows.events.filter((event) => event.type === type)
  const agreed = rows.agreements.filter(({ binds }) => binds)
  const written = rows.agreements.some(({ form, effectiveAt }) => form === 'written' && effectiveAt)
  const recorded =
    of('session').some(({ texts }) => texts.some(({ kind }) => kind === 'talks' || kind === 'agreedFacts')) ||
    rows.sessions.some(({ result }) => result)
  const content = of('agree')
    .concat(of('partial'), of('amend'), of('settleOnSpot'))
    .some(({ texts }) => texts.some(({ kind }) => kind === 'content'))
  const performed = rows.terms.flatMap(({ done }) => done)
  const authorised = rows.parties.filter(({ leftAt }) => !leftAt).flatMap((party) => party.helpers.filter(({ role }) => needsPaper(role)))
  const lacking = authorised.filter(({ maySettle }) => !maySettle)
  const told = of('fail')
    .concat(of('decline'))
    .some(({ texts }) => texts.some(({ kind }) => kind === 'ways' || kind === 'told' || kind === 'advice'))
  const asked = rows.parties.filter(({ willing }) => willing !== 'notAsked').length
  const checks: (CheckWords | false)[] = [
    { label: '受理登记', there: true, note: rows.events[0] ? `${day(rows.events[0].happenedAt)}登记` : '', holds: true },
    {
      label: '各方是否愿意',
      there: rows.parties.length > 0 && asked === rows.parties.length,
      note: `问过 ${asked} 方，共 ${rows.parties.length} 方`,
    },
    people && {
      label: '权利义务告知',
      there: Boolean(last.rightsToldAt),
      note: last.rightsToldAt ? day(last.rightsToldAt) : '第一次调解以前告知',
    },
    people && {
      label: '调解记录',
      there: rows.sessions.length > 0,
      note: rows.sessions.length ? `${rows.sessions.length} 份${recorded ? '' : '，还没有写内容'}` : '口头协议也要有记录',
      holds: true,
    },
    agreed.length + rows.agreements.length > 0 && {
      label: written || rows.agreements.some(({ form }) => form === 'written') ? '调解协议书' : '口头协议登记',
      there: written || content,
      holds: true,
      note: written
        ? '签字盖章齐全'
        : content
          ? '内容已记录'
          : rows.agreements.some(({ form }) => form === 'written')
            ? '签字盖章还没有齐'
            : '写明协议内容（《人民调解法》第28条）',
    },
    authorised.length > 0 && {
      label: '授权委托书、推选书',
      there: lacking.length === 0,
      note: lacking.length
        ? `还缺：${lacking.map(({ name, role }) => `${name}（${labelOf(representatives, role)}）`).join('、')}，要写明可以和解`
        : `${authorised.length} 份，写明可以和解`,
    },
    performed.length > 0 && {
      label: '履行凭证',
      there: performed.some(({ proof }) => proof),
      note: `${performed.filter(({ proof }) => proof).length} 份，共履行 ${performed.length} 次`,
    },
    of('fail').length > 0 && { label: '其他途径告知', there: told, note: told ? '' : '终止时告知仲裁、行政、诉讼等途径' },
    of('visit').length > 0 && { label: '回访记录', there: true, note: `${of('visit').length} 次` },
  ]
  return checks.filter((check): check is CheckWords => check !== false)
}

/** 文书卷宗: photographs, what was filed from elsewhere, related disputes, and whether the file is complete. */
export function papersOf(page: DisputePage): PapersWords {
  const { rows } = page
  return {
    photos: photosOf(page),
    check: checkOf(page),
    priors: rows.priors.map(({ id, by, what, onText, force, kept }) => ({
      id,
      text: [`${by}${labelOf(priorKinds, what)}`, onText, labelOf(priorForces, force), kept && labelOf(priorKept, kept)]
        .filter(Boolean)
        .join('，'),
    })),
    links: rows.links.map(({ id, otherId, text }) => ({ id, text, ...(otherId && { href: `/disputes/${otherId}` }) })),
  }
}
