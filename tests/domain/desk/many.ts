import { pool } from '#app/db/client.server'

/**
 * Disputes by the thousand, over all townships, most of them ended, written straight into the tables: enough that a list
 * without its index would be seen to read them all.
 */
export async function manyDisputes(count: number): Promise<void> {
  await pool.query(
    `
    with village as (select v.id, v.parent_id as township, row_number() over (order by v.code) - 1 as n from area v where v.level = 'village'),
      made as (
        select g, v.id as area, v.township, (select id from area where level = 'district' limit 1) as district,
          (array['closed','closed','closed','closed','closed','closed','archived','withdrawn','reported','offered','mediating','performing','visiting','failed','signing'])[1 + g % 15] as status
        from generate_series(1, $1::int) g join village v on v.n = g % (select count(*) from village))
    insert into dispute (id, number, query_code_hash, data_key, title, status, version, level, kept, objected, risk, area_id, township_id, district_id, type_code, source, intake,
      sealed, urgent, amount_about, languages, danger_signs, registered_at, recorded_at, due_at, due_day, due_period, desk_since, tokens, search_text)
    select gen_random_uuid(), '530702-2025-' || lpad(g::text, 6, '0'), 'x', 'x', '邻里纠纷第' || g || '件', status::"DisputeStatus", 1, 'township', false, false,
      (case when g % 97 = 0 then 'red' when g % 31 = 0 then 'yellow' else 'green' end)::"RiskLevel", area, township, district, '02', 'applied', 'grid',
      g % 211 = 0, false, false, '{}', '{}', now() - g * interval '1 hour', now() - g * interval '1 hour',
      case when g % 15 >= 8 then now() + ((g % 400) - 100) * interval '2 hour' end, case when g % 15 >= 8 then (now() + ((g % 400) - 100) * interval '2 hour')::date end,
      case when g % 15 >= 8 then 'triage' end, now(),
      array['邻','里','纠','纷','第','件','邻里','里纠','纠纷','纷第', (array['王','李','和','木'])[1 + g % 4], (array['王伟','李娜','和平','木春'])[1 + g % 4], (g % 1000)::text],
      '530702' || '2025' || lpad(g::text, 6, '0') || ' 邻里纠纷第' || g || '件 ' || (array['王伟','李娜','和平','木春'])[1 + g % 4]
    from made`,
    [count],
  )
  await pool.query(`
    insert into leg (id, dispute_id, ordinal, channel, body_id, offered_at, received_at, party_asked, opened_version)
    select gen_random_uuid(), d.id, 1, 'people', b.id, d.recorded_at, d.recorded_at, false, 2 from dispute d join body b on b.area_id = d.area_id and b.kind = 'villageCommittee'
    where d.number like '530702-2025-%' and d.status in ('offered', 'mediating', 'performing', 'visiting', 'signing')`)
  await pool.query(`
    insert into sight (id, dispute_id, subject_kind, subject_id, why, valid_from)
    select gen_random_uuid(), l.dispute_id, 'body', l.body_id, 'body', l.offered_at from leg l join dispute d on d.id = l.dispute_id where d.number like '530702-2025-%'`)
  await pool.query(`
    insert into leg_mediator (id, leg_id, account_id, lead, valid_from)
    select gen_random_uuid(), l.id, (select p.account_id from post p where p.body_id = l.body_id and p.role = 'mediator' order by p.id limit 1), true, l.offered_at
    from leg l join dispute d on d.id = l.dispute_id where d.number like '530702-2025-%' and d.status not in ('offered')`)
  await pool.query(`
    insert into sight (id, dispute_id, subject_kind, subject_id, why, valid_from)
    select gen_random_uuid(), l.dispute_id, 'account', m.account_id, 'mediator', m.valid_from from leg_mediator m join leg l on l.id = m.leg_id join dispute d on d.id = l.dispute_id where d.number like '530702-2025-%'`)
  await pool.query(`
    insert into party (id, dispute_id, ordinal, side, kind, name, minor, languages, willing, no_sms, roster_estimated, joined_at)
    select gen_random_uuid(), d.id, 1, 'applicant', 'person', case when d.number like '%00' then '王伟' else '和' || right(d.number, 5) end, false, '{}', 'willing', false, false, now() from dispute d where d.number like '530702-2025-%'`)
  await pool.query(`
    insert into dispute_event (id, dispute_id, version, type, to_status, actor_kind, happened_at, recorded_at, detail)
    select gen_random_uuid(), d.id, 1, 'register', 'reported', 'account', now(), now(), '{}' from dispute d where d.number like '530702-2025-%'`)
  await pool.query(`
    update dispute d set keeper_id = m.account_id from leg l join leg_mediator m on m.leg_id = l.id where l.dispute_id = d.id and d.number like '530702-2025-%'`)
  for (const table of ['dispute', 'leg', 'sight', 'leg_mediator', 'party', 'dispute_event', 'notice', 'request'])
    await pool.query(`analyze ${table}`)
}

/** How often each of the large tables was read from end to end while something ran. Needs a pool of one connection. */
export async function wholeReads(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const read = async () => {
    await pool.query('select pg_stat_force_next_flush()')
    await pool.query('select pg_stat_clear_snapshot()')
    const { rows } = await pool.query<{ name: string; n: string }>(
      `select relname as name, seq_scan as n from pg_stat_user_tables where relname in ('dispute', 'party', 'dispute_event', 'event_text', 'sight')`,
    )
    return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]))
  }
  const before = await read()
  await act()
  const after = await read()
  return Object.fromEntries(
    Object.entries(after)
      .map(([name, n]) => [name, n - (before[name] ?? 0)])
      .filter(([, n]) => n !== 0) as [string, number][],
  )
}
