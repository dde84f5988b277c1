package org.millrace.exchange.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Rows of earlier chunks of one file, by paper. Papers of a file may come in several places; what
 * was counted there must not be counted again.
 */
interface SeenRows extends AutoCloseable {
  /** Hashes seen before, for those of the papers that were seen. */
  Map<String, List<UUID>> before(Collection<String> numbers);

  /** Notes the rows of a chunk that is done. */
  void note(List<Paper> papers);

  @Override
  void close();

  /** Starts a file with nothing seen. */
  interface Start {
    SeenRows start();
  }
}
