import type { Word } from './words'

/** 本区设定：挂包领导的常用任务。写在任务单上的是标题，做法另写。 */
export const usualTasks = {
  killings: { label: '命案防控排查：逐件过一遍红、黄的纠纷' },
  visit: { label: '包案走访：到当事人家里、单位去一次' },
  meeting: { label: '督促综治中心开例会，研判红、黄的纠纷' },
  papers: { label: '到司法所、调委会看台账' },
  grids: { label: '抽查网格：网格员排查上报是不是实' },
  other: { label: '其他（写在下面）' },
} as const satisfies Record<string, Word>

/** What a leader leaves in writing. */
export const noteKinds = {
  visit: { label: '走访' },
  instruction: { label: '批示' },
} as const satisfies Record<string, Word>
