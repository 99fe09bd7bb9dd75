import { describe, expect, test } from 'vitest'
import { titleOf } from '#app/domain/registration/form'

const title = (facts: string) => titleOf({ facts, title: undefined })

describe('the title of what was written down without one', () => {
  test('is the first sentence', () => {
    expect(title('屋檐滴水冲坏邻家院墙。要求修好。')).toBe('屋檐滴水冲坏邻家院墙')
    expect(titleOf({ facts: '屋檐滴水。', title: '两家为屋檐吵' })).toBe('两家为屋檐吵')
  })

  test('of a long one holds whole clauses, and ends on none half', () => {
    expect(title('包车行程少走了两个景点，游客要求退费，司机说是游客自己不愿意去的。')).toBe('包车行程少走了两个景点，游客要求退费')
    expect(title('叔侄两家争祖宅地基，侄子家砌墙动工，叔叔家用拖拉机堵住，吵。')).toBe(
      '叔侄两家争祖宅地基，侄子家砌墙动工，叔叔家用拖拉机堵住',
    )
  })

  test('is cut with … only where no clause fits, or the first says nothing', () => {
    const long = '丽江古城束河古镇四方街云上花开精品客栈管理有限责任公司不退押金'
    expect(title(long)).toBe(`${long.slice(0, 27)}…`)
    expect(title(`昨天，${long}`)).toBe(`昨天，${long.slice(0, 24)}…`)
  })
})
