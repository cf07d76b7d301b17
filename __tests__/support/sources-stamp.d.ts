declare module '*/sources-stamp.mjs' {
  export const stampFile: string
  export function toSourcesStamp(): string
}
