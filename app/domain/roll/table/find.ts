import { identityHash, phoneHash } from '../../privacy/hash.server'
import { maskIdentityNumber, maskPhone } from '../../privacy/masking'
import { isPhone, normalisePhone } from '../../privacy/phone'
import { cellOf, type Cells } from '../../table/cells'
import type { PersonAt, StaffedBody } from './world.server'

export const nameKey = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

const kept = <K, V>(map: Map<K, V[]>, key: K | null, value: V) => {
  if (key !== null) map.set(key, [...(map.get(key) ?? []), value])
}

/** Whom a row means: by a number, else by name, year of birth and body (or place); never by a guess. */
export class Finder {
  private readonly people = new Map<string, PersonAt>()
  private readonly byPhone = new Map<string, string[]>()
  private readonly byNumber = new Map<string, string[]>()
  private readonly byName = new Map<string, string[]>()

  constructor(people: readonly PersonAt[]) {
    for (const one of people) this.keep(one)
  }

  /** From now on somebody is so. */
  keep(person: PersonAt) {
    const { id, phoneHash: phone, idHash, record } = person
    if (!this.of(this.byPhone, phone).some((one) => one.id === id)) kept(this.byPhone, phone, id)
    if (!this.of(this.byNumber, idHash).some((one) => one.id === id)) kept(this.byNumber, idHash, id)
    const name = nameKey(record.name)
    if (!this.of(this.byName, name).some((one) => one.id === id)) kept(this.byName, name, id)
    this.people.set(id, person)
  }

  private of(map: Map<string, string[]>, key: string | null): PersonAt[] {
    return key === null ? [] : (map.get(key) ?? []).flatMap((id) => this.people.get(id) ?? [])
  }

  namesakes = (id: string, name: string): boolean => this.of(this.byName, nameKey(name)).some((one) => one.id !== id && one.mine)

  /** Null: nobody, it is somebody new. */
  find(cells: Cells, body: StaffedBody | null): PersonAt | null | { problem: string } {
    const [name, phone, number] = [nameKey(cellOf(cells, '姓名')), cellOf(cells, '手机号'), cellOf(cells, '身份证号')]
    const isNamed = ({ record }: PersonAt) => nameKey(record.name) === name
    const phoned =
      phone && isPhone(phone) ? this.of(this.byPhone, phoneHash(phone)).filter((one) => one.phoneHash === phoneHash(phone)) : []
    const numbered = number && !number.includes('*') ? this.of(this.byNumber, identityHash(number)) : []
    const [first, second] = numbered
    if (second) return { problem: '名册里有几个人是这个身份证号，分不清是哪一个，请先到他们的页面核对' }
    if (first) {
      const strangers = phoned.length && !phoned.includes(first) && !phoned.some(isNamed)
      return strangers ? { problem: '身份证号是名册里一个人的，手机号是另一个人的，请核对' } : first
    }
    const own = phoned.filter(isNamed)
    if (own.length > 1) return { problem: '名册里有几个同名的人是这个手机号，分不清是哪一个，请写身份证号' }
    const [hit] = own
    if (hit && number && !number.includes('*') && hit.idHash) return { problem: '手机号和姓名是名册里的一个人，身份证号和他的不同，请核对' }
    if (hit) return hit
    if (phoned.length && !number) return { problem: '这个手机号是名册里另一个人的，请核对姓名；真是两个人共用的，请写身份证号' }
    return this.byNameIn(cells, name, body)
  }

  private byNameIn(cells: Cells, name: string, body: StaffedBody | null): PersonAt | null | { problem: string } {
    const [phone, number, year] = [cellOf(cells, '手机号'), cellOf(cells, '身份证号'), cellOf(cells, '出生年份').replace(/年$/, '')]
    const wholeNumber = number !== '' && !number.includes('*')
    const sameYear = ({ record }: PersonAt) => !year || record.birthYear === null || String(record.birthYear) === year
    const all = this.of(this.byName, name).filter((one) => one.mine && sameYear(one) && !(wholeNumber && one.idHash))
    const own = body ? all.filter(({ held }) => held.some(({ bodyId }) => bodyId === body.id)) : all
    // What an export masked tells enough to give somebody an office in one more body.
    const there = own.length || !(phone.includes('*') || number.includes('*')) ? own : all
    const masked = (text: string, own: string) => !text.includes('*') || text === own
    const alike = there.filter(
      ({ record }) => masked(phone, maskPhone(record.phone ?? '')) && masked(number, maskIdentityNumber(record.identityNumber ?? '')),
    )
    if (!alike.length && (phone.includes('*') || number.includes('*')))
      return { problem: '带星号的号码和名册里的对不上，认不出是谁；请写完整号码' }
    const [hit, second] = alike
    if (second) return { problem: `名册里叫这个名字的有 ${alike.length} 人，分不清是哪一个，请写手机号、身份证号或者出生年份` }
    if (!hit) return null
    const sure = year !== '' && String(hit.record.birthYear) === year
    const otherPhone = phone !== '' && !phone.includes('*') && hit.record.phone !== null && normalisePhone(phone) !== hit.record.phone
    if (otherPhone && !sure) return { problem: '名册里有同名的人，号码不同，分不清是不是同一个人；请写出生年份或者身份证号' }
    return hit
  }
}
