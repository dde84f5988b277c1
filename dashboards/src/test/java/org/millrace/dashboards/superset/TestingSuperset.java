package org.millrace.dashboards.superset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.millrace.dashboards.superset.server.Login;
import org.millrace.dashboards.superset.server.SupersetServer;

/**
 * A real Superset: a running one named by the properties {@code millrace.superset.url}, {@code
 * millrace.superset.user} and {@code millrace.superset.password-file}, or one of this JVM that the
 * scripts in deploy/superset install (into {@code millrace.superset.venv}, or below the home of the
 * test command) and start.
 */
final class TestingSuperset {
  private static final int ATTEMPTS = 600;

  private final URI address;
  private final Login login;

  private TestingSuperset(URI address, Login login) {
    this.address = address;
    this.login = login;
  }

  private static final class Once {
    static final TestingSuperset RUNNING = find();
  }

  /** The Superset of this JVM, looked for or started once. */
  static TestingSuperset running() {
    return Once.RUNNING;
  }

  private static TestingSuperset find() {
    try {
      return findOrStart();
    } catch (IOException e) {
      throw new UncheckedIOException("Superset could not be prepared", e);
    }
  }

  private static TestingSuperset findOrStart() throws IOException {
    Path target = Path.of("target", "superset").toAbsolutePath();
    Path venv =
        Path.of(
            System.getProperty(
                "millrace.superset.venv",
                Optional.ofNullable(System.getenv("MILLRACE_TEST_HOME"))
                    .map(home -> home + "/superset-venv")
                    .orElse(target + "/venv")));
    String url = System.getProperty("millrace.superset.url", "");
    if (url.isEmpty()) {
      return start(target, venv);
    }
    Path password = Path.of(System.getProperty("millrace.superset.password-file"));
    String user = System.getProperty("millrace.superset.user", "admin");
    return new TestingSuperset(
        URI.create(url), new Login(user, Files.readString(password).strip()));
  }

  URI address() {
    return address;
  }

  Login login() {
    return login;
  }

  SupersetServer server() {
    return new SupersetServer(address, login);
  }

  private static TestingSuperset start(Path target, Path venv) throws IOException {
    Path scripts = Path.of("..", "deploy", "superset").toAbsolutePath().normalize();
    Files.createDirectories(target);
    Path state = Files.createTempDirectory(target, "state");
    Process install =
        new ProcessBuilder(scripts.resolve("install.sh").toString(), venv.toString())
            .inheritIO()
            .start();
    if (exitCode(install, Duration.ofMinutes(10)) != 0) {
      throw new IllegalStateException("Superset could not be installed; see the lines above");
    }
    int port = freePort();
    Process run =
        new ProcessBuilder(
                scripts.resolve("run.sh").toString(),
                venv.toString(),
                state.toString(),
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(target.resolve("run.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(run::destroy));
    URI address = URI.create("http://127.0.0.1:" + port);
    awaitHealth(run, address, target.resolve("run.log"));
    String password = Files.readString(state.resolve("admin.password")).strip();
    return new TestingSuperset(address, new Login("admin", password));
  }

  /** Waits on the process itself, half a second at a time, so that its end is seen at once. */
  private static void awaitHealth(Process run, URI address, Path log) throws IOException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health = HttpRequest.newBuilder(address.resolve("/health")).build();
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        run.onExit().get(500, TimeUnit.MILLISECONDS);
        throw new IllegalStateException("Superset ended: " + Files.readString(log));
      } catch (TimeoutException stillRunning) {
        if (isHealthy(http, health)) {
          return;
        }
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException("waiting for Superset was cut short", e);
      }
    }
    throw new IllegalStateException("Superset did not become healthy: " + Files.readString(log));
  }

  private static boolean isHealthy(HttpClient http, HttpRequest health) {
    try {
      return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int exitCode(Process process, Duration limit) {
    try {
      if (process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroy();
      throw new IllegalStateException(List.of("no end after", limit) + " of " + process.info());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
