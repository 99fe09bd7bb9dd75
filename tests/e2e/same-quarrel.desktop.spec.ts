import { expect, justNow, test } from '../support/e2e-test'

const post = 'triage-530702004000-1'
const phone = { viewport: { width: 360, height: 740 } }

/** The same two people, told twice: once as they are written, once as they sound. */
const told = (applicant: string) => [
  { side: 'applicant' as const, kind: 'person' as const, name: applicant, phone: '13988812345', willing: 'willing' as const },
  { side: 'respondent' as const, kind: 'person' as const, name: '杨学旺', willing: 'willing' as const },
]

test('分流岗: finds that two registrations are one quarrel, compares them, merges, and splits back', async ({ enter, stage }) => {
  const main = await stage.aReport({ now: justNow(), parties: told('和建英'), facts: '邻居把水沟填了，地里浇不上水。' })
  const other = await stage.aReport({ now: justNow(), parties: told('何建英'), facts: '沟被填，浇不了地。' })
  const { number } = await main.row()
  const visitor = await enter(post)
  await visitor.open(`/triage/${other.id}`)
  await visitor.says(number)
  await visitor.open(`/triage/${other.id}/same/${main.id}`)
  await visitor.says('像的地方', '和建英', '何建英', '水沟')

  const small = await enter(post, phone)
  await small.open(`/triage/${other.id}/same/${main.id}`)
  await small.says('怎么办', number)

  await visitor.refused(visitor.button('确定'), /请选/)
  await visitor.choose('怎么办', /并入那一件/)
  await visitor.page.getByLabel('为什么这样看').fill('同一条沟，同一天填的，名字写得不一样')
  await visitor.press(visitor.button('确定'))
  expect(await other.status()).toBe('merged')
  await visitor.open(`/disputes/${main.id}`)
  await visitor.says((await other.row()).number, '沟被填，浇不了地')
  await visitor.open(`/disputes/${other.id}`)
  await visitor.says('已并案', number)

  await visitor.open(`/disputes/${other.id}/do/split`)
  await visitor.page.getByLabel('为什么拆回').fill('核实了，是两条沟')
  await visitor.press(visitor.button('拆回'))
  expect(await other.status()).toBe('reported')
  await visitor.open(`/disputes/${other.id}/path`)
  await visitor.says('并案', '拆回')
})
