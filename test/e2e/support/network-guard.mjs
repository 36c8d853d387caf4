// Loaded before a program (`--import`): every way into a network is watched and cut, but for this
// machine's own address. A line for each thread that is watched, and for each that asked for more,
// goes into the file that HUISHU_TEST_NETWORK names.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { isMainThread } from 'node:worker_threads'

const log = process.env.HUISHU_TEST_NETWORK
const tell = (line) => appendFileSync(log, `${line}\n`)
const OWN = '127.0.0.1'

function refuse(to) {
  tell(`asked: ${to}`)
  throw Object.assign(new Error(`network: ${to}`), { code: 'ENETUNREACH' })
}

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...words) {
  // Node hands its own calls over as one list.
  const [first, second] = Array.isArray(words[0]) ? words[0] : words
  const to =
    typeof first === 'object' && first !== null
      ? { path: first.path, host: first.host ?? 'localhost' }
      : typeof first === 'string' && Number.isNaN(Number(first))
        ? { path: first }
        : { host: typeof second === 'string' ? second : 'localhost' }
  if (!to.path && to.host !== OWN) {
    tell(`asked: ${to.host}`)
    this.destroy(Object.assign(new Error(`network: ${to.host}`), { code: 'ENETUNREACH' }))
    return this
  }
  return connect.apply(this, words)
}

const send = dgram.Socket.prototype.send
dgram.Socket.prototype.send = function (...words) {
  const to = words.find((word) => typeof word === 'string' && net.isIP(word)) ?? 'udp'
  return to === OWN ? send.apply(this, words) : refuse(to)
}

for (const from of [dns, dns.promises])
  for (const [name, own] of Object.entries(from)) {
    if (typeof own !== 'function' || !/^(?:lookup|resolve|reverse)/u.test(name)) continue
    from[name] = (host, ...rest) => (net.isIP(host) ? own(host, ...rest) : refuse(host))
  }

syncBuiltinESMExports()
tell(`watched: ${isMainThread ? 'main' : 'thread'}`)
