import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { dropDatabase } from './dropping.mjs'

/** The same server and login, another database. */
export function onDatabase(url: string, database: string) {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Runs one statement on the server, outside any transaction: to create or drop a database. */
export async function onServer<Row extends pg.QueryResultRow>(url: string, statement: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await client.query<Row>(statement)
  } finally {
    await client.end()
  }
}

/** Runs `act` on an empty database of its own on the server that DATABASE_URL names; dropped afterwards. */
export async function withScratchDatabase<T>(act: (url: string) => Promise<T>, server = process.env.DATABASE_URL ?? '') {
  const name = `scratch_${process.pid}_${randomBytes(4).toString('hex')}`
  await onServer(server, `create database ${name} template template0`)
  try {
    return await act(onDatabase(server, name))
  } finally {
    await dropDatabase((statement) => onServer(server, statement), name)
  }
}
