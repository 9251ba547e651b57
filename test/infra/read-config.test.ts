import { expect, it } from 'vitest'
import { weekdays } from '../../functions/policy/quiet/quiet-hours.ts'
import { readConfig } from '../../infra/read-config.ts'

it('begins with production', () => {
  expect(readConfig({})).toEqual(readConfig({ deployment: 'production' }))
})

it.each(['production', 'local'])('knows the deployment %s', (deployment) => {
  expect(readConfig({ deployment })).toMatchObject({ busName: 'heliograph' })
})

it('lets the two deployments lie beside each other in one account', () => {
  const [production, local] = [readConfig({ deployment: 'production' }), readConfig({ deployment: 'local' })]
  expect(local.stackName).not.toBe(production.stackName)
})

it.each([
  ['a string', { 'heliograph.busName': 'texts' }, { busName: 'texts' }],
  ['a number', { 'heliograph.concurrency': '2' }, { concurrency: 2 }],
  ['a value within', { 'heliograph.retentionDays.logs': '7' }, { retentionDays: { records: 400, person: 7, logs: 7 } }],
  [
    'two values beside each other',
    { 'heliograph.retentionDays.logs': '90', 'heliograph.retentionDays.person': '3' },
    { retentionDays: { records: 400, person: 3, logs: 90 } },
  ],
  ['a truth value', { 'heliograph.parts.switchOnDeliveryLogging': 'false' }, { parts: { switchOnDeliveryLogging: false } }],
  [
    'a value that was not there',
    { 'heliograph.kinds.order.receiptWaitSeconds': '60' },
    { kinds: { order: { receiptWaitSeconds: 60 } } },
  ],
  ['an address', { 'heliograph.endpoints.sns': 'http://127.0.0.1:1' }, { endpoints: { sns: 'http://127.0.0.1:1' } }],
  ['a list as JSON', { 'heliograph.onlyTo': '["+14155550123"]' }, { onlyTo: ['+14155550123'] }],
  ['a list from cdk.json', { 'heliograph.onlyTo': ['+14155550123'] }, { onlyTo: ['+14155550123'] }],
  ['a list of nobody', { 'heliograph.onlyTo': '[]' }, { onlyTo: [] }],
  ['an object as JSON', { 'heliograph.endpoints': '{"sns":"http://127.0.0.1:1"}' }, { endpoints: { sns: 'http://127.0.0.1:1' } }],
  [
    'the quiet hours of a country',
    { 'heliograph.quietHours.countries.FR': '{"from":"22:00","to":"08:00","quietDays":["sunday"]}' },
    {
      quietHours: {
        default: { from: '21:00', to: '08:00' },
        countries: { FR: { from: '22:00', to: '08:00', quietDays: ['sunday'] } },
      },
    },
  ],
  [
    'an end of the quiet hours',
    { 'heliograph.quietHours.default.to': '09:00' },
    { quietHours: { default: { from: '21:00', to: '09:00' }, countries: {} } },
  ],
  [
    'the senders',
    { 'heliograph.senders': '[{"country":"DE","senderId":"Heliograph"}]' },
    { senders: [{ country: 'DE', senderId: 'Heliograph' }] },
  ],
])('is overridden by %s in the context', (_, context, expected) => {
  expect(readConfig(context)).toMatchObject(expected)
})

it('overrides the deployment that is named, and leaves the rest of it as it is', () => {
  const local = readConfig({ deployment: 'local' })
  expect(readConfig({ deployment: 'local', 'heliograph.concurrency': '5' })).toEqual({ ...local, concurrency: 5 })
})

it('passes over what else lies in the context', () => {
  expect(readConfig({ '@aws-cdk/core:checkSecretUsage': true, 'aws:cdk:version': '2' })).toEqual(readConfig({}))
})

it('takes an order that names twilio once the part is on', () => {
  const on = {
    'heliograph.parts.twilio': 'true',
    'heliograph.senders': '[{"carrier":"twilio","senderId":"Heliograph"}]',
    'heliograph.carriers.verification': '["twilio","sns"]',
  }
  expect(readConfig(on).carriers).toMatchObject({ verification: ['twilio', 'sns'], order: ['sns'] })
})

