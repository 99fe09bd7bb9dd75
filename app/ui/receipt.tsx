/** Receipt {number code?}: what the applicant takes along: 登记编号 and 查询码, to be read out and copied down. */
export const Receipt = ({ number, code }: { number: string; code?: string | undefined }) => (
  <dl className="receipt">
    <div>
      <dt>登记编号</dt>
      <dd className="num">{number}</dd>
    </div>
    {code && (
      <div>
        <dt>查询码</dt>
        <dd className="num code">{code}</dd>
      </div>
    )}
  </dl>
)
