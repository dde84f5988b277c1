package org.millrace.dashboards.definition;

import java.nio.file.Path;

/** One thing wrong in one definition file; lines count from 1. */
public record Problem(Path file, int line, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
