import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** PrintButton {children?}: prints the page; there only where it works, for the browser's own menu does the same. */
export function PrintButton({ children = '打印' }: { children?: string }) {
  const works = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return works ? (
    <button type="button" className="button" onClick={() => window.print()}>
      {children}
    </button>
  ) : null
}
