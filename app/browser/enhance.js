// What makes the pages quicker with a keyboard and safer under a nervous thumb. Everything works without it.
;(() => {
  const root = document.documentElement
  const keysOff = 'keys-off'
  const stored = (act) => {
    try {
      return act(localStorage)
    } catch {
      return null // a browser that keeps nothing
    }
  }

  // A single key is a shortcut only for those who want it: the switch beside the hint turns them off on this device.
  const showKeys = () => root.classList.toggle('keys', !stored((box) => box.getItem(keysOff)))
  root.classList.add('script')
  showKeys()
  addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-keys-switch]')) return
    const on = root.classList.contains('keys')
    stored((box) => (on ? box.setItem(keysOff, 'yes') : box.removeItem(keysOff)))
    showKeys()
  })

  // What the forms of registration keep in this browser (kept.js) goes after a day, and at sign-out.
  const dayMs = 24 * 3_600_000
  const isFresh = (at) => Date.now() - at < dayMs
  const forget = (still) =>
    stored((box) => {
      const names = Object.keys(box).filter((name) => name.startsWith('kept:'))
      for (const name of names) if (!still || !isFresh(JSON.parse(box.getItem(name))?.at)) box.removeItem(name)
      const filesAt = box.getItem('kept-files-at')
      if (filesAt === null || (still && isFresh(filesAt))) return
      box.removeItem('kept-files-at')
      indexedDB.deleteDatabase('kept')
    })
  forget(true)
  const keeps = () => stored((box) => Object.keys(box).some((name) => name.startsWith('kept:')))
  addEventListener('submit', (event) => {
    if (event.target.getAttribute('action') !== '/sign-out') return
    if (keeps() && !confirm('有没送到系统的内容只存在本机，退出就删掉。确定退出吗？')) return event.preventDefault()
    forget(false)
  })

  // A form is sent once: a second press does nothing until the page is shown again, or ten seconds have gone by.
  // Its buttons are stopped after the browser has read which of them was pressed. A form that answers with a file
  // carries data-again and is left alone.
  const release = (form) => {
    delete form.dataset.sent
    for (const button of form.elements) {
      if (!button.dataset.stopped) continue
      button.disabled = false
      delete button.dataset.stopped
    }
  }
  addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || form.method !== 'post' || 'again' in form.dataset) return
    if (form.dataset.sent) {
      event.preventDefault()
      return
    }
    form.dataset.sent = 'yes'
    setTimeout(() => {
      for (const button of form.elements) {
        if (button.type !== 'submit' || button.disabled) continue
        button.disabled = true
        button.dataset.stopped = 'yes'
      }
    })
    setTimeout(() => release(form), 10_000)
  })
  addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach(release)
    document.querySelector('[role="alert"][tabindex="-1"]')?.focus()
  })
  // A refused form that took the page's place (keep.js).
  addEventListener('shown', () => {
    document.querySelector('[role="alert"][tabindex="-1"]')?.focus()
    begin()
  })

  // Elsewhere than in a field: J and K go along the rows; a shown key follows its link, and on a button that would
  // send something it first only goes there: the same key again, or Enter, presses it.
  const go = (step) => {
    const rows = [...document.querySelectorAll('[data-row]')]
    if (rows.length === 0) return
    const focused = rows.findIndex((row) => row.contains(document.activeElement))
    const here = focused >= 0 ? focused : rows.findIndex((row) => row.querySelector('[aria-current="true"]'))
    const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step))
    const link = rows[next].querySelector('a')
    link?.focus()
    link?.scrollIntoView({ block: 'nearest' })
  }
  addEventListener('keydown', (event) => {
    if (!root.classList.contains('keys') || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.isComposing || event.repeat || event.target.closest?.('input, textarea, select, dialog')) return
    const key = event.key.toUpperCase()
    const meant = [...document.querySelectorAll('[data-key]')].find((element) => element.dataset.key === key)
    if (meant) {
      event.preventDefault()
      const there = document.activeElement === meant
      // A question that is answered by a key leaves the keyboard free for the next one.
      if (meant.type !== 'radio') meant.focus()
      if (there || meant.type !== 'submit') meant.click()
    } else if (key === 'J' || key === 'K') {
      event.preventDefault()
      go(key === 'J' ? 1 : -1)
    }
  })

  // A printer's button, and what a search finds while one types: the button beside the field asks the same.
  const hintOf = (count) => (count ? `找到 ${count} 类` : '没有找到，换个说法')
  const show = (box, found) => {
    const list = box.querySelector('.pick')
    const usual = (box.usual ??= [...list.children])
    const picked = list.querySelector('input:checked')?.closest('label')
    const made = found?.map(({ value, label }) => {
      if (picked?.firstElementChild.value === value) return picked
      const line = usual[0].cloneNode(true)
      Object.assign(line.firstElementChild, { value, checked: false })
      line.lastElementChild.textContent = label
      return line
    })
    const rows = made ?? usual
    list.replaceChildren(...rows, ...(picked && !rows.includes(picked) ? [picked] : []))
    const status = box.querySelector('[role="status"]')
    const usually = (box.usually ??= status.textContent)
    status.textContent = made ? hintOf(made.length) : usually
  }
  function begin() {
    document.querySelectorAll('[data-print]').forEach((button) => {
      button.hidden = false
      button.addEventListener('click', () => print())
    })
    document.querySelectorAll('[data-seek]').forEach((box) => {
      let wait, asking
      box.querySelector('.seek input').addEventListener('input', ({ target }) => {
        clearTimeout(wait)
        asking?.abort()
        asking = new AbortController()
        const { signal } = asking
        wait = setTimeout(() => {
          const text = target.value.trim().slice(0, 40)
          if (!text) return show(box, null)
          fetch(`${box.dataset.seek}?q=${encodeURIComponent(text)}`, { signal })
            .then((answer) => (answer.ok ? answer.json() : null))
            .then((found) => found && show(box, found))
            .catch(() => undefined) // no line: the button still searches
        }, 250)
      })
    })
  }
  begin()
})()
