/** PrintButton {children?}: prints the page; enhance.js shows it, for without script the browser's own menu does the same. */
export function PrintButton({ children = '打印' }: { children?: string }) {
  return (
    <button type="button" className="button" data-print hidden>
      {children}
    </button>
  )
}
