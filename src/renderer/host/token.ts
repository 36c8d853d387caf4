const KEY = 'huishu-token'

/**
 * The web host's token: from the URL fragment on first arrival, which is then taken out of the
 * address so that it neither stays in sight nor in the history; from this tab's memory after a reload.
 */
export function takeToken(): string {
  const fields = new URLSearchParams(location.hash.slice(1))
  const given = fields.get('token')
  if (given !== null) {
    fields.delete('token')
    const rest = fields.size === 0 ? '' : `#${fields.toString()}`
    history.replaceState(null, '', location.pathname + location.search + rest)
    sessionStorage.setItem(KEY, given)
    return given
  }
  return sessionStorage.getItem(KEY) ?? ''
}
