import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { bodyBatch } from '#app/domain/settings/table/batch.server'
import { bodyHeadings } from '#app/domain/settings/table/columns'
import { batchPage } from '#app/domain/table/batch/page.server'
import { importBatch, sendBatch } from '#app/domain/table/batch/send.server'
import { undoBatch } from '#app/domain/table/batch/undo.server'
import { writeTable } from '#app/services/xlsx.server'
import { people } from '../../support/people'

let admin: Person
beforeAll(async () => {
  ;({ admin } = await people())
})

type Line = Partial<Record<string, string>>

const word = fc.constantFrom('雪', '山', '泉', '桥', '=1+1', 'A（b）', '“', ' 旧', "'@")
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((some) => some.join(''))
const kinds = ['村（社区）调委会', '个人（品牌）调解室', '行业调委会', '人民法院', '没有这一类', '']
const known = ['马锅头调解室', '束河街道人民调解委员会', '古城区人民法院', '没有的组织', '']

/** Rows that make something, and rows that change what is there. */
const fresh: fc.Arbitrary<Line> = fc.record(
  {
    名称: words,
    类别: fc.constantFrom('个人（品牌）调解室', '行业性专业性调委会', '人民法院'),
    乡镇街道: fc.constantFrom('束河街道', '古城区'),
    受理类型: fc.constantFrom('', '婚姻家庭纠纷', '继承、分家析产'),
    地点: words,
    所属调委会: fc.constantFrom('', '', '束河街道人民调解委员会'),
    备案日期: fc.constantFrom('', '2026/3/5'),
  },
  { requiredKeys: ['名称', '类别', '乡镇街道'] },
)
const changing: fc.Arbitrary<Line> = fc.record(
  {
    名称: fc.constantFrom('马锅头调解室', '束河街道人民调解委员会', '古城区人民法院'),
    村社区: fc.constant(''),
    会的语言: fc.constantFrom('汉语', '纳西语、白语', '清空'),
    时间: fc.oneof(words, fc.constant('清空')),
    同时办几件: fc.constantFrom('7', '清空'),
    特邀调解组织: fc.constantFrom('是', '否'),
    范围说明: words,
  },
  { requiredKeys: ['名称'] },
)
/** Rows that are wrong in all the ways we could think of. */
const messy: fc.Arbitrary<Line> = fc.record(
  {
    名称: fc.oneof(fc.constantFrom(...known), words),
    类别: fc.constantFrom(...kinds),
    乡镇街道: fc.constantFrom('束河街道', '大研街道', '没有的街道', ''),
    村社区: fc.constantFrom('', '', '龙泉社区', '没有的村'),
    受理类型: fc.constantFrom('', '各类都收', '婚姻家庭纠纷；邻里纠纷', '继承、分家析产', '乱写'),
    会的语言: fc.constantFrom('', '汉语', '纳西语、白语', '天书'),
    地点: fc.oneof(words, fc.constant('清空')),
    电话: fc.constantFrom('', '0888-5123456', '12', '清空'),
    所属调委会: fc.constantFrom('', '束河街道人民调解委员会', '用自己的', '没有的'),
    编号用字: fc.oneof(fc.constant(''), fc.constant('束河'), words),
    同时办几件: fc.constantFrom('', '7', '很多', '清空'),
    特邀调解组织: fc.constantFrom('', '是', '否', '也许'),
    备案日期: fc.constantFrom('', '2026/3/5', '昨天', '清空'),
    最后一天: fc.constantFrom('', '', '2035-01-01', '1999-01-01'),
  },
  { requiredKeys: [] },
)

const line = fc.oneof(fresh, changing, messy)

const whole = async () => ({
  bodies: await db.$queryRaw`select to_jsonb(b) as row from body b order by id`,
  areas: await db.$queryRaw`select to_jsonb(a) as row from area a order by id`,
})

test('a table that is taken in and taken back leaves everything to the letter as it was', async () => {
  const before = await whole()
  let written = 0
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      fc.pre(lines.some((one) => Object.values(one).some((text) => text?.trim())))
      const bytes = await writeTable('组织', bodyHeadings, lines.map((one) => bodyHeadings.map((heading) => one[heading] ?? ''))) // prettier-ignore
      const sheet = await sendBatch(bodyBatch, admin, bytes)
      const { sums } = (await batchPage(bodyBatch, admin, new URLSearchParams({ sheet }))).sheet!
      const counted = sums.make + sums.change
      if (counted === 0) return
      written += counted
      await importBatch(bodyBatch, admin, sheet)
      expect(await whole()).not.toEqual(before)
      // What was taken in says the same when it is sent once more: nothing is new, nothing is changed.
      const again = await sendBatch(bodyBatch, admin, bytes)
      const after = (await batchPage(bodyBatch, admin, new URLSearchParams({ sheet: again }))).sheet!.sums
      expect(after.make).toBe(0)
      await undoBatch(bodyBatch, admin, sheet)
      expect(await whole()).toEqual(before)
    }),
    { numRuns: 60 },
  )
  expect(written).toBeGreaterThan(100)
})