it.each([
  '{"senderId":"Heliograph"}',
  '{"carrier":"twilio","originationNumber":"+15005550006"}',
  `{"country":"DE","messagingServiceSid":"MG${'a'.repeat(32)}"}`,
])('takes %s for a sender of twilio', (rule) => {
  const senders = `[{"carrier":"sns","senderId":"Heliograph"},${rule}]`
  expect(readConfig({ 'heliograph.parts.twilio': 'true', 'heliograph.senders': senders }).senders).toHaveLength(2)
})

it.each(['[]', '[{"carrier":"sns","senderId":"Heliograph"}]', '[{"country":"DE"}]', '[{"carrier":"twilio"}]'])(
  'refuses twilio without a sender of its own: %s',
  (senders) => {
    expect(() => readConfig({ 'heliograph.parts.twilio': 'true', 'heliograph.senders': senders })).toThrow(
      'senders must name one for twilio, which chooses none by itself',
    )
  },
)

const notOne = 'must name what it sets, as in heliograph.concurrency.'
it.each([
  [{ deployment: 'staging' }, 'deployment must be one of production, local.'],
  [{ deployment: 'toString' }, 'deployment must be one of production, local.'],
  [{ heliograph: { onlyTo: [] } }, `heliograph ${notOne}`],
  [{ heliograph: '{"onlyTo":[]}' }, `heliograph ${notOne}`],
])('refuses %j', (context, sentence) => {
  expect(() => readConfig(context)).toThrow(new Error(sentence))
})

const country = 'must be two capital letters'
const sender = 'must be 3 to 11 letters and digits, one letter at least'

