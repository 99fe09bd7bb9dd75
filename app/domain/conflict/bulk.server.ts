import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import { db, reading } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { dayIn } from '../calendar/days'
import { readWork, type WorkRow } from '../desk/work-rows.server'
import { placeWord } from '../desk/words'
import { assign } from '../dispute/assign.server'
import { mediatorsOf, type Mediator } from '../forms/people.server'
import { isId, newId } from '../id'
import { Refusal } from '../refusal'
import { typeLabel } from '../types/dispute-types'
import { languages } from '../words/parties'
import { labelOf } from '../words/words'
import { deputyOf } from './deputy.server'
import { verdictOf } from './findings'
import { standings, type Standing } from './links.server'
import { suggest, type Why } from './suggest'
import { findingWords, loadWords } from './words'

/** What the head asks for in place of a name. */
export const bySuggestion = 'suggested'
/** So many are given out at once. */
const atOnce = 20

/** One case of the preview, with what would become of it. */
export type PreviewRow = {
  id: string
  title: string
  href: string
  meta: string
  chosen: boolean
  /** good: can be given; look: something to be told or looked into first; bad: cannot. */
  tone: 'good' | 'look' | 'bad' | null
  words: string
  links: { label: string; href: string }[]
  /** What confirming sends. */
  give: { seen: number; mediatorId: string; key: string } | null
}

export type BulkPage = {
  body: { id: string; name: string; href: string }
  mediators: { value: string; label: string }[]
  mediator: string
  rows: PreviewRow[]
  good: number
  /** Something was asked for: the answers stand. */
  asked: boolean
}

const assigning = (row: WorkRow) => deskOf(disputeMachine, row.status) === 'receiver' && row.leg?.received === true

/** Only who speaks for a body gives out its cases; for anybody else there is no such page. */
async function bodyOf(actor: Person, bodyId: string) {
  if (!bodiesOf(actor, 'head', 'court', 'organ').includes(bodyId)) throw new Refusal('notFound')
  return db.body.findUniqueOrThrow({ where: { id: bodyId }, select: { id: true, name: true } })
}

const nobody = ({ all, tied, away, full }: Why): string => {
  if (!all) return '无人可派：本组织还没有登记调解员'
  const parts = [tied && `${tied} 人有利害关系或者同名`, away && `${away} 人请假`, full && `${full} 人已到上限`].filter(Boolean)
  return `无人可派：${all} 人里${parts.join('、')}。可以退回分流岗，或者请别的组织协办`
}

const wayOut = (id: string) => [
  { label: '退回…', href: `/disputes/${id}/do/return` },
  { label: '请求协办', href: `/disputes/${id}/do/request` },
]

type Answer = Pick<PreviewRow, 'tone' | 'words' | 'links'> & { mediatorId?: string }

/** What becomes of giving this case to this mediator, by name. */
function answerFor(id: string, one: Mediator, stands: Standing | undefined): Answer {
  const findings = stands?.findings ?? []
  const verdict = verdictOf(findings)
  const say = findings.map(findingWords).join('；')
  const alone = [{ label: '单独指派', href: `/disputes/${id}/do/assign` }]
  if (verdict === 'block') return { tone: 'bad', words: `不能：${findings.map(({ faces }) => faces.internal).join('；')}`, links: [] }
  if (one.away) return { tone: 'bad', words: `不能：${one.name}请假中`, links: alone }
  if (one.cap !== null && one.load >= one.cap) return { tone: 'bad', words: `不能：${one.name}${loadWords(one)}`, links: alone }
  if (verdict !== 'clear') return { tone: 'look', words: `要告知或者核实：${say}`, links: alone }
  return { tone: 'good', words: `可以：指派给${one.name}（${loadWords(one)}）`, links: [], mediatorId: one.id }
}

function suggestions(rows: WorkRow[], mediators: Mediator[], stands: (disputeId: string, mediatorId: string) => Standing | undefined) {
  const needs = (row: WorkRow) => row.languages.filter((code) => code !== 'chinese' && code !== 'other')
  const cases = rows.map((row) => ({ id: row.id, needs: needs(row) }))
  const made = suggest(cases, mediators, (disputeId, mediatorId) => stands(disputeId, mediatorId)?.verdict ?? 'block')
  return made.map(({ disputeId, mediator, speaks, why }): Answer => {
    if (!mediator) return { tone: 'bad', words: nobody(why), links: wayOut(disputeId) }
    const spoken = needs(rows.find(({ id }) => id === disputeId)!).map((code) => labelOf(languages, code))
    const tongue = spoken.length ? (speaks ? `，会${spoken.join('、')}` : `，没有人会${spoken.join('、')}，要请翻译`) : ''
    return {
      tone: 'good',
      words: `可以：建议${mediator.name}（没有利害关系，${loadWords(mediator)}${tongue}）`,
      links: [],
      mediatorId: mediator.id,
    }
  })
}

