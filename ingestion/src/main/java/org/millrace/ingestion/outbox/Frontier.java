package org.millrace.ingestion.outbox;

/**
 * How far the outbox has been read: all that is visible in the snapshot {@code done}, and of what
 * the snapshot {@code target} shows beyond it, the rows up to (tx, position).
 *
 * <p>Snapshots are PostgreSQL's {@code pg_snapshot} as text. An empty target means that no read is
 * half-way. {@code run} names the start of the job that reads and {@code sequence} counts the rows
 * it has read, so that two frontiers of one run can be ordered.
 */
public record Frontier(
    String run, long sequence, String done, String target, long tx, long position) {

  /** Nothing has been read yet. */
  public static Frontier atTheBeginning() {
    return new Frontier("", 0, "1:1:", "", 0, 0);
  }

  /** The same place, read on by another run that counts from zero. */
  public Frontier takenOverBy(String newRun) {
    return new Frontier(newRun, 0, done, target, tx, position);
  }

  Frontier aimedAt(String snapshot) {
    return new Frontier(run, sequence, done, snapshot, 0, 0);
  }

  Frontier after(long rowTx, long rowPosition) {
    return new Frontier(run, sequence + 1, done, target, rowTx, rowPosition);
  }

  Frontier targetReached() {
    return new Frontier(run, sequence, target, "", 0, 0);
  }

  boolean isAtTheBeginning() {
    return takenOverBy("").equals(atTheBeginning());
  }

  boolean isHalfWay() {
    return !target.isEmpty();
  }

  /** Whether the row written by that transaction at that position lies behind this frontier. */
  public boolean covers(long rowTx, long rowPosition) {
    if (Snapshot.parse(done).shows(rowTx)) {
      return true;
    }
    return isHalfWay()
        && Snapshot.parse(target).shows(rowTx)
        && (rowTx < tx || (rowTx == tx && rowPosition <= position));
  }
}
