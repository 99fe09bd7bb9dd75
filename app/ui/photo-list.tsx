import { FileView, type FileKind } from './file-view'

export type Photo = {
  id: string
  href: string
  /** What is to be seen. */
  alt: string
  kind: FileKind
  note?: string | undefined
}

/** PhotoList {photos: {id href alt kind note?}[]}: small pictures that open the whole one, papers to take away, recordings to hear. */
export const PhotoList = ({ photos }: { photos: readonly Photo[] }) => (
  <ul className="photos">
    {photos.map(({ id, ...file }) => (
      <li key={id}>
        <FileView {...file} />
      </li>
    ))}
  </ul>
)
