const Note = ({ href, children }: { href: string; children: string }) => (
  <p className="small part-note">
    <a href={href}>{children}</a>
  </p>
)

/** BodyLinks {bodyId tables order asks}: what else may be done with a body, for who may. */
export const BodyLinks = ({ bodyId, tables, order, asks }: { bodyId: string; tables: boolean; order: string | null; asks: boolean }) => (
  <>
    {tables && <Note href={`/disputes/export?body=${bodyId}`}>导出本组织的纠纷 xlsx</Note>}
    {order && <Note href={order}>督办…</Note>}
    {asks && <Note href="/enquiries">咨询：来问一问的，记一行</Note>}
  </>
)
