// Keeps the centre's wall up to date: asks every ten seconds, shows what changed, and says so when the line is lost.
;(() => {
  const everyMs = 10_000
  const answerWithinMs = 8_000
  // A screen that hangs for weeks takes a new version of the page, a few times a day and only while the line is there.
  const anewAfterMs = 6 * 3_600_000
  const part = (name) => document.querySelector(`[data-wall="${name}"]`)
  const timeOf = (ms) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16) // Shanghai, whatever the screen's own zone
  const say = (name, text) => {
    const at = part(name)
    if (at.textContent !== text) at.textContent = text
  }

  const begun = Date.now()
  let tag = null
  let aheadMs = 0 // how far the server's clock is before the screen's
  let last = null

  const tick = () => say('clock', timeOf(Date.now() + aheadMs))

  function show({ html, day, said }) {
    const board = part('board')
    const focused = board.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
    board.innerHTML = html
    if (focused) board.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus()
    say('day', day)
    say('said', said)
  }

  const lost = (words) => {
    document.querySelector('.wall').classList.add('lost')
    say('state', last === null ? words : `${words}，最后更新 ${timeOf(last)}`)
  }

  async function ask() {
    const headers = { Accept: 'application/json', ...(tag && { 'If-None-Match': tag }) }
    const asking = new AbortController()
    const enough = setTimeout(() => asking.abort(), answerWithinMs)
    const answer = await fetch('/wall/now', { headers, redirect: 'manual', signal: asking.signal }).finally(() => clearTimeout(enough))
    part('again').hidden = answer.type !== 'opaqueredirect'
    if (answer.type === 'opaqueredirect') return lost('登录已到期')
    if (answer.status === 404) return lost('这个账号现在看不了大屏')
    if (answer.status !== 304 && !answer.ok) return lost('系统没有答复')
    if (answer.status !== 304) {
      show(await answer.json())
      tag = answer.headers.get('ETag')
    }
    const now = Date.parse(answer.headers.get('Date') ?? '') || Date.now()
    aheadMs = now - Date.now()
    last = now
    document.querySelector('.wall').classList.remove('lost')
    say('state', '每 10 秒更新')
    if (Date.now() - begun > anewAfterMs) location.reload()
  }

  async function round() {
    await ask().catch(() => lost('断线'))
    tick()
    setTimeout(round, everyMs)
  }
  setInterval(tick, 1_000)
  round()
})()
