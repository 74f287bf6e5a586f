/** What seals, opens, signs and checks: the library's greater half, which the first view does without. */
export { CompactEncrypt, CompactSign, calculateJwkThumbprint, compactDecrypt, compactVerify, exportJWK, generateKeyPair } from 'jose';
