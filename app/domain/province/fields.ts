import { z } from 'zod'
import { choice, choicesOf, group, select, type FormField } from '../forms/field-data'
import { oneOf, several } from '../forms/form-words'
import { difficulties } from '../words/agreements'
import { conversions, deaths, migrantWorkers, natures, specialGroups } from '../words/province'
import { isCode, labelOf, type Words } from '../words/words'

/** The columns that somebody has to say, with their lists; `special` may be several or none. */
export const askedColumns = {
  difficulty: { label: '案件难度级别', words: difficulties },
  death: { label: '有无死亡', words: deaths },
  nature: { label: '案件属性', words: natures },
  migrant: { label: '涉及农民工', words: migrantWorkers },
  conversion: { label: '纠纷转化情况', words: conversions },
} as const satisfies Record<string, { label: string; words: Words }>

type AskedColumn = keyof typeof askedColumns
const columns = Object.keys(askedColumns) as AskedColumn[]

/** As it lies in `Dispute.provinceFields`. `award` is the bureau's (以奖代补评定). */
export type ProvinceFields = Partial<Record<AskedColumn, string>> & { special?: string[]; award?: string }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

/** Reads the column of the database; what is no longer a code stays as it is, and is shown as it is. */
export function provinceFieldsOf(json: unknown): ProvinceFields {
  const from = json && typeof json === 'object' ? (json as Record<string, unknown>) : {}
  const said = columns.flatMap((name) => {
    const value = text(from[name])
    return value ? [[name, value] as const] : []
  })
  const award = text(from['award'])
  const special = from['special']
  return {
    ...Object.fromEntries(said),
    ...(Array.isArray(special) && { special: special.filter((one): one is string => typeof one === 'string') }),
    ...(award && { award }),
  }
}

/** Which columns nobody has answered yet. */
export const missingColumns = (fields: ProvinceFields): string[] => [
  ...columns.filter((name) => !fields[name]).map((name) => askedColumns[name].label),
  ...(fields.special ? [] : ['涉及特殊群体']),
]

/** A column in words, '' where nobody has said it. */
export const provinceWord = (fields: ProvinceFields, name: AskedColumn): string =>
  fields[name] ? labelOf(askedColumns[name].words, fields[name]) : ''
export const specialWord = ({ special }: ProvinceFields): string =>
  special ? special.map((code) => labelOf(specialGroups, code)).join('、') || '不涉及' : ''

export type Guessed = {
  typeCode: string
  amountFen: number | null
  heads: number
  minor: boolean
  entrusted: boolean
  bodyKind: string | null
  signs: readonly string[]
}

/** 50万元, ten people: 重大; 1万元 and two sides: 简易. A proposal in the form, 本区设定; whoever fills it in decides. */
const [majorFen, simpleFen, manyHeads] = [50_000_000, 1_000_000, 10]
const trades = ['industryCommittee', 'jointCommittee']

/** What the case itself suggests, so that a mediator only has to look. Nothing of it is kept before somebody sends the form. */
export function guessedFields({ typeCode, amountFen, heads, minor, entrusted, bodyKind, signs }: Guessed): ProvinceFields {
  const major = (amountFen ?? 0) >= majorFen || heads >= manyHeads
  const simple = amountFen !== null && amountFen <= simpleFen && heads <= 2
  return {
    difficulty: major ? 'major' : simple ? 'simple' : 'ordinary',
    death: 'no',
    nature: heads >= manyHeads ? 'group' : bodyKind && trades.includes(bodyKind) ? 'trade' : entrusted ? 'entrusted' : 'folk',
    migrant: typeCode === '10' ? 'wages' : 'no',
    conversion: signs.includes('selfHarm')
      ? 'keptFromSelfHarm'
      : signs.some((sign) => sign === 'weapon' || sign === 'threat')
        ? 'keptFromCrime'
        : 'none',
    ...(minor && { special: ['minor'] }),
  }
}

const optional = <W extends Words>(words: W) => oneOf(words, '没有这一项，请重新选').optional()

/** The part of a form that asks them; `said` says that the question about groups was on the page, so that no tick means none. */
export const provinceShape = {
  difficulty: optional(difficulties),
  death: optional(deaths),
  nature: optional(natures),
  migrant: optional(migrantWorkers),
  conversion: optional(conversions),
  special: several(20),
  said: z.string().optional(),
}
export type TypedProvince = z.output<z.ZodObject<typeof provinceShape>>

/** What the form says, as it is kept; null where the form did not ask. */
export function typedFields({ said, special, ...rest }: TypedProvince): ProvinceFields | null {
  if (!said) return null
  const chosen = Object.fromEntries(columns.flatMap((name) => (rest[name] ? [[name, rest[name]]] : [])))
  return { ...chosen, special: special.filter((code) => isCode(specialGroups, code)) }
}

/** The questions, each beginning with what was said, or with what the case suggests. */
export function provinceFormFields(kept: ProvinceFields, guessed: ProvinceFields, label = '省系统要填的'): FormField {
  const first = { ...guessed, ...kept }
  const one = (name: AskedColumn) =>
    select(name, askedColumns[name].label, choicesOf(askedColumns[name].words), { value: first[name] ?? '', none: '以后再填' })
  return group(
    label,
    [
      { kind: 'row', fields: [one('difficulty'), one('nature')] },
      { kind: 'row', fields: [one('migrant'), one('death')] },
      one('conversion'),
      choice('special', '涉及特殊群体', choicesOf(specialGroups), { many: true, value: first.special ?? [], later: '没有就都不选' }),
      { kind: 'hidden', name: 'said', value: '1' },
    ],
    '已按案情先选好，不对的改一下；以后录省系统不用再填',
  )
}
