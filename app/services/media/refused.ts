const refusals = {
  empty: '照片是空的，请重新选一张',
  tooBig: '文件超过 10 MB，请压缩或分成几份再传',
  notAnImage: '只能传 jpg 或 png 照片，这个文件不是或已损坏，请换一张',
  notAFile: '只能传 jpg、png 照片，pdf 文件和 m4a 录音，这个文件不是或已损坏，请换一个',
  tooManyPixels: '照片的像素太多，请用普通模式重拍，或截图后再传',
  video: '这是录像，不能传。录音请存成 m4a，画面请拍照',
  locked: '这个 pdf 设了密码，去不掉里面的个人信息。请去掉密码，或者拍照再传',
} as const

/** A file that is not taken in; the message is the sentence beside the field. */
export class FileRefused extends Error {
  constructor(readonly reason: keyof typeof refusals) {
    super(refusals[reason])
    this.name = 'FileRefused'
  }
}

/** What one file may be at most, in bytes (U36). */
export const largestFile = 10 * 1024 * 1024
