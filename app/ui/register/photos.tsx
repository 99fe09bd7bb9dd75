import { Button } from '../buttons'
import { FileField } from '../field'

export type KeptPhoto = { id: string; kind: 'photo' | 'identity'; bytes: number }

const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`)
const accept = 'image/jpeg,image/png'

/** Photos {photos errors}: what was kept so far, each with a way to take it out, and the field for more; posted, also without script. */
export function Photos({ photos, errors }: { photos: readonly KeptPhoto[]; errors: Readonly<Record<string, string[] | undefined>> }) {
  return (
    <section className="field" id="photos" aria-label="照片">
      {photos.length > 0 && (
        <ul className="photos kept">
          {photos.map(({ id, kind, bytes }, at) => (
            <li key={id}>
              <a href={`/files/${id}`}>
                <img
                  src={`/files/${id}`}
                  alt={`${kind === 'identity' ? '证件照片' : '照片'} ${at + 1}`}
                  loading="lazy"
                  decoding="async"
                  width={160}
                  height={120}
                />
                {kind === 'identity' ? '证件，加密保存' : size(bytes)}
              </a>
              <Button weight="plain" name="go" value={`photo-${id}`}>
                去掉<span className="unseen">照片 {at + 1}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FileField
        name="pictures"
        label="照片"
        later
        hint="jpg、png，每张不超过 10 MB；拍摄地点等信息会自动去掉"
        accept={accept}
        multiple
        errors={errors.pictures}
      />
      <details open={Boolean(errors.papers)}>
        <summary className="small">证件照片（加密保存）</summary>
        <FileField name="papers" label="身份证等证件的照片" accept={accept} multiple errors={errors.papers} />
      </details>
      <Button name="go" value="save">
        先存下照片和文字
      </Button>
    </section>
  )
}
