/** Steps {at of}: 第 2 步，共 4 步, as a line of strokes. */
export const Steps = ({ at, of }: { at: number; of: number }) => (
  <div className="steps" role="img" aria-label={`第 ${at} 步，共 ${of} 步`}>
    {Array.from({ length: of }, (_, index) => (
      <i key={index} className={index < at ? 'on' : undefined} />
    ))}
  </div>
)
