import type { Batch } from '../../table/batch/batch'
import { demandAdministrator } from '../permissions'
import { bodyHeadings, mostBodies } from './columns'
import { judgeBodies, type BodyPlan } from './judge'
import { bodiesNow } from './world.server'
import { bodyObstacles, writeBodies } from './write.server'

/** 调解组织 as a table that is taken in, and taken back, as a whole. */
export const bodyBatch: Batch<BodyPlan> = {
  kind: 'bodies',
  at: '/settings/bodies/import',
  list: '/settings/bodies',
  sheet: '调解组织',
  headings: bodyHeadings,
  needs: ['名称'],
  most: mostBodies,
  heads: ['名称', '类别', '地域'],
  example: (cells) => (cells['名称'] ?? '').startsWith('例：'),
  demand: demandAdministrator,
  judge: async (from, actor, rows, now) => judgeBodies(rows, await bodiesNow(from, actor, now)),
  write: writeBodies,
  tables: ['body'],
  obstacles: bodyObstacles,
}
