import { Refusal } from '#app/domain/refusal'
import { codeTemplate } from '#app/domain/province/import.server'
import { rollTemplate } from '#app/domain/roll/table/files.server'
import { rosterTemplate } from '#app/domain/roster/import.server'
import { bodyTemplate } from '#app/domain/settings/table/files.server'
import { pageLoader } from '#app/http/handlers.server'
import { tableFile } from '#app/http/table-file.server'

const templates = {
  roster: { name: '名册模板.xlsx', write: rosterTemplate },
  province: { name: '省系统编码模板.xlsx', write: codeTemplate },
  register: { name: '名册（调解员）模板.xlsx', write: rollTemplate },
  bodies: { name: '调解组织模板.xlsx', write: bodyTemplate },
} as const

const isTemplate = (name: string | undefined): name is keyof typeof templates => name !== undefined && Object.hasOwn(templates, name)

/** An empty table with the headings that are read, for who may send it in. */
export const loader = pageLoader(async ({ actor, params }) => {
  if (!isTemplate(params.table)) throw new Refusal('notFound', '没有这个模板')
  const { name, write } = templates[params.table]
  return tableFile(await write(actor), name)
})
