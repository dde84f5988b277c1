package org.millrace.deploy.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.deploy.calculation.AnalysisRun;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.part.Health;

class MetricsTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void showTheStateOfEachPartAsPrometheusReadsIt() throws Exception {
    Home home = Home.inFolder(folder, folder.resolve("var")).prepared();
    Home.write(home.dir().resolve("last-backup"), "2026-01-01T12:00:00Z /backups/1\n");
    List<Metrics.Seen> seen =
        List.of(
            new Metrics.Seen("core", Health.UP, Optional.of(300_000_000L), 0),
            new Metrics.Seen(
                "ingestion",
                new Health("down", OptionalDouble.of(2.5), "The disk is full"),
                Optional.empty(),
                3));
    AnalysisRun run =
        new AnalysisRun(
            "statements", "A \"B\"", NOON.instant().minusSeconds(90), "", 0, Optional.empty());
    try (Metrics metrics = Metrics.serve(0, () -> Metrics.text(seen, List.of(run), home, NOON))) {
      HttpResponse<String> answer = ask(metrics, "/metrics");
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(answer.body().lines())
          .contains(
              "# TYPE millrace_part_up gauge",
              "millrace_part_up{part=\"core\"} 1",
              "millrace_part_up{part=\"ingestion\"} 0",
              "millrace_part_deaths{part=\"ingestion\"} 3",
              "millrace_part_resident_bytes{part=\"core\"} 300000000",
              "millrace_part_behind_seconds{part=\"ingestion\"} 2.500",
              "millrace_analysis_failures{analysis=\"statements\",company=\"A \\\"B\\\"\"} 0",
              "millrace_analysis_age_seconds{analysis=\"statements\",company=\"A \\\"B\\\"\"} 90",
              "millrace_backup_age_seconds 86400");
      assertThat(ask(metrics, "/health").body()).contains("\"status\":\"up\"");
    }
  }

  private static HttpResponse<String> ask(Metrics metrics, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + metrics.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
