import { useEffect, useState } from 'react'
import { Button } from '../buttons'
import type { Option } from '../field'

type TypesProps = {
  usual: readonly Option[]
  /** What a search found; null before one. */
  found: readonly Option[] | null
  chosen: string
  query: string
  errors?: readonly string[] | undefined
}

const pause = 250

/** What a search finds, while one types; without script the button asks the same. */
function useFound(query: string, first: readonly Option[] | null) {
  const [found, setFound] = useState(first)
  const [asked, setAsked] = useState(query)
  useEffect(() => {
    if (asked === query) return
    const asking = new AbortController()
    const wait = setTimeout(() => {
      if (!asked.trim()) return setFound(null)
      fetch(`/register/types?q=${encodeURIComponent(asked.trim().slice(0, 40))}`, { signal: asking.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<Option[]>) : null))
        .then((options) => options && setFound(options))
        .catch(() => undefined) // no line: the button still searches
    }, pause)
    return () => {
      clearTimeout(wait)
      asking.abort()
    }
  }, [asked, query])
  return { found, setAsked }
}

/** Types {usual found chosen query errors?}: six buttons, then a search by Chinese or pinyin, posted or as one types. */
export function Types({ usual, found: first, chosen, query, errors }: TypesProps) {
  const [picked, setPicked] = useState<Option | undefined>(() => [...usual, ...(first ?? [])].find(({ value }) => value === chosen))
  const { found, setAsked } = useFound(query, first)
  const list = found ?? usual
  const shown = picked && !list.some(({ value }) => value === picked.value) ? [...list, picked] : list
  return (
    <fieldset className="field" id="types">
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
          onChange={(event) => setAsked(event.target.value)}
        />
        <Button name="go" value="search">
          查找
        </Button>
      </div>
      <p className="hint" role="status">
        {found === null
          ? '常用的在下面，别的可以查找；说不清就先空着'
          : found.length
            ? `找到 ${found.length} 类`
            : '没有找到，换个说法，或者先空着'}
      </p>
      <div className="pick">
        {shown.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name="typeCode"
              value={option.value}
              defaultChecked={option.value === picked?.value}
              onChange={() => setPicked(option)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
