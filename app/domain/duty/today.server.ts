/**
 * SQL, rows of `OnDuty`: who is on duty on `day` (an expression of a date) for the areas `areas` (of a uuid[]), the smaller
 * area first. The number is the office's own, never a person's.
 */
export const onDuty = (areas: string, day: string): string => `
  select r.name as area, a.name, (select b.phone from body b where b.area_id = r.id and b.phone is not null and b.valid_to is null
      and b.kind = case r.level when 'district' then 'jointCommittee' else 'townshipCommittee' end order by b.name limit 1) as phone
  from duty_shift s join area r on r.id = s.area_id join account a on a.id = coalesce(s.substitute_id, s.account_id)
  where s.area_id = any(${areas}) and s.day = ${day} and s.part = 'duty' and a.stopped_at is null order by length(r.path) desc, a.name`
