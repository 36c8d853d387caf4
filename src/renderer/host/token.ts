const KEY = 'huishu-token'

/**
 * The web host's token: from the URL fragment on first arrival, which is then taken out of the
 * address so that it neither stays in sight nor in the history; from this tab's memory after a reload.
 */
export function takeToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (given !== null) {
    history.replaceState(null, '', location.pathname + location.search)
    sessionStorage.setItem(KEY, given)
    return given
  }
  return sessionStorage.getItem(KEY) ?? ''
}
