export { createSignature, type SignatureOptions } from './create-signature.ts';
export { toNodeListener } from './node-listener.ts';
export type { SignatureAsk } from './read-ask.ts';
export { createSignatureHandler, type Grant, type SignatureHandlerOptions } from './signature-handler.ts';
