import { expect, test } from 'vitest'
import type { LoggedType } from '#machines/dispute.events'
import { eventLabels } from '#machines/dispute.labels'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import type { Desk } from '#machines/state'
import { deskOf } from '#machines/step'
import { clock, type Actor, type Post } from '#app/domain/actor'
import { mayDo, rules, type Handling } from '#app/domain/dispute/permissions'

const [district, township, otherTownship, room, otherBody, otherRoom] = ['区', '束河', '大研', '马锅头', '法院', '彭仁杰']

const who = (accountId: string, ...posts: Partial<Post>[]): Actor => ({
  kind: 'account',
  accountId,
  name: accountId,
  posts: posts.map((post) => ({ role: 'grid', areaId: null, bodyId: null, title: '', ...post })),
})
const of = (more: Partial<Handling> = {}): Handling => ({
  desk: 'triage',
  level: 'township',
  townshipId: township,
  districtId: district,
  registeredById: '登记人',
  keeperId: null,
  leg: null,
  askedBodyIds: [],
  ...more,
})
const leg = (mediatorIds: string[] = ['承办'], bodyId = room, staffed = true) => ({
  bodyId,
  channel: 'people',
  mediatorIds,
  staffed,
})

const cast: Record<string, Actor> = {
  登记的网格员: who('登记人', { role: 'grid', areaId: '龙泉' }),
  别的网格员: who('别人', { role: 'grid', areaId: '龙泉' }),
  本街道分流岗: who('分流', { role: 'triage', areaId: township }),
  外街道分流岗: who('外分流', { role: 'triage', areaId: otherTownship }),
  区分流岗: who('区分流', { role: 'triage', areaId: district }),
  本组织负责人: who('负责', { role: 'head', bodyId: room }),
  别的组织负责人: who('别负责', { role: 'head', bodyId: otherRoom }),
  承办调解员: who('承办', { role: 'mediator', bodyId: room }),
  同室别的调解员: who('同室', { role: 'mediator', bodyId: room }),
  法院联络: who('法院', { role: 'court', bodyId: otherBody }),
  值班: who('值班', { role: 'duty', areaId: district }),
  区司法局: who('局', { role: 'bureau', areaId: district }),
  挂包领导: who('领导', { role: 'leader', areaId: township }),
  管理员: who('管', { role: 'admin', areaId: district }),
  时钟: clock,
}

const types = Object.keys(rules) as LoggedType[]

/** Who may do what on a dispute so handled; who may do nothing is left out. */
const table = (handling: Handling) =>
  Object.entries(cast).flatMap(([name, actor]) => {
    const may = types.filter((type) => type !== 'register' && mayDo(actor, type, handling)).map((type) => eventLabels[type])
    return may.length ? [`${name}：${may.join(' ')}`] : []
  })

