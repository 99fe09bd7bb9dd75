import { Button } from '../buttons'
import { FileField } from '../field'
import { accepts, FileView, type FileKind } from '../file-view'

export type KeptPhoto = { id: string; kind: 'photo' | 'identity'; shown: FileKind; bytes: number }

const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`)
const words: Readonly<Record<FileKind, string>> = { picture: '照片', paper: '材料', recording: '录音' }

/**
 * Photos {photos errors}: what was kept so far, each with a way to take it out, and the field for more; posted, also
 * without script. With script (browser/pieces.js) a file goes at once, in pieces; `data-pieces` is its kind.
 */
export function Photos({ photos, errors }: { photos: readonly KeptPhoto[]; errors: Readonly<Record<string, string[] | undefined>> }) {
  return (
    <section className="field" id="photos" aria-label="照片、材料和录音">
      {photos.length > 0 && (
        <ul className="photos kept">
          {photos.map(({ id, kind, shown, bytes }, at) => (
            <li key={id}>
              <FileView
                href={`/files/${id}`}
                alt={`${kind === 'identity' ? '证件照片' : words[shown]} ${at + 1}`}
                kind={shown}
                note={kind === 'identity' ? '证件，加密保存' : size(bytes)}
              />
              <Button weight="plain" name="go" value={`photo-${id}`}>
                去掉
                <span className="unseen">
                  {words[shown]} {at + 1}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FileField
        name="pictures"
        label="照片、材料、录音"
        later
        hint="jpg、png、pdf、m4a，每份不超过 10 MB；拍摄地点、设备等信息会自动去掉"
        accept={accepts.all}
        multiple
        errors={errors.pictures}
        data-pieces="photo"
      />
      <ul className="sending" data-sending hidden />
      <p className="error" role="alert" data-refused hidden />
      <details open={Boolean(errors.papers)}>
        <summary className="small">证件照片（加密保存）</summary>
        <FileField
          name="papers"
          label="身份证等证件的照片"
          accept={accepts.pictures}
          multiple
          errors={errors.papers}
          data-pieces="identity"
        />
      </details>
      <Button name="go" value="save">
        先存下照片和文字
      </Button>
    </section>
  )
}
