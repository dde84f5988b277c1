package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Somebody who is logged in at the cockpit, as the pages ask it. */
record CockpitUser(String cockpit, HttpClient http) {
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  static CockpitUser login(MillraceCommand millrace, String user, String password)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    CockpitUser visitor = new CockpitUser("http://127.0.0.1:" + millrace.port(), http);
    HttpRequest login =
        HttpRequest.newBuilder(URI.create(visitor.cockpit() + "/data/login"))
            .header("Content-Type", "application/json")
            .header("Origin", visitor.cockpit())
            .POST(
                BodyPublishers.ofString(
                    "{\"user\": \"%s\", \"password\": \"%s\"}".formatted(user, password)))
            .build();
    HttpResponse<String> answer = http.send(login, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return visitor;
  }

  /** What the address answers, which must be 200, be it that what is behind it is late. */
  String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(cockpit + path)).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    for (int tries = 10; tries > 0 && answer.statusCode() == 503; tries--) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      answer = http.send(request, BodyHandlers.ofString());
    }
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }
}
