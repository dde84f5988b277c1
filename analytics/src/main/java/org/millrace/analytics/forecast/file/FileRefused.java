package org.millrace.analytics.forecast.file;

import java.util.List;

/** A file or an option that cannot be used: all that is wrong, each with its place. */
final class FileRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 20;

  FileRefused(String problem) {
    super(problem);
  }

  static FileRefused of(List<String> problems) {
    int shown = Math.min(MOST_SHOWN, problems.size());
    String text = String.join("\n", problems.subList(0, shown));
    int more = problems.size() - shown;
    return new FileRefused(more == 0 ? text : text + "\n... and " + more + " more like these");
  }
}
