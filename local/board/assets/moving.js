// What changes by itself, put in its place whenever the board says that there is something new.

export const find = (selector, root = document) => root.querySelector(selector)
const pause = find('#pause')
const said = find('#said')
const isPaused = () => pause.getAttribute('aria-pressed') === 'true'
const lost = 'The board does not answer. Is everything still running?'

export const say = (sentence) => {
  said.textContent = sentence
}
/** Work that nobody waits for. */
export const begin = (work) => void work.catch(() => say(lost))

export const read = async (url, options) => {
  const response = await fetch(url, options)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  return { response, page }
}

/** Puts parts of another page in the place of ours, where they differ; whoever is in one of them stays there. */
export const put = (page, selector) => {
  const focused = document.activeElement
  for (const fresh of page.querySelectorAll(selector)) {
    const old = document.getElementById(fresh.id)
    if (!old || old.outerHTML === fresh.outerHTML) continue
    if (old.matches('[data-kept]') && old.contains(focused)) continue // somebody is turning it
    const scrolled = find('ol', old)?.scrollTop
    old.replaceWith(document.adoptNode(fresh))
    if (scrolled) find('ol', fresh)?.scrollTo(0, scrolled)
  }
  if (focused?.id && document.activeElement !== focused) document.getElementById(focused.id)?.focus({ preventScroll: true })
}

let reading
let again = false
const readMoving = async () => {
  again = false
  const { response, page } = await read(`/moving${location.search}`)
  if (response.ok) put(page, '[data-live]')
  if (response.ok === (said.textContent === lost)) say(response.ok ? '' : lost)
  if (again) await readMoving()
}
/** One at a time; what is asked for meanwhile is done once more, and whoever asked waits for that. */
export const refresh = () => {
  again = true
  reading ??= readMoving().finally(() => {
    reading = undefined
  })
  return reading
}

pause.hidden = false
pause.addEventListener('click', () => {
  pause.setAttribute('aria-pressed', String(!isPaused()))
  if (!isPaused()) begin(refresh())
})

const refreshUnlessPaused = () => isPaused() || begin(refresh())
addEventListener('popstate', () => begin(refresh()))
new EventSource('/live').addEventListener('changed', refreshUnlessPaused)
// The workflow tells nobody into which state it goes: while one that is under way is open, it is asked.
setInterval(() => find('#opened[data-under-way]') && refreshUnlessPaused(), 1_000)
setInterval(refreshUnlessPaused, 10_000) // the figures of a carrier grow old without any event