it.each([
  ['nope', '1', 'nope is not known'],
  ['parts.nope', 'true', 'parts.nope is not known'],
  ['__proto__.nope', '1', '__proto__ is not known'],
  ['stackName', 'a_b', 'stackName must be letters, digits and dashes, at most 41'],
  ['busName', 'a b', 'busName must be a name of an event bus'],
  ['requesters.sources', '[]', 'requesters.sources must have at least 1 items'],
  ['requesters.sources', '["shop","a b"]', 'requesters.sources.1 must be a source of events'],
  ['requesters.sources', '["heliograph"]', 'requesters.sources.0 must not be the source of our own status events'],
  ['requesters', '{"sources":["shop"],"accounts":["1234"]}', 'requesters.accounts.0 must be an account, of twelve digits'],
  ['requesters.accounts', '["444455556666"]', 'requesters.sources must be named where other accounts are let in'],
  ['carriers.order', '["pigeon"]', 'carriers.order.0 must be one of sns, twilio'],
  ['carriers.order', '[]', 'carriers.order.0 must be one of sns, twilio'],
  ['carriers.marketing', '["sns","twilio"]', 'carriers.marketing must not name twilio while parts.twilio is off'],
  ['carriers.advert', '["sns"]', 'carriers.advert is not known'],
  ['senders', '[{"senderId":"x"}]', `senders.0.senderId ${sender}`],
  ['allowedCountries', '["US","de"]', `allowedCountries.1 ${country}`],
  ['quietHours', '{}', 'quietHours.default is missing; quietHours.countries is missing'],
  ['quietHours.default.to', '21:00', 'quietHours.default.to must not be the time of from'],
  ['quietHours.default.from', '25:00', 'quietHours.default.from must be a time like 21:00'],
  ['quietHours.countries.France', '{"from":"22:00","to":"08:00"}', `quietHours.countries.France ${country}`],
  ['quietHours.countries.FR', '{"from":"22:00"}', 'quietHours.countries.FR.to is missing'],
  ['quietHours.default.holidays', '["2026-02-30"]', 'quietHours.default.holidays.0 must be a day like 2026-12-25'],
  ['quietHours.default.quietDays', '["holiday"]', `quietHours.default.quietDays.0 must be one of ${weekdays.join(', ')}`],
  ['quietHours.default.quietDays', JSON.stringify(weekdays), 'quietHours.default.quietDays must leave a day of the week'],
  [
    'quietHours.default.holidays',
    JSON.stringify(Array.from({ length: 300 }, () => '2026-12-25')),
    'quietHours.default.holidays must name each day once; quietHours must be at most 2000 characters as JSON',
  ],
  ['onlyTo', '+14155550123', 'onlyTo must be a list'],
  ['onlyTo', '["+14155550123"', 'onlyTo must be a list'],
  ['onlyTo', '["14155550123"]', 'onlyTo.0 must be E.164'],
  ['retentionDays.logs', '5', 'retentionDays.logs must be one of 1, 7, 30, 90'],
  ['retentionDays.person', '0', 'retentionDays.person must be more than 0'],
  ['retentionDays.records', '6', 'retentionDays.records must not be shorter than retentionDays.person'],
  ['sending.callSeconds', '20', 'sending.functionSeconds must outlast sending.callSeconds'],
  ['sending.callSeconds', '12', 'sending.functionSeconds must leave more than 2 seconds beyond sending.callSeconds'],
  ['sending.functionSeconds', '30', 'sending.shortestWaitSeconds must outlast sending.functionSeconds'],
  ['sending.functionSeconds', '12.5', 'sending.functionSeconds must be a whole number'],
  ['sending.shortestWaitSeconds', '21', 'receiptSeconds.twilio must not be shorter than sending.shortestWaitSeconds'],
  ['receiptSeconds.twilio', '17', 'receiptSeconds.twilio must not be shorter than sending.shortestWaitSeconds'],
  ['carriers.order', '["sns","twilio"]', 'carriers.order must not name twilio while parts.twilio is off'],
  ['carriers.verification', '["twilio"]', 'carriers.verification must not name twilio while parts.twilio is off'],
  ['networkOnlyCountries', '["IN","cn"]', `networkOnlyCountries.1 ${country}`],
  ['parts.twilio', 'yes', 'parts.twilio must be a boolean'],
  ['senders', '[{"messagingServiceSid":"MG1"}]', 'senders.0.messagingServiceSid must be MG and 32 hexadecimal digits'],
  ['receiptSeconds.sns', '17', 'receiptSeconds.sns must not be shorter than sending.shortestWaitSeconds'],
  ['kinds.advert', '{}', 'kinds.advert is not known'],
  ['kinds.order.tone', '"kind"', 'kinds.order.tone is not known'],
  [
    'kinds.order.mostParts',
    '4',
    'kinds.order.mostParts must stay as it is: templates are checked against it before a deployment is known',
  ],
  ['kinds.payment.mostPossiblySent', '0', 'kinds.payment.mostPossiblySent must be more than 0'],
  ['kinds.order.validForSeconds', '172801', 'kinds.order.validForSeconds must be at most 172800'],
  ['kinds.marketing.frequency', '[{"most":0,"seconds":60}]', 'kinds.marketing.frequency.0.most must be more than 0'],
  ['kinds.marketing.frequency', '[{"most":1}]', 'kinds.marketing.frequency.0.seconds is missing'],
  ['kinds.marketing.frequency', '[{"most":1,"seconds":2678401}]', 'kinds.marketing.frequency.0.seconds must be at most 2678400'],
  ['kinds.marketing.suppressedBy', '["some"]', 'kinds.marketing.suppressedBy.0 must be one of all, marketing'],
  ['kinds.order.countries', '[]', 'kinds.order.countries must have at least 1 items'],
  ['kinds.order.countries', '["us"]', `kinds.order.countries.0 ${country}; kinds.order.countries must be among allowedCountries`],
  ['maxPriceUsd', '0', 'maxPriceUsd must be more than 0'],
  ['maxPriceUsd', 'little', 'maxPriceUsd must be a number'],
  ['concurrency', '1', 'concurrency must be at least 2'],
  ['concurrency', '1001', 'concurrency must be at most 1000'],
  ['endpoints.sns', 'nowhere', 'endpoints.sns is not a valid url'],
  ['parts.switchOnDeliveryLogging', 'yes', 'parts.switchOnDeliveryLogging must be a boolean'],
])('says of %s = %s what is wrong with it', (path, value, sentence) => {
  expect(() => readConfig({ [`heliograph.${path}`]: value })).toThrow(
    new Error(`The configuration of production cannot be used: ${sentence}.`),
  )
})

it('refuses a wait that no code would outlive, since every code would expire', () => {
  const context = { 'heliograph.sending.shortestWaitSeconds': '301', 'heliograph.receiptSeconds': '{"sns":301,"twilio":301}' }
  expect(() => readConfig(context)).toThrow(
    'kinds.verification.validForSeconds must not be shorter than sending.shortestWaitSeconds',
  )
})

it('names everything that is wrong in one sentence', () => {
  const context = { deployment: 'local', 'heliograph.nope': '1', 'heliograph.concurrency': 'many', 'heliograph.busName': '' }
  expect(() => readConfig(context)).toThrow(
    new Error(
      'The configuration of local cannot be used: busName must be a name of an event bus; concurrency must be a number; nope is not known.',
    ),
  )
})
