import { reading } from '#app/db/client.server'
import type { DisputePage } from '../dispute/show/open.server'
import { standings } from './links.server'
import { findingWords } from './words'

/**
 * What stands now between those who mediate and the sides, unanswered, for who handles the case: a party may have come in later. Null
 * where there is nothing, or it is not theirs to read. One statement, none where nobody mediates.
 */
export async function tiesOf({ dispute, sight }: DisputePage): Promise<string[] | null> {
  const accountIds = dispute.leg?.mediatorIds ?? []
  if (!sight.staffNotes || !accountIds.length) return null
  const rows = await standings(reading, { accountIds }, [dispute.id])
  const lines = rows.flatMap(({ name, findings }) => findings.map((finding) => `${name}：${findingWords(finding)}`))
  return lines.length ? lines : null
}
