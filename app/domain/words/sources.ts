import type { Word } from './words'

/**
 * 案件来源 as the yearly tables count them (law.md 6, 8); never shortened. How it came in (登记渠道) is another field.
 * `entrusted`: a unit handed it over and is owed an answer (回告, U3).
 */
export const sources = {
  ownInitiative: { label: '主动调解', entrusted: false },
  applied: { label: '依申请调解', entrusted: false },
  court: { label: '法院委托移送', entrusted: true },
  procuratorate: { label: '检察院委托移送', entrusted: true },
  police: { label: '公安机关委托移送', entrusted: true },
  petitionOffice: { label: '信访部门委托移送', entrusted: true },
  otherDepartment: { label: '其他部门委托移送', entrusted: true },
} as const satisfies Record<string, Word & { entrusted: boolean }>

export type Source = keyof typeof sources

/** How a court entrusts; each has days of its own (law.md 1b). */
export const courtProcedures = {
  prefiling: { label: '诉前委派' },
  ordinary: { label: '诉中委托（普通程序）' },
  summary: { label: '诉中委托（简易程序）' },
} as const satisfies Record<string, Word>

/** 登记渠道: how it came to be written down. */
export const intakeChannels = {
  grid: { label: '网格排查' },
  visit: { label: '窗口来访' },
  phone: { label: '来电' },
  hotline: { label: '12345热线' },
  centre: { label: '综治中心' },
  tourismComplaint: { label: '旅游投诉' },
  police110: { label: '非警务警情' },
  petition: { label: '信访转来' },
  ownDoor: { label: '调解组织自收' },
  unit: { label: '单位移送' },
  online: { label: '网上申请' },
} as const satisfies Record<string, Word>

export type IntakeChannel = keyof typeof intakeChannels

/** Who wrote it down, as the replayed cases say it and as the page asks it. */
export const registrars = {
  grid: { label: '网格员' },
  office: { label: '分流岗' },
  mediator: { label: '调解员' },
  body: { label: '调解组织' },
  court: { label: '法院' },
  police: { label: '公安机关' },
  party: { label: '当事人' },
} as const satisfies Record<string, Word>
