import { describe, expect, test } from 'vitest'
import { previewOf, problemsOf } from '#app/domain/notice/template-words'
import { fill, partsOf, templateCodes, templateOf } from '#app/domain/notice/templates'
import { disputeTypes, subtypes } from '#app/domain/types/dispute-types'

describe('a text that the district writes (U35)', () => {
  test.each(templateCodes)('%s, as it came with the system, gives nothing away', (code) => {
    expect(problemsOf(code, templateOf(code).text)).toEqual([])
  })

  test.each([
    ['您的纠纷有新的进展。', '不能写“纠纷”'],
    ['请来调解室。', '不能写“调解”'],
    ['离婚的事有进展。', '不能写“离婚”'],
    ['家暴的事请来一趟。', '不能写“家暴”'],
    ['对方已经签字。', '不能写“对方”'],
    ['宅基地的事定了。', '不能写“宅基地”'],
    ['您的工资到了。', '不能写“工资”'],
    ['法院有通知。', '不能写“法院”'],
    ['请看{name}的消息。', '没有 {name} 可填；能用的只有：{phone} 调解组织自己的电话'],
    ['请看{phone。', '大括号没有写全'],
    ['请打13900001111。', '不能写电话'],
    ['请看 https://yizhan.example', '不要写网址'],
    ['您托办的事有新的进展。'.repeat(20), '太长了：填上内容要发 4 条，最多 3 条'],
  ])('%s is refused with its reason', (text, says) => {
    expect(problemsOf('news', text)[0]).toContain(says)
  })

  test('names no type and no sub-type of dispute, by its main word', () => {
    const main = [...Object.values(disputeTypes), ...Object.values(subtypes)].flatMap(({ label }) =>
      label.replace(/纠纷|争议/g, '').split(/[()、]/),
    )
    const passed = main.filter((word) => word.length > 1 && problemsOf('due', `您的${word}。`).length === 0)
    expect(passed).toEqual(['其他'])
  })

  test('of a drill says that it is one', () => {
    expect(problemsOf('drill', '请马上登录签收。')[0]).toContain('要写明“演练”')
  })
})

describe('places', () => {
  test('are filled with what is known, else with what stands there when nothing is', () => {
    expect(fill('alarm', '{minutes}分钟', { minutes: '7' })).toBe('7分钟')
    expect(fill('alarm', '{minutes}分钟', {})).toBe('10分钟')
    expect(fill('news', '查看{phone}。', {})).toBe('查看。')
  })

  test('are shown in the preview both ways, with length and price', () => {
    expect(previewOf('news', '查看{phone}。')).toEqual({
      texts: ['查看，或者打 0888-5100000 问。', '查看。'],
      length: '22 个字，发 1 条',
      problems: [],
    })
    expect(previewOf('due', '请登录查看。').texts).toEqual(['请登录查看。'])
  })

  test.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('%i characters are sent as %i', (length, parts) => {
    expect(partsOf('字'.repeat(length))).toBe(parts)
  })
})
