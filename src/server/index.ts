export type { SignatureAuditEvent } from './audit.ts';
export { type NodeRequest, type NodeResponse, toNodeListener } from './node-listener.ts';
export type { RefusalCode } from './reply.ts';
export type { SignatureAsk } from './request/read-ask.ts';
export { createSignatureHandler, type SignatureHandlerOptions } from './signature-handler.ts';
export type { SdkCredentials } from './signing/check-options.ts';
export { createGrant, type GrantOptions } from './signing/create-grant.ts';
export { createSignature, type SignatureOptions } from './signing/create-signature.ts';
export type { Denial, Grant, SignatureReply } from './signing/grant.ts';
