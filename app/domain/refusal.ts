/** Every no has a word: the status it answers with and what the person is told. */
const refusals = {
  invalid: { status: 400, text: '有几处没有填对，请看红字' },
  forbidden: { status: 403, text: '这一步不由您办理' },
  notFound: { status: 404, text: '没有这件纠纷，或者您不能查看' },
  stale: { status: 409, text: '您打开页面以后，这件纠纷又有了新的办理。请核对最新情况后再办' },
  notNow: { status: 409, text: '现在不能办这一步' },
  unwilling: { status: 409, text: '有一方不愿意调解，不能受理（人民调解法第17条）。可以退回，由分流岗告知其他途径' },
  tooMany: { status: 429, text: '试的次数太多了，请稍后再试' },
} as const satisfies Record<string, { status: number; text: string }>

export type RefusalCode = keyof typeof refusals

/** The only thing that the domain throws on purpose. `fields` names what stands wrong beside which field. */
export class Refusal extends Error {
  readonly status: number
  constructor(
    readonly code: RefusalCode,
    text?: string,
    readonly fields: Record<string, string> = {},
  ) {
    super(text ?? refusals[code].text)
    this.status = refusals[code].status
  }
}

/** One field is wrong: the sentence stands beside it. */
export const wrong = (field: string, text: string): Refusal => new Refusal('invalid', undefined, { [field]: text })
