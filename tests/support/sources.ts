import type { IntakeChannel, Source } from '#app/domain/words/sources'

type From = { source: Source; channel: IntakeChannel }

/** 案件来源 of a reported case, by the exact words of its `source`; unknown words are 依申请调解, and are kept as text. */
const sources: Readonly<Record<string, From>> = {
  群众申请: { source: 'applied', channel: 'visit' },
  '群众申请(到司法所)': { source: 'applied', channel: 'visit' },
  双方共同申请: { source: 'applied', channel: 'visit' },
  '群众来访(综治中心信访窗口)': { source: 'applied', channel: 'centre' },
  '信访转办(市林业局)': { source: 'petitionOffice', channel: 'petition' },
  '法院委派(诉前)': { source: 'court', channel: 'unit' },
  诉至法庭后转调解: { source: 'court', channel: 'unit' },
  '热线转办(县长热线办)': { source: 'otherDepartment', channel: 'hotline' },
  '群体来访(镇政府)': { source: 'ownInitiative', channel: 'visit' },
  '社区组织(来源未明确报道)': { source: 'ownInitiative', channel: 'ownDoor' },
}

/** The source and intake channel of a case by its register act's words. */
export const sourceOfText = (text: string): { source: Source; channel: IntakeChannel | null } =>
  (Object.hasOwn(sources, text) ? sources[text] : undefined) ?? { source: 'applied', channel: null }

export const knownSources = Object.keys(sources)

const byWords: readonly (readonly [RegExp, From])[] = [
  [/法院|法庭|诉前|诉讼/u, { source: 'court', channel: 'unit' }],
  [/检察/u, { source: 'procuratorate', channel: 'unit' }],
  [/派出所|公安|民警|警情|110|交警/u, { source: 'police', channel: 'police110' }],
  [/信访/u, { source: 'petitionOffice', channel: 'petition' }],
  [/12345|热线/u, { source: 'otherDepartment', channel: 'hotline' }],
  [/12315|局转|委转|部门(?:移送|转|委托)|妇联|工会|移交/u, { source: 'otherDepartment', channel: 'unit' }],
  [/综治中心/u, { source: 'applied', channel: 'centre' }],
  [/旅游投诉/u, { source: 'applied', channel: 'tourismComplaint' }],
  [/排查|走访|巡查|网格|发现|主动/u, { source: 'ownInitiative', channel: 'grid' }],
]

/** Who handed it over, by the words of a report; null where they say nothing of it. */
export const sourceByWords = (text: string): From | null => byWords.find(([words]) => words.test(text))?.[1] ?? null
