package org.millrace.dashboards.superset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A checkout that has one of the boards of another one, with all of its tables and metrics. */
final class OneBoard {
  private OneBoard() {}

  /** Copies what publishing the board needs, which is named by its folder. */
  static void copy(Path checkout, String board, Path folder) throws IOException {
    for (String part :
        List.of(board, "dashboards/metrics", "warehouse/tables", "transactional/contracts")) {
      FileSystemUtils.copyRecursively(checkout.resolve(part), folder.resolve(part));
    }
  }
}
