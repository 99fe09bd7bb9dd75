/** How a file is shown: looked at, taken away, heard. */
export type FileKind = 'picture' | 'paper' | 'recording'

/** By what the file is; a type that is no paper and no recording is a picture. */
export const fileKind = (mime: string): FileKind => (mime === 'application/pdf' ? 'paper' : mime === 'audio/mp4' ? 'recording' : 'picture')

export const fileWords: Readonly<Record<FileKind, string>> = { picture: '照片', paper: '材料', recording: '录音' }
