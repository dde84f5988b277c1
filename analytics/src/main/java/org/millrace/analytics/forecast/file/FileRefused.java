package org.millrace.analytics.forecast.file;

import java.util.List;
import java.util.Optional;

/** A file or an option that cannot be used: all that is wrong, each with its place. */
final class FileRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 20;

  FileRefused(String problem) {
    super(problem);
  }

  static FileRefused of(List<String> problems) {
    return of(problems, Optional.empty());
  }

  /** The problems and, below them, advice on all of them. */
  static FileRefused of(List<String> problems, Optional<String> advice) {
    int shown = Math.min(MOST_SHOWN, problems.size());
    String text = String.join("\n", problems.subList(0, shown));
    int more = problems.size() - shown;
    String cut = more == 0 ? "" : "\n... and " + more + " more like these";
    return new FileRefused(text + cut + advice.map(line -> "\n" + line).orElse(""));
  }
}
