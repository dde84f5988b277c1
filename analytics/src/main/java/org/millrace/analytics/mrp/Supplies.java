package org.millrace.analytics.mrp;

/**
 * All that covers needs, one row a supply: what lies there, what is on its way, what is proposed,
 * and what is not proposed because it was rejected, which never comes. Rows of one item stand
 * together, items in planning order, so what a supply takes stands below it.
 */
final class Supplies {

  static final int ON_HAND = 0;
  static final int RECEIPT = 1;
  static final int PROPOSAL = 2;
  static final int REFUSED = 3;

  private final IntColumn kind = new IntColumn();
  private final IntColumn item = new IntColumn();
  private final IntColumn number = new IntColumn();
  private final LongColumn quantity = new LongColumn();
  private final IntColumn due = new IntColumn();
  private final IntColumn start = new IntColumn();
  private final IntColumn asked = new IntColumn();
  private final IntColumn firstPeg = new IntColumn();
  private final IntColumn endPeg = new IntColumn();
  private final IntColumn firstTaken = new IntColumn();
  private final IntColumn endTaken = new IntColumn();
  private final int[] firstOfItem;
  private final int[] endOfItem;

  Supplies(int items) {
    firstOfItem = new int[items];
    endOfItem = new int[items];
  }

  void begin(int ofItem) {
    firstOfItem[ofItem] = size();
    endOfItem[ofItem] = size();
  }

  int addOnHand(int ofItem, long there) {
    return add(ON_HAND, ofItem, there, -1);
  }

  int addReceipt(int ofItem, long coming, int number) {
    return add(RECEIPT, ofItem, coming, number);
  }

  int addProposal(int ofItem, long proposed) {
    return add(PROPOSAL, ofItem, proposed, -1);
  }

  int addRefused(int ofItem, long refused, int rejection) {
    return add(REFUSED, ofItem, refused, rejection);
  }

  private int add(int ofKind, int ofItem, long amount, int ofNumber) {
    int supply = kind.add(ofKind);
    item.add(ofItem);
    quantity.add(amount);
    number.add(ofNumber);
    due.add(0);
    start.add(0);
    asked.add(0);
    firstPeg.add(0);
    endPeg.add(0);
    firstTaken.add(0);
    endTaken.add(0);
    endOfItem[ofItem] = size();
    return supply;
  }

  /** When it begins, is there, and was first asked for. */
  void date(int supply, int begins, int isThere, int wasAsked) {
    start.put(supply, begins);
    due.put(supply, isThere);
    asked.put(supply, wasAsked);
  }

  void resize(int supply, long amount) {
    quantity.put(supply, amount);
  }

  void pegged(int supply, int first, int end) {
    firstPeg.put(supply, first);
    endPeg.put(supply, end);
  }

  /** The needs for what it is made from. */
  void takes(int supply, int firstNeed, int endNeed) {
    firstTaken.put(supply, firstNeed);
    endTaken.put(supply, endNeed);
  }

  int size() {
    return kind.size();
  }

  boolean isOnHand(int supply) {
    return kind.at(supply) == ON_HAND;
  }

  boolean isReceipt(int supply) {
    return kind.at(supply) == RECEIPT;
  }

  boolean isProposal(int supply) {
    return kind.at(supply) == PROPOSAL;
  }

  boolean isRefused(int supply) {
    return kind.at(supply) == REFUSED;
  }

  int item(int supply) {
    return item.at(supply);
  }

  int receipt(int supply) {
    return number.at(supply);
  }

  /** The rejection by which a supply is refused. */
  int rejection(int supply) {
    return number.at(supply);
  }

  long quantity(int supply) {
    return quantity.at(supply);
  }

  int due(int supply) {
    return due.at(supply);
  }

  int start(int supply) {
    return start.at(supply);
  }

  /** The day of the first need it is counted on for; of a receipt nothing needs, its own day. */
  int asked(int supply) {
    return asked.at(supply);
  }

  /** Pegs of refused supplies may stand between those of others. */
  int firstPeg(int supply) {
    return firstPeg.at(supply);
  }

  int endPeg(int supply) {
    return endPeg.at(supply);
  }

  int firstTaken(int supply) {
    return firstTaken.at(supply);
  }

  int endTaken(int supply) {
    return endTaken.at(supply);
  }

  int firstOfItem(int ofItem) {
    return firstOfItem[ofItem];
  }

  int endOfItem(int ofItem) {
    return endOfItem[ofItem];
  }
}
