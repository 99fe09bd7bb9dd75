import type { ReactNode } from 'react'
import { Button } from './buttons'
import { fieldId, Hidden, type Option } from './field'

export type Filter =
  | { kind: 'search'; name: string; label: string; value?: string | undefined; placeholder?: string }
  | {
      kind: 'select'
      name: string
      label: string
      value?: string | undefined
      options: readonly Option[]
      none: string
    }
  | { kind: 'date'; name: string; label: string; value?: string | undefined }

const FilterInput = ({ filter, id }: { filter: Filter; id: string }) => {
  if (filter.kind === 'select')
    return (
      <select className="input" id={id} name={filter.name} defaultValue={filter.value ?? ''}>
        <option value="">{filter.none}</option>
        {filter.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  if (filter.kind === 'date') return <input className="input" type="date" id={id} name={filter.name} defaultValue={filter.value} />
  return (
    <input
      className="input"
      type="search"
      id={id}
      name={filter.name}
      defaultValue={filter.value}
      placeholder={filter.placeholder}
      autoComplete="off"
    />
  )
}

/** Filters {action filters: Filter[] clear? hidden? submit? children?}: a GET form, so that what is chosen stands in the address; `clear` leads back to everything. */
export function Filters({
  action,
  filters,
  clear,
  hidden,
  submit = '查找',
  children,
}: {
  action: string
  filters: readonly Filter[]
  clear?: string | undefined
  hidden?: Readonly<Record<string, string | undefined>>
  submit?: string
  children?: ReactNode
}) {
  return (
    <form className="filters" method="get" action={action} role="search">
      {hidden && <Hidden values={hidden} />}
      {filters.map((filter) => {
        const id = `filter-${fieldId(filter.name)}`
        return (
          <div key={filter.name} className={filter.kind === 'search' ? 'wide' : 'narrow'}>
            <label htmlFor={id}>{filter.label}</label>
            <FilterInput filter={filter} id={id} />
          </div>
        )
      })}
      <Button>{submit}</Button>
      {clear && (
        <a className="button plain" href={clear}>
          看全部
        </a>
      )}
      {children}
    </form>
  )
}
