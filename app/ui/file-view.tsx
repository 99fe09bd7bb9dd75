export type FileKind = 'picture' | 'paper' | 'recording'

/** What a file field takes, as its `accept`: pictures alone, or papers and recordings too. */
export const accepts = {
  pictures: 'image/jpeg,image/png',
  all: 'image/jpeg,image/png,application/pdf,.pdf,audio/mp4,audio/x-m4a,.m4a',
} as const

/** FileView {href alt kind note?}: a small picture that opens the whole one, a paper to take away, a recording to hear. */
export function FileView({ href, alt, kind, note }: { href: string; alt: string; kind: FileKind; note?: string | undefined }) {
  if (kind === 'recording')
    return (
      <div className="heard">
        {/* What is said in it is written down in the record of the session; nobody makes captions of a recording. */}
        {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
        <audio controls preload="none" src={href} aria-label={alt} />
        <a href={href}>下载录音（m4a）</a>
        {note && <span className="small quiet">{note}</span>}
      </div>
    )
  return (
    <a href={href}>
      {kind === 'paper' ? (
        <span className="paper-file">PDF 下载</span>
      ) : (
        <img src={href} alt={alt} loading="lazy" decoding="async" width={160} height={120} />
      )}
      {note}
      {kind === 'paper' && <span className="unseen">：{alt}</span>}
    </a>
  )
}
