package org.millrace.ingestion;

import java.io.FileNotFoundException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns what stopped the job into a sentence that says what to do. */
final class Advice {

  private final IngestionSettings settings;

  Advice(IngestionSettings settings) {
    this.settings = settings;
  }

  String on(Throwable problem) {
    List<Throwable> chain = chain(problem);
    return chain.stream()
        .map(this::known)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> plain(chain.get(chain.size() - 1)));
  }

  private static List<Throwable> chain(Throwable problem) {
    List<Throwable> chain = new ArrayList<>();
    Throwable next = problem;
    while (next != null && !chain.contains(next)) {
      chain.add(next);
      next = next.getCause();
    }
    return chain;
  }

  private Optional<String> known(Throwable problem) {
    if (problem instanceof SQLException refused) {
      return Optional.of(onDatabase(refused));
    }
    String text = String.valueOf(problem.getMessage());
    String lower = text.toLowerCase(Locale.ROOT);
    if (problem instanceof NoSuchFileException && text.equals(settings.database().passwordFile())) {
      return Optional.of(
          "The password file " + text + " is missing: start with ./millrace up, which makes it.");
    }
    if (lower.contains("no space left")
        || lower.contains("disk quota")
        || lower.contains("file too large")) {
      return Optional.of(
          "The disk of "
              + settings.lake().uri()
              + " or "
              + settings.home()
              + " is full: free some space; ingestion goes on by itself.");
    }
    boolean aboutWriting =
        lower.contains("read-only")
            || lower.contains("permission denied")
            || lower.contains("mkdirs failed")
            || lower.contains("failed to create");
    if (aboutWriting
        && (problem instanceof java.io.IOException
            || problem instanceof FileSystemException
            || problem instanceof FileNotFoundException)) {
      return Optional.of(
          "The lake folder "
              + settings.lake().uri()
              + " or "
              + settings.home()
              + " cannot be written ("
              + text
              + "): make it writable for this user; ingestion goes on by itself.");
    }
    return Optional.empty();
  }

  private String onDatabase(SQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    String where = settings.database().url();
    if (state.startsWith("28")) {
      return "PostgreSQL at "
          + where
          + " refuses user "
          + settings.database().user()
          + ": put the right password into "
          + settings.database().passwordFile()
          + "; ingestion goes on by itself.";
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return "PostgreSQL at "
          + where
          + " cannot be reached: start it with ./millrace up; ingestion goes on by itself.";
    }
    if (state.equals("42P01") || state.equals("3F000")) {
      return "The outbox is not there yet: start the transactional core, which makes it.";
    }
    if (state.equals("42501")) {
      return "User "
          + settings.database().user()
          + " may not read the outbox: "
          + refused.getMessage()
          + ". Restart the transactional core, which grants it.";
    }
    return "PostgreSQL at " + where + " answers: " + refused.getMessage();
  }

  private static String plain(Throwable last) {
    return String.valueOf(last.getMessage() == null ? last : last.getMessage());
  }
}
