/** A registration of the same quarrel that rests in this file. */
export type MergedRow = {
  id: string
  number: string
  title: string
  dataKey: string
  registeredAt: string
  registrar: string | null
  intake: string
  facts: string | null
  parties: { id: string; side: string; name: string; addressText: string | null; phone: string | null }[]
  files: { id: string; kind: string; mime: string }[]
}
