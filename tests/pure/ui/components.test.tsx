import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Choices } from '../../../app/ui/choices'
import { Due, deadlineWords } from '../../../app/ui/deadline'
import { DisputeRows } from '../../../app/ui/dispute-rows'
import { errorWords } from '../../../app/ui/errors'
import { fieldId, MoneyField, TextField } from '../../../app/ui/field'
import { NextSteps } from '../../../app/ui/next-steps'
import { Page } from '../../../app/ui/page'
import { PathList } from '../../../app/ui/path/list'
import { PathMap } from '../../../app/ui/path/map'
import { Problem } from '../../../app/ui/problem'
import { TermEditor } from '../../../app/ui/term-editor'
import { WorkList } from '../../../app/ui/work-list'

const html = renderToStaticMarkup

describe('a deadline in words', () => {
  const facts = { lastDay: '11月26日', basis: '人民调解法第 28 条' }

  test.each([
    [5, '还剩 5 天', undefined, '11月26日前'],
    [3, '还剩 3 天', 'due', '11月26日前'],
    [1, '还剩 1 天', 'due', '11月26日前'],
    [0, '今天到期', 'due', undefined],
    [-1, '已超 1 天', 'late', '11月26日到期'],
  ])('%i days left: %s', (daysLeft, words, tone, day) => {
    expect(deadlineWords({ ...facts, daysLeft })).toEqual({ words, ...(tone ? { tone } : {}), day, basis: facts.basis })
  })

  test('a year without a holiday table is 暂计, a clock that stands says so', () => {
    expect(deadlineWords({ ...facts, daysLeft: 9, provisional: true }).basis).toBe('人民调解法第 28 条，暂计')
    expect(deadlineWords({ ...facts, daysLeft: -9, paused: '等鉴定意见' })).toMatchObject({
      words: '期限中止',
      day: '等鉴定意见',
    })
  })

  test('on one line the rule is left out', () => {
    expect(html(<Due inline due={deadlineWords({ ...facts, daysLeft: 3 })} />)).not.toContain('第 28 条')
  })
})

describe('a field', () => {
  test('says what is wrong beside itself, and the input knows', () => {
    const markup = html(<TextField name="place" label="地点" hint="村、组、门牌" errors={['请写明地点']} defaultValue="束河" />)
    expect(markup).toContain('<label for="place">')
    expect(markup).toContain('aria-describedby="place-hint place-error"')
    expect(markup).toContain('aria-invalid="true"')
    expect(markup).toContain('<p class="error" id="place-error">请写明地点</p>')
    expect(markup).toContain('value="束河"')
  })

  test('without hint or error it points nowhere', () => {
    expect(html(<MoneyField name="sum" label="金额" later />)).not.toContain('aria-')
  })

  test('names of a list give ids without brackets, no two alike', () => {
    expect(fieldId('terms[0].what')).toBe('terms-0-what')
    expect(new Set(['terms[1].to', 'terms[11].to', 'terms[1].what'].map(fieldId)).size).toBe(3)
  })

  test('choices keep what was chosen', () => {
    const markup = html(
      <Choices
        name="who"
        many
        legend="谁到场"
        chosen={['b']}
        choices={[
          { value: 'a', label: '甲' },
          { value: 'b', label: '乙' },
        ]}
      />,
    )
    expect(markup.match(/checked=""/g)).toHaveLength(1)
    expect(markup).toMatch(/value="b" checked=""|checked="" value="b"/)
  })
})

test('a refusal is an alert that can take the focus, and leads to its fields; without words it is not there', () => {
  const markup = html(<Problem errors={[{ text: '请写明金额', href: '#sum' }, '请选一种']} />)
  expect(markup).toContain('role="alert" tabindex="-1"')
  expect(markup).toContain('<a href="#sum">请写明金额</a>')
  expect(html(<Problem errors={[]} />)).toBe('')
})

