import type { SourceFile } from './repository-files.ts'

export type DeclaredCode = { readonly code: string; readonly status: number | null; readonly path: string }

/** Codes that no route under `/api/v1` answers, and where they are met instead. */
export const OUTSIDE_THE_API: Readonly<Record<string, string>> = {
  'platform/not-found': 'an address that is none',
  'platform/malformed-request': 'what is no HTTP',
  'platform/headers-too-large': 'a head that is never read to its end',
  'platform/request-timeout': 'a request that never arrives whole',
  'access/bad-signature': 'the paths of voice providers',
  'tenants/slug-taken': 'askpro tenant create',
}

const DECLARES = /\bdefineErrors\(/
const HOME = /^server\/src\/(?:modules\/([^/]+)|platform\/([^/]+))\/(?:[a-z-]+-)?errors\.ts$/

/** Every error code that the product declares, with the file that does. */
export function declaredCodes(files: readonly SourceFile[]): DeclaredCode[] {
  return files
    .filter(({ path }) => HOME.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bcode:\s*'([^']*)'(?:,\s*status:\s*(\d+))?/g)].map(match => ({
        code: match[1] ?? '',
        status: match[2] === undefined ? null : Number(match[2]),
        path,
      })),
    )
}

/** Errors live in errors.ts, each code once, under the name of its module. */
export function errorProblems(files: readonly SourceFile[]): string[] {
  const codes = declaredCodes(files)
  const astray = files.filter(
    ({ path, text }) =>
      path.startsWith('server/src/') && DECLARES.test(text) && !HOME.test(path) && !isDefinition(text),
  )
  const doubled = codes.filter(({ code }, index) => codes.findIndex(other => other.code === code) !== index)
  return [
    ...astray.map(({ path }) => `${path} declares errors outside errors.ts`),
    ...doubled.map(({ code, path }) => `${path}: ${code} is declared twice`),
    ...codes
      .filter(declared => !isWellNamed(declared))
      .map(({ code, path }) => `${path}: ${code} is not <module>/<kebab-case>`),
  ]
}

/** Codes the documents lack, and codes they name that do not exist. */
export function errorDocumentProblems(files: readonly SourceFile[], document: string): string[] {
  const inCode = new Set(declaredCodes(files).map(({ code }) => code))
  const owners = new Set([...inCode].map(code => code.split('/')[0]))
  const named = [...document.matchAll(/`([a-z-]+)\/([a-z-]+)`/g)].filter(match => owners.has(match[1]))
  const inDocument = new Set(named.map(match => `${match[1]}/${match[2]}`))
  return [
    ...[...inCode].filter(code => !inDocument.has(code)).map(code => `${code} is not documented`),
    ...[...inDocument]
      .filter(code => !inCode.has(code))
      .map(code => `${code} is documented and does not exist`),
  ]
}

/** Where the code, the table of the documents and the description of the API disagree about a status. */
export function statusProblems(
  files: readonly SourceFile[],
  document: string,
  openapi: ApiDocument,
): string[] {
  const declared = new Map(declaredCodes(files).map(({ code, status }) => [code, status]))
  const rows = [...document.matchAll(/^\| `([a-z-]+\/[a-z-]+)` \| (\d+) \|/gm)]
  const disagrees = (code: string, status: number): boolean => declared.get(code) !== status
  return [
    ...rows
      .filter(([, code, status]) => disagrees(code ?? '', Number(status)))
      .map(([, code, status]) => `${code} is documented with ${status}`),
    ...answeredCodes(openapi)
      .filter(({ code, status }) => disagrees(code, status))
      .map(({ code, status, route }) => `${route} answers ${code} with ${status}`),
  ]
}

/** Codes the API answers and does not declare, and declared ones that nobody can meet. */
export function apiErrorProblems(
  files: readonly SourceFile[],
  openapi: ApiDocument,
  outside: Readonly<Record<string, string>>,
): string[] {
  const declared = new Set(declaredCodes(files).map(({ code }) => code))
  const answered = new Set(answeredCodes(openapi).map(({ code }) => code))
  return [
    ...[...answered].filter(code => !declared.has(code)).map(code => `${code} is answered and not declared`),
    ...[...answered].filter(code => code in outside).map(code => `${code} is answered by the API after all`),
    ...[...declared]
      .filter(code => !answered.has(code) && !(code in outside))
      .map(code => `${code} is declared, and no route answers it`),
    ...Object.keys(outside)
      .filter(code => !declared.has(code))
      .map(code => `${code} is excepted and does not exist`),
  ]
}

/** As much of an OpenAPI document as the rules read. */
export type ApiDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>
}

/** Each problem type in the description of the API, with the route and the status it stands under. */
function answeredCodes(openapi: ApiDocument): Array<{ code: string; status: number; route: string }> {
  return Object.entries(openapi.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.entries(responses).flatMap(([status, response]) =>
        [...JSON.stringify(response).matchAll(/"\/errors\/([a-z-]+\/[a-z-]+)"/g)].map(match => ({
          code: match[1] ?? '',
          status: Number(status),
          route: `${method.toUpperCase()} ${path}`,
        })),
      ),
    ),
  )
}

function isWellNamed({ code, path }: Pick<DeclaredCode, 'code' | 'path'>): boolean {
  const [, module, platformFolder] = HOME.exec(path) ?? []
  const owners = module === undefined ? ['platform', platformFolder] : [module]
  const [owner, name, ...rest] = code.split('/')
  return rest.length === 0 && owners.includes(owner) && /^[a-z]+(-[a-z]+)*$/.test(name ?? '')
}

function isDefinition(text: string): boolean {
  return /export function defineErrors\b/.test(text)
}
