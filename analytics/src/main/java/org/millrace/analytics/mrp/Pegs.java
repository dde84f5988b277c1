package org.millrace.analytics.mrp;

/**
 * Which supply covers which need, first come first served: one row a piece. The pieces of a supply
 * stand together, and so do those of a need.
 */
final class Pegs {

  private final IntColumn supply = new IntColumn();
  private final IntColumn need = new IntColumn();
  private final LongColumn quantity = new LongColumn();

  int add(int from, int to, long piece) {
    need.add(to);
    quantity.add(piece);
    return supply.add(from);
  }

  int size() {
    return supply.size();
  }

  int supply(int peg) {
    return supply.at(peg);
  }

  int need(int peg) {
    return need.at(peg);
  }

  long quantity(int peg) {
    return quantity.at(peg);
  }
}
