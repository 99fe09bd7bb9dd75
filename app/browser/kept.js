// What this browser keeps of a form until the system has it: words in localStorage, photographs in IndexedDB, each under its
// account, for a day at most; enhance.js takes all of it away at sign-out. Never identity numbers, never identity papers.
;(() => {
  const { account } = document.currentScript.dataset
  const dayMs = 24 * 3_600_000
  const head = `kept:${account}:`
  const isOld = ({ at }) => !(Date.now() - at < dayMs)
  const read = (name) => {
    try {
      return JSON.parse(localStorage.getItem(name))
    } catch {
      return null
    }
  }

  // Words, by the address their form is sent to. `put` answers whether they are kept.
  const words = {
    put: (action, slot) => {
      try {
        localStorage.setItem(head + action, JSON.stringify(slot))
        return true
      } catch {
        return false // a browser that keeps nothing, or is full
      }
    },
    get: (action) => {
      const slot = read(head + action)
      return slot && !isOld(slot) ? slot : null
    },
    drop: (action) => {
      try {
        localStorage.removeItem(head + action)
      } catch {
        // nothing was kept
      }
    },
    all: () => {
      try {
        return Object.keys(localStorage)
          .filter((name) => name.startsWith(head))
          .map((name) => ({ action: name.slice(head.length), ...read(name) }))
          .filter((slot) => !isOld(slot))
          .sort((a, b) => a.at - b.at)
      } catch {
        return []
      }
    },
  }

  // Photographs. A browser without a place for them keeps them while the page is open, and says so.
  const opened = new Promise((resolve) => {
    try {
      const asked = indexedDB.open('kept', 1)
      asked.onupgradeneeded = () => asked.result.createObjectStore('files', { keyPath: 'id' })
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close() // signing out takes it away
        resolve(asked.result)
      }
      asked.onerror = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  const within = async (mode, act) => {
    const box = await opened
    if (!box) return null
    return new Promise((resolve) => {
      try {
        const doing = box.transaction('files', mode)
        const asked = act(doing.objectStore('files'))
        doing.oncomplete = () => resolve(asked.result ?? true)
        doing.onabort = doing.onerror = () => resolve(null)
      } catch {
        resolve(null)
      }
    })
  }
  const files = {
    put: (file) => {
      try {
        localStorage.setItem('kept-files-at', String(Date.now())) // for enhance.js, which takes them away in time
      } catch {
        return null // what could not be taken away in time is not kept
      }
      return within('readwrite', (box) => box.put({ ...file, account, at: Date.now() }))
    },
    drop: (id) => within('readwrite', (box) => box.delete(id)),
    all: async () => {
      const found = await within('readonly', (box) => box.getAll())
      const kept = Array.isArray(found) ? found : []
      for (const { id } of kept.filter(isOld)) void files.drop(id)
      return kept.filter((file) => file.account === account && !isOld(file)).sort((a, b) => a.at - b.at)
    },
  }

  const csrf = () => document.querySelector('form input[name="csrf"]')?.value ?? ''

  // Sends, and says what came of it: `json`; `page` (a page to be shown); `signedOut`; `offline` where nobody answered, or
  // only somebody on the way: then it is sent again, and whoever gets it twice does it once.
  async function send(address, body, headers) {
    try {
      const answer = await fetch(address, {
        method: 'POST',
        body,
        headers,
        credentials: 'same-origin',
        signal: AbortSignal.timeout?.(60_000),
      })
      const isJson = (answer.headers.get('Content-Type') ?? '').includes('json')
      if (isJson && (answer.ok || answer.status < 500)) return { status: answer.status, json: await answer.json() }
      if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return { offline: true }
      if (answer.redirected && new URL(answer.url).pathname === '/sign-in') return { signedOut: (kept.signedOut = true) }
      return { status: answer.status, page: await answer.text() }
    } catch {
      return { offline: true }
    }
  }

  // The line in the header: where what was typed is now.
  const clock = (at = Date.now()) =>
    new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' })
  const say = (text, where) => {
    const line = document.getElementById('saved')
    if (!line) return
    line.setAttribute('role', 'status')
    line.dataset.where = where
    if (line.textContent !== text) line.textContent = text
  }

  // It stays in view while one scrolls.
  if (document.getElementById('saved')) document.documentElement.classList.add('keeps')

  const kept = { words, files, csrf, send, say, clock, secure: Boolean(globalThis.crypto?.subtle), signedOut: false }
  globalThis.kept = kept
})()
