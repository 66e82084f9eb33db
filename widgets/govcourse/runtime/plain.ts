// A text as it is searched: "medellin" finds Medellín.

export const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
