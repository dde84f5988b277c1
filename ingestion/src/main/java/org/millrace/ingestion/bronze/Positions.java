package org.millrace.ingestion.bronze;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A large set of positions, a bit each. */
final class Positions {

  private static final int BITS = 1 << 20;

  private final Map<Long, BitSet> pages = new HashMap<>();

  void add(long position) {
    pages
        .computeIfAbsent(Math.floorDiv(position, BITS), any -> new BitSet(BITS))
        .set(Math.floorMod(position, BITS));
  }

  boolean has(long position) {
    BitSet page = pages.get(Math.floorDiv(position, BITS));
    return page != null && page.get(Math.floorMod(position, BITS));
  }
}
