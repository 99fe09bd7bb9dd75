export type Photo = {
  id: string
  href: string
  /** A small picture; the whole one is behind the link. */
  src: string
  /** What is to be seen. */
  alt: string
  note?: string | undefined
}

/** PhotoList {photos: {id href src alt note?}[]}: small pictures, each opens the whole one. */
export const PhotoList = ({ photos }: { photos: readonly Photo[] }) => (
  <ul className="photos">
    {photos.map(({ id, href, src, alt, note }) => (
      <li key={id}>
        <a href={href}>
          <img src={src} alt={alt} loading="lazy" decoding="async" width={160} height={120} />
          {note}
        </a>
      </li>
    ))}
  </ul>
)