test('on the township’s triage desk', () => {
  expect(table(of())).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 催办 并案 拆回 并入登记 红色警报",
      "区分流岗：协办 拆回 并入登记",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('on the district’s triage desk', () => {
  expect(table(of({ level: 'district' }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：协办 拆回 并入登记",
      "区分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 催办 并案 拆回 并入登记 红色警报",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('offered to a room, and waiting there for a mediator', () => {
  expect(table(of({ desk: 'receiver', leg: leg([]) }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 不回访办结 归档 更正 协办 补充情况 回告 催办 并案 拆回 并入登记",
      "区分流岗：协办 拆回 并入登记",
      "本组织负责人：受理 退回 指派 调解 延期 申请更换调解员 中止 恢复 达成协议 部分达成协议 调解不成 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 约定调解 申报利害关系 红色警报",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('offered to a body for which nobody has an account: triage writes it down for it', () => {
  expect(table(of({ desk: 'receiver', leg: leg([], '外单位', false) }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 受理 退回 指派 调解 申请更换调解员 变更协议 签字盖章 再谈 办理结果 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 催办 约定调解 并案 拆回 并入登记 红色警报",
      "区分流岗：协办 拆回 并入登记",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('in mediation', () => {
  expect(table(of({ desk: 'mediator', leg: leg(), keeperId: '承办' }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 效力争议 归档 协办 补充情况 回告 催办 并案 拆回 并入登记",
      "区分流岗：协办 拆回 并入登记",
      "本组织负责人：受理 退回 指派 调解 延期 申请更换调解员 中止 恢复 达成协议 部分达成协议 调解不成 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 约定调解 申报利害关系 红色警报",
      "承办调解员：调解 延期 申请更换调解员 中止 恢复 达成协议 部分达成协议 调解不成 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 约定调解 申报利害关系 红色警报",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('being performed, kept by the mediator', () => {
  expect(table(of({ desk: 'keeper', leg: leg(), keeperId: '承办' }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 效力争议 归档 协办 补充情况 回告 催办 并案 拆回 并入登记",
      "区分流岗：协办 拆回 并入登记",
      "本组织负责人：受理 退回 指派 调解 延期 申请更换调解员 中止 恢复 达成协议 部分达成协议 调解不成 变更协议 签字盖章 再谈 司法确认 不履行 效力争议 回访 归档 更正 补充情况 当事人变更 回告 约定调解 申报利害关系",
      "承办调解员：调解 延期 申请更换调解员 中止 恢复 达成协议 部分达成协议 调解不成 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 约定调解 申报利害关系 红色警报",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('settled on the spot, kept by who settled it', () => {
  expect(table(of({ desk: 'keeper', keeperId: '登记人' }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 效力争议 归档 协办 补充情况 回告 催办 并案 拆回 并入登记",
      "区分流岗：协办 拆回 并入登记",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('kept by nobody: the triage post keeps it', () => {
  expect(table(of({ desk: 'keeper' }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 催办 并案 拆回 并入登记 红色警报",
      "区分流岗：协办 拆回 并入登记",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('before the court', () => {
  expect(table(of({ desk: 'court', leg: leg([], otherBody) }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 不回访办结 归档 更正 协办 补充情况 回告 催办 并案 拆回 并入登记",
      "区分流岗：协办 拆回 并入登记",
      "法院联络：受理 退回 指派 调解 申请更换调解员 办理结果 司法确认 登记履行 办结 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 约定调解 红色警报",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('mediated by a room while the court is asked to help', () => {
  expect(table(of({ desk: 'mediator', leg: leg(), keeperId: '承办', askedBodyIds: [otherBody] }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 效力争议 归档 协办 补充情况 回告 催办 并案 拆回 并入登记",
      "区分流岗：协办 拆回 并入登记",
      "本组织负责人：受理 退回 指派 调解 延期 申请更换调解员 中止 恢复 达成协议 部分达成协议 调解不成 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 约定调解 申报利害关系 红色警报",
      "承办调解员：调解 延期 申请更换调解员 中止 恢复 达成协议 部分达成协议 调解不成 变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 约定调解 申报利害关系 红色警报",
      "法院联络：司法确认 协办 补充情况 别处的程序 请补充事实",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('closed', () => {
  expect(table(of({ desk: 'none', keeperId: '承办' }))).toMatchInlineSnapshot(`
    [
      "登记的网格员：现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 红色警报",
      "本街道分流岗：分流 收回 不予受理 转出 上报区级 下交 重启 移交办理人 仍按协议履行 请补充 登记履行 效力争议 办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 催办 并案 拆回 并入登记 红色警报",
      "区分流岗：协办 拆回 并入登记",
      "承办调解员：变更协议 签字盖章 再谈 司法确认 登记履行 不履行 效力争议 回访 办结 不回访办结 归档 现场化解 前情 名册 关联纠纷 撤回申请 更正 风险等级 协办 补充情况 当事人变更 别处的程序 危险处置 请补充事实 回告 红色警报",
      "法院联络：司法确认",
      "值班：风险等级 协办 补充情况 别处的程序 危险处置 催办 红色警报",
      "区司法局：补充情况",
      "挂包领导：补充情况",
      "时钟：调解不成 风险等级 红色警报 期限届满",
    ]
  `)
})

test('who only watches does nothing, wherever it lies; bureau and leader may add what they know (U27), and take an alarm they were called to', () => {
  const desks: Desk[] = ['triage', 'receiver', 'mediator', 'keeper', 'court', 'organ', 'none']
  const adds: readonly string[] = ['区司法局', '挂包领导']
  for (const name of ['外街道分流岗', '别的组织负责人', '区司法局', '挂包领导', '管理员'] as const)
    for (const desk of desks)
      for (const type of types.filter((one) => one !== 'register' && one !== 'confirmation' && !(one === 'note' && adds.includes(name))))
        expect(
          mayDo(cast[name]!, type, of({ desk, leg: desk === 'triage' || desk === 'none' ? null : leg() })),
          `${name} ${type} ${desk}`,
        ).toBe(false)
})

test('a lapse is the clock’s alone, and the clock does nothing else but end what the law ends, count the danger and ring', () => {
  for (const [name, actor] of Object.entries(cast)) expect(mayDo(actor, 'lapse', of()), name).toBe(name === '时钟')
  expect(types.filter((type) => mayDo(clock, type, of({ desk: 'mediator', leg: leg() })))).toEqual(['fail', 'risk', 'alarm', 'lapse'])
})

test('wherever a dispute lies, somebody may do something that moves it', () => {
  const moving = {
    triage: 'offer',
    receiver: 'receive',
    mediator: 'agree',
    keeper: 'closeUnvisited',
    court: 'outcome',
    organ: 'outcome',
    none: 'reopen',
  } as const
  const legs: Partial<Record<Desk, Handling['leg']>> = {
    receiver: leg([]),
    mediator: leg(),
    keeper: leg(),
    court: leg([], otherBody),
    organ: leg([], otherBody),
  }
  for (const status of Object.keys(disputeMachine.states) as DisputeStatus[]) {
    const desk = deskOf(disputeMachine, status)
    const handling = of({ desk, leg: legs[desk] ?? null })
    expect(
      Object.values(cast).some((actor) => mayDo(actor, moving[desk], handling)),
      status,
    ).toBe(true)
  }
})
