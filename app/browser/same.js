// While one types who has a quarrel with whom: asks after a pause whether it is registered already and says so under the
// parties. What is typed goes in the body, never in an address; without script the next page asks the same.
;(() => {
  const pauseMs = 1200
  const about = /^parties\[\d+\]\.(name|idNumber|phone|addressText|helpers\[\d+\]\.(name|phone))$/
  let wait, asking
  let last = ''

  const line = ({ text, why, href }) => {
    const item = document.createElement('li')
    item.textContent = why ? `${text}（${why}）` : text
    if (href)
      item.append(Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'noreferrer', textContent: '打开看看' }))
    return item
  }
  const show = (box, likely) => {
    box.querySelector('ul').replaceChildren(...likely.map(line))
    box.hidden = likely.length === 0
  }
  const bodyOf = (form) =>
    new URLSearchParams([...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== 'go'))

  function ask(form, box) {
    const body = bodyOf(form)
    const said = JSON.stringify([...body].filter(([name]) => about.test(name) || name.endsWith('.side')))
    if (said === last) return
    last = said
    asking?.abort()
    asking = new AbortController()
    fetch(box.dataset.likely, { method: 'POST', body, signal: asking.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((found) => found && show(box, found.likely))
      .catch(() => (last = '')) // no line, or more was typed: the next page asks
  }
  document.addEventListener('input', ({ target }) => {
    const box = document.querySelector('[data-likely]')
    if (!box || !target.form || !about.test(target.name ?? '')) return
    clearTimeout(wait)
    wait = setTimeout(() => ask(target.form, box), pauseMs)
  })
})()
