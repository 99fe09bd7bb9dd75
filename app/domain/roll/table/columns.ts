import type { LegalDay } from '../../calendar/days'
import { identityProblem, identityProblemText, normaliseIdentityNumber } from '../../privacy/identity-number'
import { maskAddress, maskIdentityNumber, maskPhone } from '../../privacy/masking'
import { isPhone, normalisePhone } from '../../privacy/phone'
import { tickTyped } from '../../table/cells'
import { placeHeadings, placeShown, placeTyped } from '../../table/places'
import { languages } from '../../words/parties'
import { educations, ethnicities, qualifications, registrantKinds, sexes } from '../../words/roll'
import { dayOf, free, masked, number, one, orNull, several, word, type P } from './kinds'

function phoneOf(text: string) {
  return !text || isPhone(text) ? { phone: text ? normalisePhone(text) : null } : { problem: '电话号码不对，请核对；固定电话写上区号' }
}

function identityOf(text: string, today: LegalDay) {
  const problem = text ? identityProblem('residentId', text, today) : null
  return problem ? { problem: identityProblemText[problem] } : { identityNumber: text ? normaliseIdentityNumber(text) : null }
}

/** The columns that say who somebody is, in their order. */
export const personColumns: readonly P[] = [
  free(
    '姓名',
    'name',
    (r) => r.name,
    (name) => ({ name: name ?? '' }),
  ),
  word(
    '类别',
    'kind',
    registrantKinds,
    (r) => r.kind,
    (kind) => ({ kind: kind ?? '' }),
  ),
  word(
    '性别',
    'sex',
    sexes,
    (r) => r.sex,
    (sex) => ({ sex }),
  ),
  word(
    '民族',
    'ethnicity',
    ethnicities,
    (r) => r.ethnicity,
    (ethnicity) => ({ ethnicity }),
  ),
  number(
    '出生年份',
    'birthYear',
    (r) => r.birthYear,
    (birthYear) => ({ birthYear }),
  ),
  masked('手机号', 'phone', (r) => r.phone, maskPhone, phoneOf),
  masked(
    '身份证号',
    'identityNumber',
    (r) => r.identityNumber,
    maskIdentityNumber,
    (text, { today }) => identityOf(text, today),
  ),
  masked(
    '住址',
    'home',
    (r) => r.home,
    maskAddress,
    (text) => ({ home: orNull(text) }),
  ),
  {
    headings: placeHeadings,
    fields: ['areaId'],
    show: ({ areaId }, { areas }) => placeShown(areas, areaId),
    take: (texts, { choosable }) => {
      const place = placeTyped(texts, choosable)
      return 'problem' in place ? place : { areaId: place.area.id }
    },
  },
  word(
    '文化程度',
    'education',
    educations,
    (r) => r.education,
    (education) => ({ education }),
  ),
  free(
    '职业',
    'profession',
    (r) => r.profession,
    (profession) => ({ profession }),
  ),
  free(
    '工作单位',
    'employer',
    (r) => r.employer,
    (employer) => ({ employer }),
  ),
  one(
    '财政供养',
    'salaried',
    ({ salaried }) => (salaried ? '是' : '否'),
    (text) => {
      const salaried = text ? tickTyped(text) : false
      return salaried === null ? { problem: '只写“是”或者“否”' } : { salaried }
    },
  ),
  several(
    '资格',
    'qualifications',
    qualifications,
    (r) => r.qualifications,
    (codes) => ({ qualifications: codes }),
  ),
  several(
    '会的语言',
    'languages',
    languages,
    (r) => r.languages,
    (codes) => ({ languages: codes }),
  ),
  number(
    '同时办几件',
    'cap',
    (r) => r.cap,
    (cap) => ({ cap }),
  ),
  free(
    '省系统编码',
    'provinceCode',
    (r) => r.provinceCode,
    (provinceCode) => ({ provinceCode }),
  ),
  free(
    '备注',
    'note',
    (r) => r.note,
    (note) => ({ note }),
  ),
  one(
    '入册日期',
    'validFrom',
    ({ validFrom }) => validFrom,
    (text) => {
      const read = dayOf(text)
      return typeof read === 'string' ? { validFrom: read } : read
    },
  ),
]
