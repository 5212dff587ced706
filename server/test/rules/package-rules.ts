/** Rules about what is installed. */

type Lockfile = {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly version?: string }>>
}
type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly overrides?: unknown
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/

/** An address in the lockfile ties everybody to the server it was written on. */
export function lockfileProblems(text: string): string[] {
  const { packages } = JSON.parse(text) as Lockfile
  return Object.entries(packages).flatMap(([name, entry]) => [
    ...(entry.resolved === undefined ? [] : [`${name} is tied to ${entry.resolved}`]),
    ...(/[:/]/.test(entry.version ?? '') ? [`${name} is not of the registry: ${entry.version}`] : []),
  ])
}

/** What was tested is what runs: no ranges, no tags, no addresses. */
export function versionProblems(text: string): string[] {
  const { dependencies, devDependencies, overrides } = JSON.parse(text) as Manifest
  return leaves({ ...dependencies, ...devDependencies, overrides })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name} is "${version}", not one exact version`)
}

/** All packages of one scope that only work together. */
export function mixedVersionProblems(text: string, scope: string): string[] {
  const { dependencies, devDependencies } = JSON.parse(text) as Manifest
  const ours = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) =>
    name.startsWith(`${scope}/`),
  )
  return new Set(ours.map(([, version]) => version)).size > 1
    ? [`${scope} has several versions: ${ours.map(entry => entry.join(' ')).join(', ')}`]
    : []
}

/** Packages without a line in ADR 0009, lines of it about none, and packages it has twice. */
export function decidedPackageProblems(manifest: string, decision: string): string[] {
  const { dependencies, devDependencies } = JSON.parse(manifest) as Manifest
  const installed = Object.keys({ ...dependencies, ...devDependencies })
  const decided = decision
    .split('\n')
    .map(line => line.split('|')[1] ?? '')
    .flatMap(cell => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? ''))
  return [
    ...installed.filter(name => !decided.includes(name)).map(name => `${name} has no line in ADR 0009`),
    ...decided
      .filter(name => !installed.includes(name))
      .map(name => `${name} has a line and is not installed`),
    ...decided.filter((name, index) => decided.indexOf(name) !== index).map(name => `${name} has two lines`),
  ]
}

function leaves(tree: object): Array<[name: string, value: string]> {
  return Object.entries(tree).flatMap(([name, value]) =>
    value === undefined
      ? []
      : typeof value === 'string'
        ? [[name, value] as [string, string]]
        : leaves(value),
  )
}
