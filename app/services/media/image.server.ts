import sharp from 'sharp'
import type { ImageType } from './kinds'
import { FileRefused } from './refused'

const MAX_PIXELS = 50_000_000
// Interlaced pictures are unpacked whole in memory; cameras do not make them.
const MAX_PIXELS_INTERLACED = 16_000_000
const LONGEST_SIDE = 1600

// libvips keeps opened pictures; these are personal and never opened twice.
sharp.cache(false)
sharp.concurrency(1)

/** The picture made anew: upright, at most 1600 px, without place, time, device or any other word about it. Throws FileRefused. */
export async function cleanPicture(bytes: Buffer, type: ImageType): Promise<{ content: Buffer; width: number; height: number }> {
  const read = () => sharp(bytes, { limitInputPixels: false, failOn: 'error' })
  const { width, height, isProgressive } = await read()
    .metadata()
    .catch(() => {
      throw new FileRefused('notAnImage')
    })
  if (width * height > (isProgressive ? MAX_PIXELS_INTERLACED : MAX_PIXELS)) throw new FileRefused('tooManyPixels')
  const upright = read().autoOrient().resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await (type === 'image/jpeg' ? upright.jpeg({ quality: 82 }) : upright.png())
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new FileRefused('notAnImage')
    })
  return { content: data, width: info.width, height: info.height }
}
