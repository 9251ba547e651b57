// Without this script every part of the board works by plain forms and links; with it nothing has to be loaded anew.

import { begin, find, put, read, refresh, say } from './moving.js'

const show = async (change) => {
  const query = new URLSearchParams(location.search)
  query.delete('said')
  change(query)
  history.pushState(null, '', `/?${query}`)
  await refresh()
}

const open = async (id) => {
  await show((query) => query.set('open', id))
  find('#opened h3')?.focus()
}

const filter = (fields) =>
  show((query) => {
    for (const [name, value] of fields) value === '' ? query.delete(name) : query.set(name, value)
  })

const post = async (form, submitter) => {
  const fields = new URLSearchParams(new FormData(form, submitter))
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action')
  const { response, page } = await read(action, { method: 'POST', body: fields })
  say(find('#said', page)?.textContent || page.body.textContent.trim())
  const sent = new URL(response.url).searchParams.get('open')
  if (sent) await show((query) => query.set('open', sent))
  else await refresh()
}

let drawn = 0
/** What was typed last counts, in whatever order it is answered. */
const draw = async (form, selector) => {
  drawn += 1
  const own = drawn
  const { page } = await read(`/?${new URLSearchParams(new FormData(form))}`)
  if (own === drawn) put(page, selector)
}

document.addEventListener('submit', (event) => {
  const form = event.target
  const isFilter = form.matches('[data-filters]')
  event.preventDefault()
  begin(isFilter ? filter(new FormData(form)) : post(form, event.submitter))
})

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-opens]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  begin(open(new URL(link.href).searchParams.get('open')))
})

let typing
document.addEventListener('input', ({ target }) => {
  if (target.dataset.unit) {
    const shown = target.dataset.unit === 's' ? (target.value / 1000).toFixed(1) : target.value
    find(`output[for="${target.id}"]`).textContent = `${shown} ${target.dataset.unit}`
  }
  if (!target.form?.matches('[data-previews]') || target.id === 'count') return
  clearTimeout(typing)
  typing = setTimeout(() => begin(draw(target.form, target.matches('[data-redraws]') ? '#sending' : '#preview')), 200)
})

document.addEventListener('change', ({ target }) => {
  if (target.matches('[data-filters] select, [data-dials] *')) target.form.requestSubmit()
})
