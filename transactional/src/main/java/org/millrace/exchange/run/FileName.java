package org.millrace.exchange.run;

import org.jspecify.annotations.Nullable;
import org.millrace.shared.Problems;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;

/** How a file that is imported is called. */
public final class FileName {
  private FileName() {}

  /**
   * The name without the folders before it.
   *
   * @throws org.millrace.shared.Refused when none is told
   * @throws RequestRefused when it is a folder alone
   */
  public static String of(@Nullable String told) {
    String path = told == null ? "" : told.strip();
    new Problems()
        .require(!path.isEmpty(), "file", path, "the name of the file")
        .refuse("The import cannot start");
    String file = path.replaceFirst("/+$", "");
    String name = file.substring(file.lastIndexOf('/') + 1);
    if (name.isBlank()) {
      throw new RequestRefused(
          ProblemAnswer.of(
              ProblemType.UNREADABLE_REQUEST,
              "'%s' is a folder: send the name of the file as the parameter file."
                  .formatted(path)));
    }
    return name;
  }
}
