package org.millrace.exchange.history;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;

/**
 * The documents of a file whose rows do not stand together. Few others are taken for such; the
 * memory it needs does not grow with the file.
 */
final class Scattered {
  private static final int PLACES = 1 << 26;
  private static final int MOST = 100_000;

  private final Set<UUID> documents = new HashSet<>();

  private Scattered() {}

  /** Reads the file once, looking at nothing but the column of the number. */
  static Scattered in(Table table, String column) {
    Scattered scattered = new Scattered();
    int place = table.header().indexOf(column);
    BitSet seen = new BitSet();
    String last = "";
    for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
      if (place >= 0 && place < row.get().cells().size()) {
        String number = row.get().cells().get(place).strip();
        boolean isKept = scattered.documents.size() <= MOST;
        if (isKept && !number.equals(last) && isSeen(number, seen)) {
          scattered.documents.add(key(number));
        }
        last = number;
      }
    }
    return scattered;
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
  boolean contains(String number) {
    return documents.size() > MOST || documents.contains(key(number));
  }
}
