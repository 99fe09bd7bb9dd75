import { expect, test } from 'vitest'
import type { Person, Post } from '#app/domain/actor'
import { mayReadDuty, maySet, settingRules, type Place, type SettingAct } from '#app/domain/settings/permissions'

const who = (...posts: Partial<Post>[]): Person => ({
  kind: 'account',
  accountId: '某人',
  name: '某人',
  posts: posts.map((post) => ({ role: 'grid', areaId: null, bodyId: null, title: '', ...post })),
})

const places: Record<string, Place> = {
  本区: { id: '区', level: 'district', path: '/区/' },
  束河: { id: '束河', level: 'township', path: '/区/束河/' },
  龙泉: { id: '龙泉', level: 'village', path: '/区/束河/龙泉/' },
  龙泉一格: { id: '一格', level: 'grid', path: '/区/束河/龙泉/一格/' },
  大研: { id: '大研', level: 'township', path: '/区/大研/' },
  大研村: { id: '大研村', level: 'village', path: '/区/大研/大研村/' },
}

const cast: Record<string, Person> = {
  区管理员: who({ role: 'admin', areaId: '区' }),
  束河管理员: who({ role: 'admin', areaId: '束河' }),
  束河分流岗: who({ role: 'triage', areaId: '束河' }),
  区分流岗: who({ role: 'triage', areaId: '区' }),
  区值班: who({ role: 'duty', areaId: '区' }),
  区司法局: who({ role: 'bureau', areaId: '区' }),
  束河挂包领导: who({ role: 'leader', areaId: '束河' }),
  龙泉网格员: who({ role: 'grid', areaId: '龙泉' }),
  调解员: who({ role: 'mediator', bodyId: '马锅头' }),
}

const words: Record<SettingAct, string> = {
  body: '组织',
  rename: '改名',
  merge: '合并',
  addUnder: '下设',
  period: '期限',
  jobs: '后台任务',
  messages: '短信',
  writeDuty: '排班',
}

test('who sets what where; who sets nothing is left out', () => {
  const table = Object.entries(cast).flatMap(([name, actor]) => {
    const may = Object.entries(places).flatMap(([at, place]) => {
      const acts = (Object.keys(settingRules) as SettingAct[]).filter((act) => maySet(actor, act, place))
      return acts.length ? [`${at} ${acts.map((act) => words[act]).join('、')}`] : []
    })
    return may.length ? [[name, ...may]] : []
  })
  expect(table).toEqual([
    [
      '区管理员',
      '本区 组织、期限、后台任务、短信、排班',
      '束河 组织、改名、下设、排班',
      '龙泉 组织、改名、合并、下设',
      '龙泉一格 组织、改名、合并',
      '大研 组织、改名、下设、排班',
      '大研村 组织、改名、合并、下设',
    ],
    ['束河管理员', '束河 组织、下设、排班', '龙泉 组织、改名、合并、下设', '龙泉一格 组织、改名、合并'],
    ['束河分流岗', '束河 排班'],
    ['区分流岗', '本区 排班'],
  ])
})

test('a roster is read by who has a post there, below or above', () => {
  const paths: Record<string, string[]> = {
    束河管理员: ['/区/束河/'],
    束河分流岗: ['/区/束河/'],
    束河挂包领导: ['/区/束河/'],
    龙泉网格员: ['/区/束河/龙泉/'],
    调解员: ['/区/束河/'],
  }
  const reads = (at: Place) => Object.keys(cast).filter((name) => mayReadDuty(cast[name]!, at, paths[name] ?? ['/区/']))
  expect(reads(places.束河!)).toEqual(Object.keys(cast))
  expect(reads(places.大研!)).toEqual(['区管理员', '区分流岗', '区值班', '区司法局'])
  expect(reads(places.本区!)).toEqual(Object.keys(cast))
})
