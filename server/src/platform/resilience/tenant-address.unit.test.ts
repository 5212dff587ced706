import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'
import { createAddressGuard } from './tenant-address.ts'

const names: Record<string, readonly string[]> = {
  'hooks.example.org': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'xn--bcher-kva.example': ['93.184.215.14'],
  'half.example.org': ['93.184.215.14', '10.0.0.8'],
  'inside.example.org': ['192.168.1.1'],
  localhost: ['127.0.0.1'],
  'localhost.': ['127.0.0.1'],
}
const guard = createAddressGuard({
  allowed: ['http://127.0.0.1:9000', 'http://simulator:8000'],
  resolve: async name => {
    const found = names[name]
    if (!found) throw new Error('ENOTFOUND')
    return found
  },
})

test.each([
  'https://hooks.example.org/take?key=1',
  'https://hooks.example.org:8443/',
  'https://8.8.8.8/',
  'https://[2a00:1450:4001:80b::200e]/',
  'https://bücher.example/',
])('%s may be asked', async url => {
  expect(await guard.check(url)).toMatchObject({ kind: 'ok', exempt: false })
})

test.each([
  ['http://hooks.example.org/', 'not_https'],
  ['ftp://hooks.example.org/', 'not_https'],
  ['file:///etc/passwd', 'not_https'],
  ['javascript:alert(1)', 'not_https'],
  ['hooks.example.org', 'no_address'],
  ['', 'no_address'],
  ['https://', 'no_address'],
  [`https://hooks.example.org/${'x'.repeat(3000)}`, 'no_address'],
  ['https://user:secret@hooks.example.org/', 'credentials'],
  ['https://8.8.8.8@127.0.0.1/', 'credentials'],
  ['https://hooks.example.org:22/', 'port'],
  ['https://hooks.example.org:5432/', 'port'],
  ['https://nobody.example.org/', 'unknown_name'],
  ['https://half.example.org/', 'not_public'],
  ['https://inside.example.org/', 'not_public'],
  ['https://localhost/', 'not_public'],
  ['https://localhost./', 'not_public'],
  ['https://127.0.0.1/', 'not_public'],
  ['https://127.0.0.1./', 'not_public'],
  ['https://127.1/', 'not_public'],
  ['https://2130706433/', 'not_public'],
  ['https://0x7f000001/', 'not_public'],
  ['https://0x7f.0.0.1/', 'not_public'],
  ['https://0177.0.0.1/', 'not_public'],
  ['https://017700000001/', 'not_public'],
  ['https://①②⑦.⓪.⓪.①/', 'not_public'],
  ['https://169.254.169.254/latest/meta-data/', 'not_public'],
  ['https://[::1]/', 'not_public'],
  ['https://[::]/', 'not_public'],
  ['https://[::ffff:127.0.0.1]/', 'not_public'],
  ['https://[::ffff:7f00:1]/', 'not_public'],
  ['https://[::127.0.0.1]/', 'not_public'],
  ['https://[64:ff9b::7f00:1]/', 'not_public'],
  ['https://[2002:7f00:1::]/', 'not_public'],
  ['https://[2001:0:7f00:1::]/', 'not_public'],
  ['https://[fd00::1]/', 'not_public'],
  ['https://[fe80::1]/', 'not_public'],
])('%s is refused: %s', async (url, why) => {
  expect(await guard.check(url)).toEqual({ kind: 'refused', why })
})

test.each([
  ['10.1.2.3'],
  ['100.64.0.1'],
  ['172.16.0.1'],
  ['192.168.0.1'],
  ['192.0.2.7'],
  ['198.18.0.1'],
  ['203.0.113.9'],
  ['224.0.0.251'],
  ['240.0.0.1'],
  ['255.255.255.255'],
  ['0.0.0.0'],
  ['168.63.129.16'],
  ['2001:db8::1'],
  ['ff02::1'],
  ['fec0::1'],
  ['5f00::1'],
  ['64:ff9b:1::1'],
  ['no address'],
])('%s is not of the public Internet', address => {
  expect(isPublicAddress(address)).toBe(false)
})

test('an origin that the operator exempts may be asked, wherever it leads', async () => {
  expect(await guard.check('http://127.0.0.1:9000/take')).toMatchObject({ kind: 'ok', exempt: true })
})

test.each(['http://127.0.0.1:9001/', 'https://127.0.0.1:9000/', 'http://127.0.0.1:9000.example.org/'])(
  'the exemption of one origin does not reach %s',
  async url => {
    expect(await guard.check(url)).toMatchObject({ kind: 'refused' })
  },
)

test('a name whose address is exempt under one port is refused under another', async () => {
  expect(await guard.check('https://simulator/')).toMatchObject({ kind: 'refused' })
})
