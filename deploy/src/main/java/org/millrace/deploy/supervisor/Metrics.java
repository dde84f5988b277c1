package org.millrace.deploy.supervisor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.deploy.backup.LastBackup;
import org.millrace.deploy.calculation.AnalysisRun;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.part.Health;
import org.millrace.deploy.part.Memory;
import org.millrace.deploy.part.Part;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;

/**
 * The state of all parts and analyses as Prometheus reads it, at {@code /metrics} on 127.0.0.1, and
 * at {@code /health} that the supervisor lives.
 */
final class Metrics implements AutoCloseable {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;

  private Metrics(HttpServer server) {
    this.server = server;
  }

  interface Page {
    String text() throws IOException;
  }

  static Metrics serve(int port, Page page) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.createContext("/metrics", exchange -> answer(exchange, TEXT, page.text()));
    server.createContext(
        "/health",
        exchange ->
            answer(exchange, "application/json", "{\"status\":\"up\",\"part\":\"supervisor\"}\n"));
    server.start();
    return new Metrics(server);
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** What is known of one part. */
  record Seen(String part, Health health, Optional<Long> memory, int deaths) {}

  static List<Seen> look(Home home, Ports ports) {
    List<Seen> seen = new ArrayList<>();
    PostgresServer postgres = new PostgresServer(home, ports);
    seen.add(
        new Seen(
            "postgres",
            postgres.answers() ? Health.UP : Health.SILENT,
            postgres.process().map(Memory::ofTree),
            Notes.of(home, "postgres").deaths()));
    for (Part part : new Parts(home, ports).jvms()) {
      seen.add(
          new Seen(
              part.name(),
              Health.of(part),
              PartProcess.find(home, part.name()).map(Memory::ofTree),
              Notes.of(home, part.name()).deaths()));
    }
    return seen;
  }

  static String text(List<Seen> seen, List<AnalysisRun> runs, Home home, Clock clock) {
    StringBuilder text = new StringBuilder();
    describe(text, "millrace_part_up", "1 where a part says that it can do its work");
    seen.forEach(each -> line(text, "millrace_part_up", each, each.health().isUp() ? 1 : 0));
    describe(text, "millrace_part_deaths", "How often it died since it last ran for five minutes");
    seen.forEach(each -> line(text, "millrace_part_deaths", each, each.deaths()));
    describe(text, "millrace_part_resident_bytes", "Resident memory, shared pages counted once");
    seen.forEach(
        each -> each.memory().ifPresent(b -> line(text, "millrace_part_resident_bytes", each, b)));
    describe(text, "millrace_part_behind_seconds", "How far a part is behind what was recorded");
    seen.forEach(
        each ->
            each.health()
                .behindSeconds()
                .ifPresent(s -> line(text, "millrace_part_behind_seconds", each, s)));
    describe(text, "millrace_analysis_failures", "How often an analysis failed in a row");
    runs.forEach(run -> line(text, "millrace_analysis_failures", run, run.failures()));
    describe(text, "millrace_analysis_age_seconds", "Since an analysis last ended, well or not");
    runs.forEach(
        run ->
            line(
                text,
                "millrace_analysis_age_seconds",
                run,
                Duration.between(run.endedAt(), clock.instant()).toSeconds()));
    LastBackup.of(home)
        .ifPresent(
            at -> {
              describe(text, "millrace_backup_age_seconds", "Since the last whole backup");
              text.append("millrace_backup_age_seconds ")
                  .append(Duration.between(at, clock.instant()).toSeconds())
                  .append('\n');
            });
    return text.toString();
  }

  private static void describe(StringBuilder text, String name, String help) {
    text.append("# HELP %s %s.\n# TYPE %s gauge\n".formatted(name, help, name));
  }

  private static void line(StringBuilder text, String name, AnalysisRun run, long value) {
    text.append(
        "%s{analysis=\"%s\",company=\"%s\"} %d\n"
            .formatted(name, escaped(run.analysis()), escaped(run.company()), value));
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static void line(StringBuilder text, String name, Seen seen, double value) {
    String number =
        value == Math.rint(value)
            ? Long.toString((long) value)
            : String.format(Locale.ROOT, "%.3f", value);
    text.append("%s{part=\"%s\"} %s\n".formatted(name, seen.part(), number));
  }
}
