// Photographs and papers of a registration go as soon as they are chosen: made small, in pieces, each sent until it is
// acknowledged; a piece that was lost goes again from where the system says it stands. Until then they are kept here.
;(() => {
  const { kept } = globalThis
  const longest = 1600
  const pieceBytes = 256 * 1024
  const waiting = [] // {id, draftId, kind, name, sha256, blob}
  const draftOf = () => /^\/register\/([0-9a-f-]{36})\//.exec(location.pathname)?.[1]

  // Ids in the order of choosing: the first half is the moment.
  const newId = () => {
    const moment = Date.now().toString(16).padStart(12, '0')
    return `${moment.slice(0, 8)}-${moment.slice(8)}-7${crypto.randomUUID().slice(15)}`
  }
  const hexOf = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

  // A picture is made small here; what is no picture, or cannot be read, goes as it is and is looked at there.
  async function small(file) {
    if (!/^image\/(jpeg|png)$/.test(file.type)) return file
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
      const scale = longest / Math.max(picture.width, picture.height)
      if (scale >= 1) return file
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(picture.width * scale)
      canvas.height = Math.round(picture.height * scale)
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
      picture.close()
      return (await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))) ?? file
    } catch {
      return file
    }
  }

  // The lines under the field: what is on its way.
  const lines = new Map()
  function line(file, text) {
    const list = document.querySelector('[data-sending]')
    if (!list || file.draftId !== draftOf()) return
    list.hidden = false
    let shown = lines.get(file.id)
    if (!shown?.isConnected) {
      shown = document.createElement('li')
      if (file.blob.type.startsWith('image/')) {
        const picture = document.createElement('img')
        picture.src = URL.createObjectURL(file.blob)
        picture.alt = ''
        picture.onload = () => URL.revokeObjectURL(picture.src)
        shown.append(picture)
      }
      shown.append(document.createElement('span'))
      list.append(shown)
      lines.set(file.id, shown)
    }
    shown.lastElementChild.textContent = `${file.name}　${text}`
  }
  function refused(file, problem) {
    lines.get(file.id)?.remove()
    const place = document.querySelector('[data-refused]')
    if (!place) return
    place.hidden = false
    place.textContent = `${file.name}：${problem}`
  }

  const forget = async (file) => {
    waiting.splice(waiting.indexOf(file), 1)
    if (file.kind === 'photo') await kept.files.drop(file.id)
  }
  const headers = () => ({ 'X-Sent-By': 'keep', 'X-Csrf': kept.csrf() })

  // One file as far as it goes: true when it needs no more sending.
  async function sendOne(file) {
    const { id: uploadId, draftId, kind, sha256, blob } = file
    const told = new URLSearchParams({ uploadId, draftId, kind, bytes: blob.size, sha256 })
    let answer = await kept.send('/uploads', told, headers())
    while (answer.json && !answer.json.problem && !answer.json.done) {
      const from = answer.json.offset
      line(file, `正在送 ${Math.floor((100 * from) / blob.size)}%`)
      const piece = blob.slice(from, from + pieceBytes)
      const more = { ...headers(), 'Content-Type': 'application/octet-stream' }
      answer = await kept.send(`/uploads/${uploadId}?from=${from}`, piece, more)
    }
    if (!answer.json || answer.status === 403) {
      line(file, kind === 'photo' ? '只存在本机，有网后自动送出' : '还没有送出。证件照片不留在本机，请不要关这一页')
      return false
    }
    await forget(file)
    if (answer.json.problem) refused(file, answer.json.problem)
    else line(file, '已存到系统')
    return true
  }

  // All that waits, one after the other; whoever asks meanwhile waits for the same round.
  let round = null
  const flush = () => {
    round ??= (async () => {
      for (let file; (file = waiting[0]);) if (!(await sendOne(file))) return false
      return true
    })().finally(() => (round = null))
    return round
  }

  async function ready(one, draftId, kind) {
    const shrunk = await small(one)
    // Its bytes as they are now: the file itself may be changed or gone when the line is back.
    const bytes = await shrunk.arrayBuffer()
    const sha256 = hexOf(await crypto.subtle.digest('SHA-256', bytes))
    const file = { id: newId(), draftId, kind, name: one.name, sha256, blob: new Blob([bytes], { type: shrunk.type }) }
    if (kind === 'photo') await kept.files.put(file)
    line(file, kind === 'photo' ? '只存在本机' : '等着送出')
    return file
  }

  // From here the pieces send what was chosen, and the form no longer does.
  async function take(input) {
    const { pieces: kind } = input.dataset
    const chosen = [...input.files]
    const draftId = draftOf()
    document.querySelector('[data-refused]')?.setAttribute('hidden', '')
    for (const one of chosen) {
      const file = await ready(one, draftId, kind).catch(() => null)
      if (file) waiting.push(file)
      else refused(one, '读不出来，请重新选一次')
    }
    input.value = ''
  }

  // A choice that is still being made small is waited for, too.
  let taking = Promise.resolve()
  if (kept.secure) {
    document.addEventListener('change', ({ target }) => {
      if (!target.matches?.('input[type="file"][data-pieces]') || !target.files.length || !draftOf()) return
      taking = taking.then(() => take(target))
      void taking.then(() => dispatchEvent(new Event('kept')))
    })
    addEventListener('beforeunload', (event) => {
      if (waiting.some(({ kind }) => kind === 'identity')) event.preventDefault()
    })
  }
  const before = kept.files.all().then((files) => {
    const known = new Set(waiting.map(({ id }) => id))
    waiting.unshift(...files.filter(({ id }) => !known.has(id)))
    for (const file of files) line(file, '只存在本机')
  })

  kept.pieces = {
    /** Sends all that waits; answers whether all of it is in the system. */
    flush: async () => {
      await Promise.all([before, taking])
      return flush()
    },
    waits: () => waiting.length > 0,
  }
})()
