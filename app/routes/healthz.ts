import { databaseAnswers } from '#app/domain/health.server'

/** 200 only when the database answers too: for who watches over the server. */
export async function loader() {
  const healthy = await databaseAnswers()
  return new Response(healthy ? 'ok\n' : 'database\n', {
    status: healthy ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
