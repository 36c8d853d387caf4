/** Electron's mark in its binary, version 1, eight fuses; a character for each follows. */
export const WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008'
