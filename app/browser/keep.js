// Offline honesty on the forms of registration: what is typed is kept here as one types, saved to the draft a moment later,
// and what could not be sent is sent again with its own key until the system has answered. The header says which it is.
;(() => {
  const { kept } = globalThis
  const { words, say, clock } = kept
  const quietMs = 2500
  const save = ['go', 'save'] // which button: a name and a value
  const unsent = '只存在本机，有网后自动送出'
  const ours = ['csrf', 'go', 'key', 'seen', 'typeQuery']

  let form = null
  let slot = null // of the open page: {fields, press, pending, at}; with what is never stored
  let typed = 0 // counts what was typed, to know whether an answer is about all of it
  let pause = 0
  let wait, retry
  const actionOf = () => form?.getAttribute('action')
  const isDraft = () => form?.dataset.keep === 'draft'

  // Never stored: identity numbers, doors and safe contacts, and an identity number wherever it was written.
  const hidden = (name) => /(^|\.)(idNumber|door|safeContact)$/.test(name) || Boolean(form?.elements[name]?.dataset?.secret)
  const hides = ([name, value]) => value !== '' && (hidden(name) || /\d{14,}[\dXx]/.test(value))
  const fieldsOf = () => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== 'csrf' && name !== 'go')
  const told = (fields) => JSON.stringify(fields.filter((one) => one[1] && !ours.includes(one[0]) && !hides(one)))

  function store() {
    const { fields, ...rest } = slot
    return words.put(actionOf(), { ...rest, fields: fields.filter((one) => !hides(one)), secret: fields.some(hides) })
  }
  const setAside = (left) => words.put(`offer:${actionOf()}`, { ...left, pending: false })
  function change(more) {
    // What an earlier page left is not what stands in these fields: it is offered, not overwritten.
    if (slot?.left) {
      setAside(slot)
      offerLeft()
      slot = null
    }
    typed += 1
    slot = { press: save, pending: false, ...slot, ...more, fields: fieldsOf(), at: Date.now() }
    const is = store()
    say(is ? (slot.pending ? unsent : `${clock()} 只存在本机`) : '还没有送出，请不要关这一页', is ? 'here' : 'nowhere')
  }
  const settled = () => {
    words.drop(actionOf())
    slot = null
  }

  const bodyOf = ({ fields, press: [name, value] }) => {
    const body = new URLSearchParams(value === 'save' ? fields.filter(([field]) => field !== 'typeQuery') : fields)
    body.set('csrf', kept.csrf())
    if (name) body.set(name, value)
    return body
  }
  const post = (action, item) => kept.send(action, bodyOf(item), { 'X-Sent-By': 'keep' })
  function waitForLine() {
    say(unsent, 'here')
    clearTimeout(retry)
    pause = Math.min(60_000, pause ? pause * 2 : 1000)
    retry = setTimeout(flush, pause)
    return false
  }
  function signIn() {
    say('登录已过期，只存在本机', 'here')
    if (slot?.pending) location.assign(`/sign-in?to=${encodeURIComponent(location.pathname)}`)
    return false
  }

  // The open page. True when nothing of it waits any longer.
  async function sendOwn() {
    if (!slot || (!slot.pending && !isDraft())) return true
    const [{ pending }, count] = [slot, typed]
    const answer = await post(actionOf(), slot)
    if (answer.offline) return waitForLine()
    if (answer.signedOut) return signIn()
    const done = answer.json !== undefined
    if (!done && !pending) return true // it stays here; the page's own button will say what is wrong
    if (done && count !== typed) return sendOwn() // more was typed meanwhile
    if (done) {
      settled()
      if (pending) kept.leave(answer.json.to)
      return !pending
    }
    // A draft has what was refused; what is on one page is only here until it is done.
    if (isDraft() && answer.status < 403) settled()
    else {
      slot = { ...slot, pending: false }
      store()
    }
    kept.show(answer.page, shown)
    return true
  }

  // What other pages of this browser left behind.
  async function sendOthers() {
    for (const item of words.all()) {
      const { action, pending, secret } = item
      if (!pending || secret || action === actionOf() || !action.startsWith('/')) continue
      const answer = await post(action, item)
      if (answer.offline) return waitForLine()
      if (answer.signedOut) return signIn()
      if (answer.json) words.drop(action)
      else words.put(action, { ...item, pending: false })
      kept.notice(answer.json ? '刚才没有网时填的，已经送到系统。' : '有一份没有网时填的，还没有送成。', [
        ['打开看', () => location.assign(answer.json?.to ?? action)],
      ])
    }
    return true
  }

  let running = null
  function flush() {
    clearTimeout(wait)
    clearTimeout(retry)
    running ??= (async () => {
      const had = slot !== null || kept.pieces.waits()
      if (!(await kept.pieces.flush())) return kept.signedOut ? signIn() : waitForLine()
      if (!(await sendOwn()) || !(await sendOthers())) return
      pause = 0
      if (had && !slot && isDraft()) say(`${clock()} 已存到系统`, 'there')
    })().finally(() => (running = null))
    return running
  }
  const soon = (ms) => {
    clearTimeout(wait)
    wait = setTimeout(flush, ms)
  }

  // What was typed here and never reached the system is offered back above the form: the system makes the page of it, with
  // as many rows as it had. A draft has it then; a page of its own shows it, and it stays here until the page is sent.
  async function putBack(item) {
    const name = `offer:${actionOf()}`
    const own = fieldsOf().filter(([field]) => hidden(field))
    const press = isDraft() ? save : ['intent', 'back']
    const answer = await post(actionOf(), { fields: [...item.fields, ...own], press })
    if (answer.json || answer.status === 200) words.drop(name)
    if (answer.json) return kept.leave(location.pathname)
    if (answer.status === 200) {
      words.put(actionOf(), { ...item, pending: false })
      return kept.show(answer.page, shown)
    }
    offerLeft()
    say('没有网，还没有放回来', 'here')
  }
  function offerLeft() {
    const name = `offer:${actionOf()}`
    const item = words.get(name)
    if (!item) return
    kept.notice(
      `本机还有 ${clock(item.at)} 填的内容，没有送到系统。${item.secret ? '证件号码、门牌、安全联系方式不留在本机，要再填一次。' : ''}`,
      [
        ['放回来', () => putBack(item)],
        ['不要了', () => words.drop(name)],
      ],
    )
  }

  function shown() {
    form = document.querySelector('form[data-keep]')
    slot = null
    if (form) offerLeft()
  }
  function begin() {
    form = document.querySelector('form[data-keep]')
    if (!form) return
    const left = words.get(actionOf())
    if (left?.pending && !left.secret) slot = { ...left, left: true }
    else if (left && told(left.fields) !== told(fieldsOf())) {
      words.drop(actionOf())
      setAside(left)
    } else if (left && isDraft()) words.drop(actionOf())
    offerLeft()
  }

  document.addEventListener('input', ({ target }) => {
    if (!form || target.form !== form || target.type === 'file' || !target.name || target.name === 'typeQuery') return
    change({})
    if (isDraft()) soon(quietMs)
  })
  document.addEventListener('submit', (event) => {
    if (!form || event.target !== form) return
    // Files that no piece takes (a browser without the means) go with the form, as without script.
    if (!kept.secure && [...form.elements].some((input) => input.type === 'file' && input.files.length)) return
    event.preventDefault()
    const { submitter } = event
    change({ pending: true, press: [submitter?.name ?? '', submitter?.value ?? ''] })
    say('正在送出…', 'here')
    void (running ?? Promise.resolve()).then(flush)
  })
  addEventListener('kept', () => soon(0))
  addEventListener('online', () => {
    pause = 0
    void flush()
  })
  addEventListener('offline', () => slot && say(unsent, 'here'))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && slot && soon(0))

  begin()
  void flush()
})()
