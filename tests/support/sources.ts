/** 案件来源 of a reported case, by the exact words of its `source`; unknown words are 依申请调解, and are kept as text. */
const sources: Readonly<Record<string, { source: string; channel: string }>> = {
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
export const sourceOfText = (text: string): { source: string; channel: string | null } =>
  (Object.hasOwn(sources, text) ? sources[text] : undefined) ?? { source: 'applied', channel: null }
