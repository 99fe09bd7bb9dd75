/** 丽江市古城区 (530702) as seed data: pure, no database. What is about real bodies' details or people is 演示数据. */
export { accountByKey, accounts, featuredAccounts, type AccountSeed, type PostSeed } from './accounts'
export { areaByCode, areas, district, townships, villages, type AreaSeed } from './areas'
export { bodies, bodyByKey, type BodySeed } from './bodies'
export { rollSeeds, termSeeds, type RegistrantSeed } from './roll'
export { venues, type VenueSeed } from './venues'
export { triagePosts, type TriagePostSeed } from './triage'
