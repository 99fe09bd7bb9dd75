import { Button, ButtonLink } from './buttons'
import { Hidden } from './field'

/** TableDoor {make? into out base}: what may be done with a list as a whole: a new one, and all of it out of and into a table. */
export const TableDoor = ({
  make,
  into,
  out,
  base,
}: {
  make?: { label: string; href: string }
  into: string
  out: string
  base: Readonly<Record<string, string | number | undefined>>
}) => (
  <form method="post" action={out} className="buttons table-door" data-again>
    <Hidden values={base} />
    {make && (
      <ButtonLink href={make.href} weight="main">
        {make.label}
      </ButtonLink>
    )}
    <ButtonLink href={into}>用表格导入</ButtonLink>
    <Button>导出 xlsx</Button>
  </form>
)
