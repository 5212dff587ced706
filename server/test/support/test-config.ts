import type { Config } from '../../src/config.ts'

export const TEMPLATE = 'askpro_template'
/** The key with which the simulator signs for the platform's connection. */
export const RETELL_KEY = 'key_test_4f1c2b7a9d3e'

/** A configuration without environment or files. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    port: 0,
    workerPort: null,
    host: '127.0.0.1',
    publicUrlGiven: true,
    publicUrl: 'http://127.0.0.1:0',
    dataDir: '/nonexistent',
    demo: true,
    production: false,
    logLevel: 'silent',
    database: { url: null, ownerUrl: null, poolSize: null },
    retell: { baseUrl: null },
    calcom: { baseUrl: null, attendeeDomain: null },
    google: { baseUrl: null },
    microsoft: { baseUrl: null },
    languageModel: null,
    metricsAddresses: ['127.0.0.1'],
    operatorAddresses: null,
    // Tests ask more in a second than anybody, from one address. Those about limits say 1.
    limitFactor: 100,
    tenantAddressesAllow: [],
    otlpEndpoint: null,
    logFileDays: 0,
    secrets: {
      secretKey: Buffer.alloc(32, 7),
      otherKeys: { older: [], next: [] },
      retellApiKeys: [RETELL_KEY],
      googleClient: null,
      microsoftClient: null,
      smtpUrl: null,
      languageModelKey: null,
      sentryDsn: null,
      redisUrl: null,
      demoPassword: 'test-password',
    },
    ...overrides,
  }
}
