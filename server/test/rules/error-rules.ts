import type { SourceFile } from './repository-files.ts'

export type DeclaredCode = { readonly code: string; readonly path: string }

const DECLARES = /\bdefineErrors\(/
const HOME = /^server\/src\/(?:modules\/([^/]+)|platform\/([^/]+))\/(?:[a-z-]+-)?errors\.ts$/

/** Every error code that the product declares, with the file that does. */
export function declaredCodes(files: readonly SourceFile[]): DeclaredCode[] {
  return files
    .filter(({ path }) => HOME.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bcode:\s*'([^']*)'/g)].map(match => ({ code: match[1] ?? '', path })),
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

function isWellNamed({ code, path }: DeclaredCode): boolean {
  const [, module, platformFolder] = HOME.exec(path) ?? []
  const owners = module === undefined ? ['platform', platformFolder] : [module]
  const [owner, name, ...rest] = code.split('/')
  return rest.length === 0 && owners.includes(owner) && /^[a-z]+(-[a-z]+)*$/.test(name ?? '')
}

function isDefinition(text: string): boolean {
  return /export function defineErrors\b/.test(text)
}
