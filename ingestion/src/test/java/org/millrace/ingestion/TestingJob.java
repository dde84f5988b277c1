package org.millrace.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** The job as its own process with a home of its own, to be killed and started again. */
final class TestingJob implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> environment = new TreeMap<>();
  private final Path home;
  private final int port;
  private final List<String> before = new ArrayList<>();
  private Process process;

  TestingJob(Path home, String databaseUrl, Path passwordFile) throws IOException {
    this.home = home;
    this.port = TestingPostgres.freePort();
    environment.put("MILLRACE_ROOT", TestingPostgres.ROOT.toString());
    environment.put("MILLRACE_HOME", home.toString());
    environment.put("MILLRACE_PORT", Integer.toString(port));
    environment.put("MILLRACE_DATABASE_URL", databaseUrl);
    environment.put("MILLRACE_DATABASE_USER", "ingestion");
    environment.put("MILLRACE_DATABASE_PASSWORD_FILE", passwordFile.toString());
  }

  /** Lets file permissions count even when the tests run as root. */
  TestingJob boundByPermissions() {
    if (System.getProperty("user.name").equals("root")) {
      before.addAll(
          List.of(
              "setpriv",
              "--bounding-set=-dac_override,-dac_read_search",
              "--inh-caps=-dac_override,-dac_read_search"));
    }
    return this;
  }

  TestingJob with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  IngestionSettings settings() {
    return IngestionSettings.from(environment);
  }

  TestingJob start() throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx640m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            IngestionJob.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("job.log").toFile()));
    process = builder.start();
    return this;
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** From now on no file may grow beyond so many bytes: each write fails as on a full disk. */
  void limitFilesTo(String bytes) throws Exception {
    int code =
        new ProcessBuilder(
                "prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":")
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("prlimit ended with " + code);
    }
  }

  /** The exit code of the process once it has ended by itself. */
  int awaitEnd() throws Exception {
    Until.within(PATIENCE, "the end of the process", () -> !process.isAlive());
    return process.exitValue();
  }

  JsonNode health() throws Exception {
    try {
      String body =
          http.send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                      .timeout(Duration.ofSeconds(5))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return JSON.readTree(body);
    } catch (IOException notYet) {
      return JSON.createObjectNode().put("status", "silent").put("detail", notYet.toString());
    }
  }

  void awaitStatus(String status) throws Exception {
    Until.within(
        PATIENCE, "status " + status + ", log " + home.resolve("job.log"), () -> is(status));
  }

  private boolean is(String status) throws Exception {
    return health().path("status").asText().equals(status);
  }

  void awaitDetail(String words) throws Exception {
    AtomicReference<String> last = new AtomicReference<>("");
    try {
      Until.within(
          PATIENCE,
          "a detail with \"" + words + "\"",
          () -> {
            last.set(health().path("detail").asText());
            return last.get().contains(words);
          });
    } catch (AssertionError late) {
      throw new AssertionError(late.getMessage() + "; the last was " + last.get(), late);
    }
  }

  String log() throws IOException {
    return Files.readString(home.resolve("job.log"));
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }
}
