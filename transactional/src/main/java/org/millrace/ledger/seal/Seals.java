package org.millrace.ledger.seal;

/** The seals of the books of all companies. */
interface Seals {
  /** Seals what was posted since the last seal, in blocks of at most that many entries. */
  void seal(int block);
}
