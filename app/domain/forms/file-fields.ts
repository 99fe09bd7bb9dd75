import { z } from 'zod'
import type { FormField } from './field-data'

/** Files that a form brings along: photographs, papers, recordings (U36). What each of them is, is looked at when it is kept. */
export const filesShape = {
  photos: z
    .array(z.instanceof(File, { error: '文件没有传上来，请重新选' }))
    .max(20, '文件太多了')
    .default([]),
}

/** The field for them; `of` says what is wanted here. */
export const filesField = (most: number, of = ''): FormField => ({
  kind: 'photos',
  name: 'photos',
  label: '照片、材料、录音',
  hint: `${of}jpg、png、pdf、m4a，一次最多 ${most} 份，每份不超过 10 MB；拍摄地点、设备等信息会自动去掉。没有就空着`,
})

/** Their bytes; a field that nobody used sends an empty file. */
export const bytesOf = (files: readonly File[]): Promise<Buffer[]> =>
  Promise.all(files.filter(({ size }) => size > 0).map(async (file) => Buffer.from(await file.arrayBuffer())))
