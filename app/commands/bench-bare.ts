import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pool } from '#app/db/client.server'
import { newId } from '#app/domain/id'
import { likePattern, needleTokens, normaliseForSearch } from '#app/domain/search/tokens'

/** The same steps with nothing around them: node:http and pg, BEGIN, four statements, COMMIT, no pages. */
await pool.query(`
  create table if not exists bare_dispute (id uuid primary key, status text, version int, title text, tokens text[]);
  create table if not exists bare_event (id uuid primary key, dispute_id uuid, version int, type text, at timestamptz, detail jsonb, unique (dispute_id, version));
  create table if not exists bare_deadline (id uuid primary key, dispute_id uuid, due_at timestamptz, stopped_at timestamptz);
  create index if not exists bare_deadline_idx on bare_deadline (dispute_id);
  create table if not exists bare_audit (id uuid primary key, at timestamptz, act text, dispute_id uuid)`)

async function act(id: string, type: string) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ version: number }>(
      type === 'register'
        ? {
            name: 'new',
            text: 'insert into bare_dispute values ($1, $2, 1, $3, $4) returning version',
            values: [id, type, '邻居院墙滴水', ['邻居', '居院', '院墙']],
          }
        : {
            name: 'move',
            text: 'update bare_dispute set status = $2, version = version + 1 where id = $1 returning version',
            values: [id, type],
          },
    )
    await client.query({
      name: 'event',
      text: 'insert into bare_event values ($1, $2, $3, $4, now(), $5)',
      values: [newId(), id, rows[0]?.version, type, {}],
    })
    await client.query({
      name: 'deadline',
      text: `with stopped as (update bare_deadline set stopped_at = now() where dispute_id = $2 and stopped_at is null)
      insert into bare_deadline values ($1, $2, now() + interval '30 days')`,
      values: [newId(), id],
    })
    await client.query({ name: 'audit', text: 'insert into bare_audit values ($1, now(), $2, $3)', values: [newId(), type, id] })
    await client.query('commit')
    return { id, version: rows[0]?.version }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function search(needle: string) {
  const { rows } = await pool.query<{ id: string }>({
    name: 'search',
    text: `select id, number, title, status, due_day from dispute where tokens @> $1 and search_text like $2 order by recorded_at desc limit 20`,
    values: [needleTokens(needle), likePattern(normaliseForSearch(needle))],
  })
  return rows
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://bare')
  const [, verb = '', id = ''] = url.pathname.split('/')
  const work = verb === 'search' ? search(url.searchParams.get('q') ?? '') : act(id, verb)
  work.then(
    (answer) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer)),
    (error: Error) => response.writeHead(500).end(error.message),
  )
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
