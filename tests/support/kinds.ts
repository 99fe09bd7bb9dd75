/** What type a reported case has, by the exact words of its `kind`; a kind that is not here is 99 (其他纠纷). */
const kinds: Readonly<Record<string, { type: string; subtype: string | null }>> = {
  相邻道路占用: { type: '02', subtype: '0202' },
  '欠薪(群体)': { type: '10', subtype: '1001' },
  '山林权属(跨县)': { type: '07', subtype: '0702' },
  旅游住宿合同: { type: '11', subtype: '1101' },
  赡养: { type: '01', subtype: '0101' },
  '民间借贷(法院委派)': { type: '04', subtype: '0402' },
  '物业(管道返水)': { type: '15', subtype: '1502' },
  '交通事故(财产损害)': { type: '14', subtype: '1402' },
  '坟山(宗族群体)': { type: '07', subtype: '0704' },
  '买卖(牲畜)·双语调解': { type: '04', subtype: '0403' },
  医疗损害: { type: '13', subtype: '1301' },
  '劳务伤残(多户雇主·调—诉—再调)': { type: '06', subtype: '0602' },
}

/** The type of a case by its `kind`. */
export const typeOfKind = (kind: string): { type: string; subtype: string | null } =>
  (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? { type: '99', subtype: null }

export const knownKinds = Object.keys(kinds)