test('the editor of terms shows what was typed, three rows more, and can ask for three more without script', () => {
  const markup = html(
    <TermEditor
      rows={[{ who: '和某某', what: '付补偿款', amountYuan: '600.0o', every: 'P2M' }]}
      kinds={[{ value: 'pay', label: '付款' }]}
      rounds={[{ value: 'P2M', label: '每两个月' }]}
      people={['和某某']}
      errors={{ 'terms[0].amountYuan': ['金额写成 600.00 这样'] }}
    />,
  )
  for (const at of [0, 1, 2, 3]) expect(markup).toContain(`name="terms[${at}].dependsOn"`)
  expect(markup).not.toContain('name="terms[4].who"')
  expect(markup).toContain('value="600.0o"')
  expect(markup).toContain('金额写成 600.00 这样')
  expect(markup).toMatch(/<details class="term-more" open="">/)
  expect(markup).toMatch(/<button type="submit" name="intent" value="more" formNoValidate=""|name="intent" value="more"/)
})

test('what may not be done says why, and is no button', () => {
  const markup = html(<NextSteps desk="在您这里" acts={[{ id: 'close', label: '办结', whyNot: '第 2 项履行并回访以后' }]} />)
  expect(markup).toContain('第 2 项履行并回访以后')
  expect(markup).not.toContain('<a ')
})

test('one thing on a desk is filled: the first row’s act', () => {
  const row = (id: string) => ({
    id,
    todo: '登记履行',
    href: `/${id}`,
    title: '灌溉渠改道',
    about: [],
    act: { label: '登记', href: `/${id}/x` },
  })
  const markup = html(
    <WorkList
      groups={[
        { heading: '逾期', rows: [] },
        { heading: '今天', rows: [row('a'), row('b')] },
        { heading: '本周', rows: [row('c')] },
      ]}
    />,
  )
  expect(markup.match(/button main/g)).toHaveLength(1)
  expect(markup).not.toContain('逾期')
})

test('every known refusal has its own words, an unknown one those of 500', () => {
  expect(new Set([400, 403, 404, 409, 500].map((status) => errorWords(status).title)).size).toBe(5)
  expect(errorWords(418)).toEqual(errorWords(500))
})

describe('the weight of a list of twenty', () => {
  const page = (
    <Page
      nav={[{ label: '纠纷', href: '/disputes', count: 5, current: true }]}
      who="束河司法所"
      signOut={{ action: '/sign-out', hidden: { csrf: 'x' } }}
    >
      <DisputeRows
        caption="纠纷名单"
        rows={Array.from({ length: 20 }, (_, at) => ({
          id: `018f0000-0000-7000-8000-0000000000${at + 10}`,
          href: `/disputes/018f0000-0000-7000-8000-0000000000${at + 10}`,
          number: `530702-2026-0004${at + 10}`,
          title: '客栈夜间施工噪声，九户邻居要求停工赔偿',
          place: '束河街道龙泉社区',
          type: '邻里纠纷·噪声',
          people: '11 人',
          state: '调解中',
          desk: '马锅头调解室',
          risk: 'red' as const,
          riskWhy: '扬言伤人',
          due: deadlineWords({ daysLeft: at - 3, lastDay: '11月26日', basis: '人民调解法第 28 条' }),
        }))}
      />
    </Page>
  )

  test('stays under half of what a page may weigh', () => {
    expect(Buffer.byteLength(html(page))).toBeLessThan(24_000)
  })

  test('has one link a row', () => {
    expect(html(page).match(/<a href="\/disputes\//g)).toHaveLength(20)
  })
})

describe('the path for those who listen', () => {
  const station = (no: number) => ({
    no,
    at: `11月${no}日`,
    title: '登记',
    line: 'office' as const,
    days: no === 1 ? null : 1,
    who: '网格员',
    what: '现场登记',
  })
  const path = {
    stations: [station(1), { ...station(2), now: true }],
    stretches: [],
    requests: [],
    next: { label: '分流', at: '11月4日' },
  }

  test('the drawing is one sentence', () => {
    expect(html(<PathMap path={path} />)).toContain('aria-label="一站式路径，共 2 站：11月1日登记；11月2日登记。下一个期限：11月4日分流。"')
  })

  test('the list has a row for each station and one for what falls due', () => {
    expect(html(<PathList path={path} />).match(/<tr/g)).toHaveLength(4)
  })
})

test('nothing carries an inline style', () => {
  const path = {
    stations: [{ no: 1, at: '今天', title: '登记', line: 'office' as const, days: null, who: '', what: '' }],
    stretches: [],
    requests: [],
  }
  expect(html(<PathMap path={path} named />)).not.toMatch(/ style=/)
})
