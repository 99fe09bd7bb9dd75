// What keep.js does to the page: shows another in its place, leads on, says what is kept.
;(() => {
  const { kept } = globalThis

  // On to another page; one that is this very page is read anew, at the place that its address names.
  function leave(to) {
    const there = new URL(to, location.href)
    if (there.pathname + there.search !== location.pathname + location.search) return location.assign(to)
    history.replaceState(null, '', to)
    history.scrollRestoration = 'manual'
    location.reload()
  }

  // A refused form comes back as a page, for the address that this one has: it takes its place.
  function show(html, begin) {
    const page = new DOMParser().parseFromString(html, 'text/html')
    for (const script of page.querySelectorAll('script')) script.remove()
    document.title = page.title
    document.body.replaceChildren(...page.body.childNodes)
    begin()
    scrollTo(0, 0)
    dispatchEvent(new Event('shown'))
  }

  // A line above the form, with what may be done about it.
  function notice(text, choices) {
    const box = document.createElement('div')
    box.className = 'kept-here'
    box.setAttribute('role', 'status')
    const line = document.createElement('p')
    line.textContent = text
    box.append(line)
    for (const [label, act] of choices) {
      const button = document.createElement('button')
      Object.assign(button, { type: 'button', className: 'button', textContent: label })
      button.addEventListener('click', () => {
        box.remove()
        act()
      })
      box.append(button)
    }
    document.querySelector('main h1')?.after(box)
  }

  Object.assign(kept, { leave, show, notice })
})()
