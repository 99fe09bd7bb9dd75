import { Button } from '../buttons'
import type { Option } from '../field'

type TypesProps = {
  usual: readonly Option[]
  /** What a search found; null before one. */
  found: readonly Option[] | null
  chosen: string
  query: string
  errors?: readonly string[] | undefined
  /** What the search button sends without script. */
  ask?: { name: string; value: string }
  /** One has to be chosen. */
  needed?: boolean
}

/** What the hint says; enhance.js says the same while one types. */
const hintOf = (found: readonly Option[] | null, needed: boolean) => {
  if (found === null) return `常用的在下面，别的可以查找${needed ? '' : '；说不清就先空着'}`
  return found.length ? `找到 ${found.length} 类` : '没有找到，换个说法'
}

/** Types {usual found chosen query errors? ask? needed?}: six buttons, then a search by Chinese or pinyin, posted or (enhance.js) as one types. */
export function Types({ usual, found, chosen, query, errors, ask = { name: 'go', value: 'search' }, needed = false }: TypesProps) {
  const list = found ?? usual
  const picked = [...usual, ...(found ?? [])].find(({ value }) => value === chosen)
  const shown = picked && !list.some(({ value }) => value === chosen) ? [...list, picked] : list
  return (
    <fieldset className="field" id="types" data-seek="/register/types">
      <legend>什么类型的事</legend>
      {errors && <p className="error">{errors.join('；')}</p>}
      <div className="seek">
        <input
          className="input"
          name="typeQuery"
          id="typeQuery"
          defaultValue={query}
          aria-label="查找类型，汉字或拼音"
          placeholder="查找：租金、水沟、gz（工资）"
          autoComplete="off"
          maxLength={40}
        />
        <Button {...ask} formNoValidate>
          查找
        </Button>
      </div>
      <p className="hint" role="status">
        {hintOf(found, needed)}
      </p>
      <div className="pick">
        {shown.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="typeCode" value={value} defaultChecked={value === chosen} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
