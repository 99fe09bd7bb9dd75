import { readFileSync } from 'node:fs'
import { expect, expectTypeOf, test } from 'vitest'
import { agreementMachine, type AgreementStatus } from '#machines/agreement.machine'
import { confirmationMachine, type ConfirmationStatus } from '#machines/confirmation.machine'
import { disputeEvent } from '#machines/dispute.events'
import { eventLabels, statusLabel } from '#machines/dispute.labels'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { requestMachine, type RequestStatus } from '#machines/request.machine'
import { statesOf, statesOnDesk } from '#machines/step'
import type * as enums from '#app/db/generated/enums'

/** A database enum's values, in the order of the schema. */
function enumOf(name: string): string[] {
  const found = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(readFileSync('prisma/schema.prisma', 'utf8'))
  return found![1]!.trim().split(/\s+/)
}

test('the database’s states are the machines’, for the compiler', () => {
  expectTypeOf<DisputeStatus>().toEqualTypeOf<enums.DisputeStatus>()
  expectTypeOf<AgreementStatus>().toEqualTypeOf<enums.AgreementStatus>()
  expectTypeOf<ConfirmationStatus>().toEqualTypeOf<enums.ConfirmationStatus>()
  expectTypeOf<RequestStatus>().toEqualTypeOf<enums.RequestStatus>()
})

test.each([
  ['DisputeStatus', statesOf(disputeMachine)],
  ['AgreementStatus', statesOf(agreementMachine)],
  ['ConfirmationStatus', statesOf(confirmationMachine)],
  ['RequestStatus', statesOf(requestMachine)],
])('%s in the schema names the machine’s states', (name, states) => {
  expect(enumOf(name).sort()).toEqual([...states].sort())
})

test('each state is called what the office calls it', () => {
  expect(Object.fromEntries(statesOf(disputeMachine).map((status) => [status, statusLabel(status)]))).toEqual({
    reported: '待分流',
    offered: '待接收',
    assigning: '待指派',
    mediating: '调解中',
    suspended: '中止',
    signing: '待签字盖章',
    performing: '履行中',
    inCourt: '司法程序中',
    inAdministration: '行政办理中',
    failed: '调解不成',
    visiting: '待回访',
    returning: '待回告',
    closed: '已办结',
    archived: '已归档',
    declined: '不予受理',
    withdrawn: '撤回申请',
    merged: '已并案',
    transferredOut: '已转出',
  })
})

test('every event has a label, and registration, which is none, too', () => {
  const types = disputeEvent.options.map(({ shape }) => shape.type.value)
  expect(Object.keys(eventLabels).sort()).toEqual(['register', ...types].sort())
  const labels = Object.values(eventLabels)
  expect(new Set(labels).size, 'two acts with one name').toBe(labels.length)
})

test('each desk is a tag, and a state lies on one', () => {
  expect(statesOnDesk(disputeMachine, 'triage')).toEqual(['reported', 'failed'])
  expect(statesOnDesk(disputeMachine, 'receiver')).toEqual(['offered', 'assigning'])
  expect(statesOnDesk(disputeMachine, 'mediator')).toEqual(['mediating', 'suspended'])
  expect(statesOnDesk(disputeMachine, 'keeper')).toEqual(['signing', 'performing', 'visiting', 'returning'])
  expect(statesOnDesk(disputeMachine, 'court')).toEqual(['inCourt'])
  expect(statesOnDesk(disputeMachine, 'organ')).toEqual(['inAdministration'])
})

test('what an event holds is ids, codes, numbers and times: no text of people’s own fits in', () => {
  const words = '他说三年前就答应过，至今没有给，要求赔偿并且道歉，否则还要去上访，并且把路堵起来，不让任何人过去'
  for (const [type, field] of [
    ['decline', 'ground'],
    ['fail', 'code'],
    ['return', 'reason'],
    ['suspend', 'reason'],
  ] as const)
    expect(disputeEvent.safeParse({ type, [field]: words }).success, type).toBe(false)
  const parsed = disputeEvent.parse({ type: 'note', text: words })
  expect(parsed).toEqual({ type: 'note' })
})
