import type { Person } from '../actor'
import { missingColumns, askedColumns, provinceWord, specialWord, type ProvinceFields } from './fields'
import { provinceOf } from './fields.server'

/** 省系统要填的, on the papers of a dispute: what is said, what is missing, and where it is filled in. */
export type ProvincePanel = { rows: { label: string; value: string }[]; missing: string; href: string | null; code: string }

const said = (fields: ProvinceFields) => [
  ...(Object.keys(askedColumns) as (keyof typeof askedColumns)[]).map((name) => ({
    label: askedColumns[name].label,
    value: provinceWord(fields, name),
  })),
  { label: '涉及特殊群体', value: specialWord(fields) },
  { label: '以奖代补评定', value: fields.award ?? '' },
]

export async function provincePanel(actor: Person, disputeId: string, now = new Date()): Promise<ProvincePanel> {
  const { code, fields, may } = await provinceOf(actor, disputeId, now)
  return {
    rows: [{ label: '省系统编码', value: code ?? '还没有录' }, ...said(fields).filter(({ value }) => value !== '')],
    missing: missingColumns(fields).join('、'),
    href: may ? `/disputes/${disputeId}/province` : null,
    code: code ?? '',
  }
}
