package org.millrace.exchange.gather;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;

/**
 * The documents of a file whose rows do not stand together. Few others are taken for such; the
 * memory it needs does not grow with the file.
 */
public final class Scattered {
  private static final int PLACES = 1 << 26;
  private static final int MOST = 100_000;

  private final Set<UUID> documents = new HashSet<>();

  private Scattered() {}

  /** None. */
  public static Scattered none() {
    return new Scattered();
  }

  /** Reads the file once, looking at nothing but the number of each row. */
  public static Scattered in(Table table, Function<Row, String> numbers) {
    Scattered scattered = new Scattered();
    BitSet seen = new BitSet();
    String last = "";
    for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
      String number = numbers.apply(row.get()).strip();
      boolean isKept = scattered.documents.size() <= MOST;
      if (isKept && !number.isEmpty() && !number.equals(last) && isSeen(number, seen)) {
        scattered.documents.add(key(number));
      }
      last = number;
    }
    return scattered;
  }

  /** The same by the number in one column. */
  public static Scattered in(Table table, String column) {
    int place = table.header().indexOf(column);
    return in(table, row -> place >= 0 && place < row.cells().size() ? row.cells().get(place) : "");
  }

  private static boolean isSeen(String number, BitSet seen) {
    UUID key = key(number);
    int first = place(key.getMostSignificantBits());
    int second = place(key.getLeastSignificantBits());
    boolean isSeen = seen.get(first) && seen.get(second);
    seen.set(first);
    seen.set(second);
    return isSeen;
  }

  private static int place(long bits) {
    return (int) ((bits ^ bits >>> 32) & PLACES - 1);
  }

  private static UUID key(String number) {
    return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether rows of the document stand in several places. */
  public boolean contains(String number) {
    return documents.size() > MOST || documents.contains(key(number));
  }
}
