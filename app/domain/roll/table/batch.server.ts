import { demandAdministrator } from '../../settings/permissions'
import type { Batch } from '../../table/batch/batch'
import { mostRegistrants, rollHeadings } from './office-columns'
import { accountHashesIn, judgeRoll, type RollPlan } from './judge'
import { rollObstacles } from './obstacles.server'
import { accountsBy, rollNow } from './world.server'
import { writeRoll } from './write.server'

/** 名册 (people and their offices) as a table that is taken in, and taken back, as a whole. */
export const rollBatch: Batch<RollPlan> = {
  kind: 'register',
  at: '/roll/import',
  list: '/roll',
  sheet: '名册',
  headings: rollHeadings,
  needs: ['姓名'],
  most: mostRegistrants,
  heads: ['姓名', '类别', '调解组织'],
  example: (cells) => (cells['姓名'] ?? '').startsWith('例：'),
  demand: demandAdministrator,
  judge: async (from, actor, rows, now) =>
    judgeRoll(rows, await rollNow(from, actor, now), await accountsBy(from, actor, accountHashesIn(rows), now)),
  write: writeRoll,
  tables: ['registrant', 'appointment', 'post'],
  obstacles: rollObstacles,
}
