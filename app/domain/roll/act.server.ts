import { z } from 'zod'
import { idOf } from '../forms/form-words'
import type { Setting } from '../settings/act.server'
import { cancelAbsence, writeAbsence } from './absences.server'
import { appoint, endAppointment } from './appointments.server'
import { absenceForm, appointForm, consultForm, endForm, kinForm, registrantForm, trainingForm } from './forms'
import { addKin, removeKin } from './kin.server'
import { addTraining, recordConsultation } from './records.server'
import { saveRegistrant } from './registrants.server'

const named = <Act extends string>(act: Act) => ({ act: z.literal(act) })

/** What is done on somebody's card, each with its form. */
export const rollActForm = z.discriminatedUnion('act', [
  registrantForm.extend(named('change')),
  appointForm.extend(named('appoint')),
  endForm.extend(named('end')),
  trainingForm.extend(named('train')),
  absenceForm.extend(named('leave')),
  z.object({ ...named('back'), absenceId: idOf('请选哪一段') }),
  consultForm.extend(named('consult')),
  kinForm.extend(named('kin')),
  z.object({ ...named('kinRemove'), kinId: idOf('请选哪一行') }),
])
export type RollActForm = z.output<typeof rollActForm>

/** One form of a card. Throws Refusal: notFound, forbidden, stale, notNow, or beside its field. */
export async function doRollAct(setting: Setting, id: string, form: RollActForm): Promise<void> {
  if (form.act === 'change') await saveRegistrant(setting, id, form)
  else if (form.act === 'appoint') await appoint(setting, id, form)
  else if (form.act === 'end') await endAppointment(setting, id, form)
  else if (form.act === 'train') await addTraining(setting, id, form)
  else if (form.act === 'leave') await writeAbsence(setting, id, form)
  else if (form.act === 'back') await cancelAbsence(setting, id, form.absenceId)
  else if (form.act === 'consult') await recordConsultation(setting, id, form)
  else if (form.act === 'kin') await addKin(setting, id, form)
  else await removeKin(setting, id, form.kinId)
}
