/**
 * What a text message says, by its code, until the district writes another version (message_template). A message never says that it
 * is a dispute, of what kind, or with whom (U35): others read over one's shoulder. `places`: what may stand in braces, each with what
 * stands there when nothing else is known (and in the preview).
 */
export const templates = {
  news: {
    label: '给当事人：有新的进展',
    text: '您托办的事有新的进展。请凭回执上的编号和查询码上网查看{phone}。本短信不收费、不用回复。',
    places: { phone: { label: '调解组织自己的电话', sample: '，或者打 0888-5100000 问', none: '' } },
  },
  alarm: {
    label: '给值班：紧急事项',
    text: '有一件紧急事项等您签收，请马上登录一站解纷查看。{minutes}分钟没有签收会报给上一级。',
    places: { minutes: { label: '多少分钟', sample: '10', none: '10' } },
  },
  drill: { label: '给值班：演练', text: '【演练】请马上登录一站解纷签收，这是演练，不涉及真实的事。', places: {} },
  due: { label: '给经办人：期限', text: '您有一件事项快到期或已到期，请登录一站解纷“我的待办”查看。', places: {} },
  report: { label: '给报告人：还没有登记报告', text: '有一件事项要您向有关部门报告并登记回执，请登录一站解纷办理。', places: {} },
  order: { label: '给被督办单位', text: '您单位收到一份督办单，请登录一站解纷签收、按期回复。', places: {} },
} as const satisfies Record<string, Template>

export type Place = { label: string; sample: string; none: string }
export type Template = { label: string; text: string; places: Readonly<Record<string, Place>> }
export type TemplateCode = keyof typeof templates

export const isTemplate = (code: string): code is TemplateCode => Object.hasOwn(templates, code)
export const templateOf = (code: TemplateCode): Template => templates[code]
export const templateCodes = Object.keys(templates) as TemplateCode[]

/** What stands in braces, in its order. */
export const placesIn = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '')

/** The text with its places filled; what is not given is what stands there when nothing is known. */
export const fill = (code: TemplateCode, text: string, given: Readonly<Record<string, string>>): string =>
  text.replace(/\{([^{}]*)\}/g, (whole, name: string) => given[name] ?? templateOf(code).places[name]?.none ?? whole)

/** A text with sample values in its places. */
export const sampleOf = (code: TemplateCode, text: string): string =>
  text.replace(/\{([^{}]*)\}/g, (whole, name: string) => templateOf(code).places[name]?.sample ?? whole)

/** Of how many parts a message is sent and paid: seventy characters, or 67 each where it takes several. */
export const partsOf = (text: string): number => (text.length <= 70 ? 1 : Math.ceil(text.length / 67))
