import { z } from 'zod'
import { idOf, legalDay, may, must, oneOf, several, tick, whole } from '../forms/form-words'
import { isCode } from '../words/words'
import { languages } from '../words/parties'
import {
  appointHows,
  educations,
  endReasons,
  ethnicities,
  kinRelations,
  leaveReasons,
  offices,
  qualifications,
  registrantKinds,
  sexes,
  termHows,
} from '../words/roll'

const codes = (words: Parameters<typeof isCode>[0], say: string) =>
  several().refine((list) => list.every((code) => isCode(words, code)), say)

/** What can be wiped from a card; an empty field leaves what stands. */
export const wipeable = { phone: { label: '电话' }, identityNumber: { label: '身份证号' }, home: { label: '住址' } } as const

/** Somebody of the register as the form has them. Telephone, identity number and address left empty stay as they are. */
export const registrantForm = z.object({
  name: must('请写姓名', 30),
  kind: oneOf(registrantKinds, '请选类别'),
  areaId: idOf('请选地域'),
  sex: oneOf(sexes, '请选性别').optional(),
  ethnicity: oneOf(ethnicities, '请选民族').optional(),
  birthYear: whole(1900, 2100, '出生年份').optional(),
  education: oneOf(educations, '请选文化程度').optional(),
  profession: may(40),
  employer: may(60),
  salaried: tick,
  qualifications: codes(qualifications, '有认不出的资格，请重新选'),
  languages: codes(languages, '有认不出的语言，请重新选'),
  phone: may(30),
  identityNumber: may(30),
  home: may(120),
  wipe: codes(wipeable, '没有填对'),
  cap: whole(1, 999, '上限').optional(),
  provinceCode: may(40),
  note: may(300),
  validFrom: legalDay,
  validTo: legalDay.optional(),
})
export type RegistrantForm = z.output<typeof registrantForm>

export const kinForm = z.object({
  relation: oneOf(kinRelations, '请选关系'),
  name: must('请写姓名', 30),
  identityNumber: may(30),
  phone: may(30),
  sameHousehold: tick,
})
export type KinForm = z.output<typeof kinForm>

export const appointForm = z.object({
  bodyId: idOf('请选组织'),
  office: oneOf(offices, '请选职务'),
  how: oneOf(appointHows, '请选产生方式'),
  paper: may(60),
  validFrom: legalDay,
  validTo: legalDay.optional(),
})
export type AppointForm = z.output<typeof appointForm>

export const endForm = z.object({
  appointmentId: idOf('请选任职'),
  endedOn: legalDay,
  endWhy: oneOf(endReasons, '请选原因'),
  endPaper: may(60),
})
export type EndForm = z.output<typeof endForm>

export const termForm = z.object({
  electedOn: legalDay,
  how: oneOf(termHows, '请选怎么产生的'),
  paper: may(60),
  /** Appointments that go on into the new term. */
  stay: several(),
})
export type TermForm = z.output<typeof termForm>

export const trainingForm = z.object({
  heldOn: legalDay,
  hours: whole(1, 400, '学时'),
  subject: must('请写培训内容', 100),
  byText: may(60),
})
export type TrainingForm = z.output<typeof trainingForm>

export const absenceForm = z.object({
  fromDay: legalDay,
  toDay: legalDay,
  why: oneOf(leaveReasons, '请选事由'),
  substituteId: idOf('请从名单里选').optional(),
})
export type AbsenceForm = z.output<typeof absenceForm>

export const consultForm = z.object({
  heldOn: legalDay,
  people: whole(1, 9999, '人数'),
  line: must('请写一句话', 120),
  number: may(40),
})
export type ConsultForm = z.output<typeof consultForm>
