import { expect, test } from 'vitest'
import {
  isAllowedNavigation,
  isAllowedRequest,
  isPermitted,
  isTrustedSender,
  windowOptions,
} from '../../src/main/policy.ts'

const page = 'app://huishu/index.html#/grid'

test.each([
  [page, true],
  ['app://huishu/', true],
  ['app://huishu.example.org/index.html', false],
  ['app://huishu@example.org/index.html', false],
  ['app://user@huishu/index.html', false],
  ['app://other/index.html', false],
  ['https://huishu/index.html', false],
  ['https://example.org/?app://huishu/', false],
  ['file:///index.html', false],
  ['javascript:alert(1)', false],
  ['about:blank', false],
  ['', false],
])('navigation to %s: %s', (url, allowed) => {
  expect(isAllowedNavigation(url)).toBe(allowed)
})

test.each([
  [page, true],
  ['data:image/png;base64,AA==', true],
  ['blob:app://huishu/0b4c', true],
  ['blob:https://example.org/0b4c', false],
  ['https://example.org/', false],
  ['http://127.0.0.1:8080/', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['', false],
])('request for %s: %s', (url, allowed) => {
  expect(isAllowedRequest(url, false)).toBe(allowed)
})

test('the developer’s tools load pages of their own only where the program is not packaged', () => {
  const tools = 'devtools://devtools/bundled/devtools_app.html'
  expect([isAllowedRequest(tools, true), isAllowedRequest(tools, false)]).toEqual([true, false])
})

test.each([
  ['our page', { url: page, mainFrame: true, ownWindow: true }, true],
  ['a frame inside our page', { url: page, mainFrame: false, ownWindow: true }, false],
  ['another window with our address', { url: page, mainFrame: true, ownWindow: false }, false],
  ['a frame that is gone', { url: '', mainFrame: true, ownWindow: true }, false],
  ['about:blank', { url: 'about:blank', mainFrame: true, ownWindow: true }, false],
  ['a foreign page', { url: 'https://example.org/', mainFrame: true, ownWindow: true }, false],
])('a message from %s: trusted %s', (_who, sender, trusted) => {
  expect(isTrustedSender(sender)).toBe(trusted)
})

test.each([
  ['clipboard-sanitized-write', page, true],
  ['clipboard-sanitized-write', 'https://example.org/', false],
  ['clipboard-read', page, false],
  ['media', page, false],
  ['geolocation', page, false],
  ['notifications', page, false],
  ['openExternal', page, false],
  ['constructor', page, false],
  ['__proto__', page, false],
])('permission %s for %s: %s', (permission, url, permitted) => {
  expect(isPermitted(permission, url)).toBe(permitted)
})

test('the window is sandboxed, without Node, without developer tools in a release', () => {
  expect(windowOptions({ preload: '/p.cjs', development: false }).webPreferences).toEqual({
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  })
})
