import { expect, test } from 'vitest'
import { findingsOf, type Committee, type Officer } from '#app/domain/roll/composition'

const today = '2026-11-28'
const someone: Officer = { office: 'member', sex: 'male', ethnicity: 'naxi', birthYear: 1980, education: 'college' }
const good: Officer[] = [
  { ...someone, office: 'director' },
  { ...someone, sex: 'female' },
  { ...someone, ethnicity: 'bai' },
]
const village: Committee = {
  kind: 'villageCommittee',
  ownSeal: true,
  medical: false,
  officers: good,
  termEnds: '2028-05-31',
  filedOn: null,
  fileBy: null,
}
const township: Committee = { ...village, kind: 'townshipCommittee' }
const medical: Committee = { ...village, kind: 'industryCommittee', medical: true, fileBy: '2026-11-20' }
const with8 = Array.from({ length: 8 }, () => someone)

test.each<[string, Committee, string[]]>([
  ['a director, a woman and a member of another people', village, []],
  ['the same in a township', township, []],
  ['nobody', { ...village, officers: [] }, ['empty']],
  ['two', { ...village, officers: good.slice(0, 2) }, ['few', 'people']],
  ['nine', { ...village, officers: [good[0]!, good[1]!, good[2]!, ...with8.slice(0, 6)] }, []],
  ['ten and more', { ...village, officers: [...good, ...with8] }, ['many']],
  ['two directors', { ...village, officers: [...good, { ...someone, office: 'director' }] }, ['director']],
  ['no director', { ...village, officers: good.map((one) => ({ ...one, office: 'member' as const })) }, ['director']],
  ['men alone', { ...village, officers: good.map((one) => ({ ...one, sex: 'male' })) }, ['woman']],
  ['one people alone', { ...village, officers: good.map((one) => ({ ...one, ethnicity: 'naxi' })) }, ['people']],
  ['whose sex nobody wrote down', { ...village, officers: good.map((one) => ({ ...one, sex: null })) }, ['unknown']],
  [
    'mediators who do not sit on it',
    { ...village, officers: [...good, ...with8.map((one) => ({ ...one, office: 'mediator' as const }))] },
    [],
  ],
  ['somebody of sixteen', { ...village, officers: [...good, { ...someone, office: 'mediator', birthYear: 2010 }] }, ['adult']],
  ['a term that nobody recorded', { ...village, termEnds: null }, ['noTerm']],
  ['a term that is over', { ...village, termEnds: '2026-11-27' }, ['termOver']],
  ['a term that ends today', { ...village, termEnds: today }, ['termEnding']],
  ['a term of sixty days more', { ...village, termEnds: '2027-01-27' }, ['termEnding']],
  ['a term of sixty-one days more', { ...village, termEnds: '2027-01-28' }, []],
  ['schooling of nine years in a village', { ...village, officers: [...good, { ...someone, education: 'juniorSecondary' }] }, []],
  [
    'schooling of nine years in a township',
    { ...township, officers: [...good, { ...someone, education: 'juniorSecondary' }] },
    ['education'],
  ],
  ['schooling that nobody wrote down', { ...township, officers: [...good, { ...someone, education: null }] }, ['educationUnknown']],
  ['medical, not filed', medical, ['notFiled']],
  ['medical, filed in time', { ...medical, filedOn: '2026-11-20' }, []],
  ['medical, filed late', { ...medical, filedOn: '2026-11-21' }, ['filedLate']],
  ['a room under the seal of its committee', { ...village, kind: 'namedRoom', ownSeal: false, officers: [], termEnds: null }, []],
])('%s', (_, committee, codes) => {
  const found = findingsOf(committee, today)
  expect(found.map(({ code }) => code)).toEqual(codes)
  for (const { sentence, article } of found) expect([sentence, article]).not.toContain('')
})

test('each finding names its article; what was read only in a fragment says so', () => {
  const found = [
    ...findingsOf({ ...township, officers: [], termEnds: null }, today),
    ...findingsOf({ ...township, officers: [{ ...someone, education: 'primary' }] }, today),
  ]
  expect(found.map(({ code, article, confidence }) => [code, article, confidence])).toContainEqual([
    'education',
    '司法部令75第13—15条（待核）',
    'frag',
  ])
  expect(found.map(({ code, article }) => [code, article])).toContainEqual(['noTerm', '《人民调解法》第9条'])
})
