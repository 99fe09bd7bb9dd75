/** A browser without pictures or scripts: cookies, pages, and forms sent as they stand with some fields filled in. */

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
const plain = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** Every field of a form with what it would send untouched. */
function fieldsOf(form: string): [string, string][] {
  const found: [string, string][] = []
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    const off = (type === 'radio' || type === 'checkbox') && !/\schecked(=|\s|>|\/)/.test(tag)
    if (name && !off && type !== 'file' && type !== 'submit')
      found.push([plain(name), plain(attribute(tag, 'value') ?? (type === 'checkbox' || type === 'radio' ? 'on' : ''))])
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const options = [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
    const chosen = options.find((option) => /\sselected(=|\s|$)/.test(option)) ?? options[0]
    const name = attribute(` ${tag}`, 'name')
    if (name && chosen !== undefined) found.push([plain(name), plain(attribute(` ${chosen}`, 'value') ?? '')])
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(` ${tag}`, 'name')
    if (name) found.push([plain(name), plain(inside)])
  }
  return found
}

export type Page = { status: number; path: string; html: string }

export class Browser {
  private cookies = new Map<string, string>()
  constructor(private readonly origin: string) {}

  private async ask(path: string, init: RequestInit = {}): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(this.origin + path, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie, origin: this.origin },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    const html = await response.text()
    const to = response.headers.get('location')
    if (to && response.status >= 300 && response.status < 400)
      return this.open(new URL(to, this.origin + path).pathname + new URL(to, this.origin + path).search)
    return { status: response.status, path, html }
  }

  /** Opens a page; throws when it is not one that was asked for. */
  async open(path: string): Promise<Page> {
    const page = await this.ask(path)
    if (page.status !== 200) throw new Error(`${path}: ${page.status}`)
    return page
  }

  /**
   * Sends the form of a page that has the field `having`, with `values` in place of what stands there, and follows to the next page.
   * Throws when the form comes back.
   */
  async send(page: Page, having: string, values: Record<string, string | string[]>): Promise<Page> {
    const forms = [...page.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    const form = forms.find(([, , inside = '']) => inside.includes(`name="${having}"`))
    if (!form) throw new Error(`${page.path} has no form with ${having}`)
    const body = new URLSearchParams(fieldsOf(form[2] ?? '').filter(([name]) => !(name in values)))
    for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) body.append(name, one)
    const action = attribute(` ${form[1] ?? ''}`, 'action') ?? page.path
    const answer = await this.ask(plain(action), { method: 'POST', body })
    if (answer.status !== 200)
      throw new Error(`${action}: ${answer.status} ${/role="alert"[\s\S]{0,300}/.exec(answer.html)?.[0] ?? answer.html.slice(0, 200)}`)
    return answer
  }
}
