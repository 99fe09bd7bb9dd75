import { useEffect, useState } from 'react'

/** PrintButton {children?}: prints the page; there only where it works, for the browser's own menu does the same. */
export function PrintButton({ children = '打印' }: { children?: string }) {
  const [works, setWorks] = useState(false)
  useEffect(() => setWorks(true), [])
  return works ? (
    <button type="button" className="button" onClick={() => window.print()}>
      {children}
    </button>
  ) : null
}
