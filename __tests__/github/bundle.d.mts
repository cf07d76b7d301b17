export function toBundledText(entryPoint: string): Promise<string>
export default function bundleAll(): Promise<void>
