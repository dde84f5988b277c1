package org.millrace.warehouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.millrace.warehouse.AnalysisRefused;

class EndpointsTest {

  /** Refuses every analysis and cannot refresh. */
  static class Refusing implements Endpoints.Answers {
    @Override
    public Map<String, Object> health() {
      return Map.of();
    }

    @Override
    public Map<String, Object> progress() {
      return Map.of();
    }

    @Override
    public SparkSession lake() {
      throw new AnalysisRefused("no lake");
    }

    @Override
    public List<String> analyses() {
      return List.of("plan", "demand");
    }

    @Override
    public Map<String, Object> run(
        String analysis, Optional<LocalDate> asOf, Optional<String> company) {
      throw new AnalysisRefused("No analysis '" + analysis + "'");
    }

    @Override
    public Map<String, Object> refresh(Duration atMost) throws Exception {
      throw new IOException("the disk is full");
    }

    @Override
    public void rebuild() {
      throw new AnalysisRefused("no lake");
    }
  }

  @Test
  void whatIsRefusedOrFailsIsAnsweredWithItsReason() throws Exception {
    try (Endpoints endpoints = new Endpoints(0, "secret")) {
      endpoints.serve(new Refusing());

      HttpResponse<String> refused = post(endpoints, "/run", "{\"analysis\": \"nothing\"}");
      HttpResponse<String> failed = post(endpoints, "/refresh", "");
      HttpResponse<String> unknown = post(endpoints, "/refresh?rebuild=true", "");

      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("No analysis 'nothing'");
      assertThat(failed.statusCode()).isEqualTo(500);
      assertThat(failed.body()).contains("the disk is full");
      assertThat(unknown.statusCode()).isEqualTo(422);
      assertThat(unknown.body()).contains("not 'rebuild=true'; POST /rebuild");
    }
  }

  @Test
  void tellsWhichAnalysesMayBeRun() throws Exception {
    try (Endpoints endpoints = new Endpoints(0, "secret")) {
      endpoints.serve(new Refusing());

      assertThat(send(endpoints, "/analyses", HttpRequest.Builder::GET).body())
          .isEqualTo("[\"plan\",\"demand\"]");
    }
  }

  @Test
  void healthAnswersWhileAllLongQuestionsRun() throws Exception {
    CountDownLatch begun = new CountDownLatch(8);
    CountDownLatch end = new CountDownLatch(1);
    Refusing slow =
        new Refusing() {
          @Override
          public Map<String, Object> health() {
            return Map.of("status", "up");
          }

          @Override
          public Map<String, Object> refresh(Duration atMost) throws Exception {
            begun.countDown();
            end.await();
            return Map.of("complete", true);
          }
        };
    ExecutorService askers = Executors.newFixedThreadPool(8);
    try (Endpoints endpoints = new Endpoints(0, "secret")) {
      endpoints.serve(slow);
      List<Future<Integer>> answers =
          IntStream.range(0, 8)
              .mapToObj(i -> askers.submit(() -> post(endpoints, "/refresh", "").statusCode()))
              .toList();
      begun.await();

      assertThat(send(endpoints, "/health", HttpRequest.Builder::GET).statusCode()).isEqualTo(200);
      assertThat(post(endpoints, "/refresh", "").statusCode()).isEqualTo(503);
      end.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      askers.shutdownNow();
    }
  }

  static HttpResponse<String> post(Endpoints endpoints, String path, String body) throws Exception {
    return send(endpoints, path, r -> r.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(
      Endpoints endpoints, String path, UnaryOperator<HttpRequest.Builder> method)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoints.port() + path))
            .header("Authorization", "Bearer secret");
    return HttpClient.newHttpClient()
        .send(method.apply(request).build(), HttpResponse.BodyHandlers.ofString());
  }
}
