package org.millrace.analytics.forecast.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the command: how it ended, what it said and what it wrote. */
record TestingRun(int status, String said, List<String> rows) {

  /** Forecasts a text, which is put in a file of the folder, into another file of it. */
  static TestingRun of(Path folder, String text, String... options) throws IOException {
    Path in = Files.writeString(folder.resolve("in.csv"), text);
    Path out = folder.resolve("out.csv");
    Files.deleteIfExists(out);
    List<String> arguments = new ArrayList<>(List.of("--in", in.toString()));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(options));
    TestingRun run = of(arguments.toArray(String[]::new));
    return Files.exists(out) ? new TestingRun(run.status, run.said, Files.readAllLines(out)) : run;
  }

  static TestingRun of(String... arguments) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    int status = ForecastFile.run(new PrintStream(screen, true, StandardCharsets.UTF_8), arguments);
    return new TestingRun(status, screen.toString(StandardCharsets.UTF_8), List.of());
  }
}
