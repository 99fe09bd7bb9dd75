/**
 * SQL: what an area was called at that instant. `area` is a column or expression of its id, `at` of a timestamptz. Papers and
 * paths keep the name under which a dispute was registered; a renaming changes what comes after it (U34).
 */
export const areaNameAt = (area: string, at: string): string => `coalesce(
  (select n.name from area_name n where n.area_id = ${area} and n.valid_to >= (${at} at time zone 'Asia/Shanghai')::date order by n.valid_to limit 1),
  (select r.name from area r where r.id = ${area}))`
