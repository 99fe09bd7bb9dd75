import { DateField, SelectField, TextField, type Option, type OptionGroup } from '../field'

export type PostChoice = { roles: readonly Option[]; places: readonly OptionGroup[]; today: string }

/** PostFields {choice typed errors}: which post, where, from which day to which. */
export function PostFields({
  choice,
  typed,
  errors,
}: {
  choice: PostChoice
  typed: (name: string, first?: string) => string
  errors: Readonly<Record<string, readonly string[]>>
}) {
  return (
    <>
      <SelectField name="role" label="岗位" options={choice.roles} none="请选" defaultValue={typed('role')} errors={errors['role']} />
      <SelectField
        name="place"
        label="在哪里"
        hint="网格员、分流岗、值班选地方；调解员、负责人、联络员选组织"
        options={choice.places}
        none="请选"
        defaultValue={typed('place')}
        errors={errors['place']}
      />
      <TextField
        name="unit"
        label="岗位叫法"
        hint="和地方、组织的名称不同时才写，例如 龙泉社区第三网格"
        later="可不写"
        defaultValue={typed('unit')}
        errors={errors['unit']}
      />
      <div className="pair">
        <DateField name="from" label="从哪天起" defaultValue={typed('from', choice.today)} errors={errors['from']} />
        <DateField name="to" label="到哪天止" later="可不写" defaultValue={typed('to')} errors={errors['to']} />
      </div>
    </>
  )
}