type Asked = { cases: readonly string[]; mediator: string }

/**
 * 批量指派: the cases that wait for a mediator in a body, and for those chosen what would become of giving them to one mediator (or who
 * stands in for them) or as suggested. Reads only. Four statements and one for the versions. Throws Refusal notFound for who does not speak for the body.
 */
export async function bulkPage(actor: Person, bodyId: string, { cases, mediator }: Asked, now = new Date()): Promise<BulkPage> {
  const body = await bodyOf(actor, bodyId)
  const only = { ...actor, posts: actor.posts.filter((post) => post.bodyId === bodyId && post.role !== 'mediator') }
  const [work, mediators] = await Promise.all([readWork(only, dayIn(now), now), mediatorsOf([bodyId], now)])
  const waiting = work.filter((row) => row.leg?.bodyId === bodyId && assigning(row))
  const chosen = waiting.filter(({ id }) => cases.includes(id)).slice(0, atOnce)
  const named = mediators.find(({ id }) => id === mediator)
  const deputy = named?.away ? await deputyOf(named, mediators, dayIn(now)) : null
  const one = deputy?.mediator ?? named
  const asked = chosen.length > 0 && (one !== undefined || mediator === bySuggestion)
  const ids = chosen.map(({ id }) => id)
  const [rows, versions] = asked
    ? await Promise.all([
        standings(reading, { accountIds: one ? [one.id] : mediators.map(({ id }) => id) }, ids),
        db.dispute.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } }),
      ])
    : [[], []]
  const stands = (disputeId: string, mediatorId: string) => rows.find((row) => row.disputeId === disputeId && row.mediatorId === mediatorId)
  // One mediator takes them one after another: the cap counts what this very batch adds.
  let had = 0
  const byName = (id: string) => {
    const answer = answerFor(id, { ...one!, load: one!.load + had }, stands(id, one!.id))
    if (answer.mediatorId) had += 1
    return deputy?.mediator ? { ...answer, words: `${deputy.says}；${answer.words}` } : answer
  }
  const answers = !asked ? [] : one ? ids.map(byName) : suggestions(chosen, mediators, stands)
  const shown = waiting.map((row): PreviewRow => {
    const answer = answers[ids.indexOf(row.id)]
    const seen = versions.find(({ id }) => id === row.id)?.version
    return {
      id: row.id,
      title: row.title,
      href: `/disputes/${row.id}`,
      meta: [placeWord(row.place), typeLabel(row.typeCode, row.subtypeCode)].join('，'),
      chosen: ids.includes(row.id),
      tone: answer?.tone ?? null,
      words: answer?.words ?? '',
      links: answer?.links ?? [],
      give: answer?.mediatorId && seen !== undefined ? { seen, mediatorId: answer.mediatorId, key: newId() } : null,
    }
  })
  return {
    body: { ...body, href: `/bodies/${body.id}` },
    mediators: [
      { value: bySuggestion, label: '按建议指派（没有利害关系、会说当事人的话、手上最少的）' },
      ...mediators.map((each) => ({
        value: each.id,
        label: [each.name, loadWords(each), each.languages, each.away ? '请假中' : ''].filter(Boolean).join('，'),
      })),
    ],
    mediator: named?.id ?? bySuggestion,
    rows: asked ? shown.filter((row) => row.chosen) : shown,
    good: shown.filter(({ give }) => give).length,
    asked,
  }
}

export type Given = { id: string; seen: number; mediatorId: string; key: string }
export type GivenAnswer = { id: string; title: string; href: string; done: boolean; words: string }

/**
 * Gives them out, each in its own transaction over its own version, whatever becomes of the others; an answer for each. What the page
 * proposed is worth nothing here: every one is held against its dispute again. Throws Refusal notFound for who does not speak for the body.
 */
export async function assignMany(actor: Person, bodyId: string, gifts: readonly Given[], now = new Date()): Promise<GivenAnswer[]> {
  await bodyOf(actor, bodyId)
  const wanted = gifts.filter(({ id, key }) => isId(id) && isId(key)).slice(0, atOnce)
  const answers: GivenAnswer[] = []
  for (const { id, seen, mediatorId, key } of wanted) {
    const leg = await db.leg.findFirst({
      where: { disputeId: id, bodyId, endedAt: null },
      select: { dispute: { select: { title: true } } },
    })
    const base = { id, title: leg?.dispute.title ?? '这一件', href: leg ? `/disputes/${id}` : '' }
    try {
      if (!leg) throw new Refusal('notFound')
      await assign({ actor, disputeId: id, seen, key, now }, { mediatorIds: [mediatorId] })
      answers.push({ ...base, done: true, words: '已指派' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      answers.push({ ...base, done: false, words: Object.values(error.fields)[0] ?? error.message })
    }
  }
  return answers
}
