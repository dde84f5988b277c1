package org.millrace.deploy.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.terminal.Problems;
import org.millrace.deploy.terminal.Waiting;

/** Speaks to the warehouse part. */
record WarehouseApi(Instance instance) {

  private static final Duration SHORTLY = Duration.ofMinutes(1);

  /** Posts {@code body} and returns the answer's stream; refuses with the part's own words. */
  InputStream post(String path, String body, Duration patience) {
    return send(request(path, patience).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** The names of the analyses that may be run. */
  List<String> analyses() {
    try (InputStream answer = send(request("/analyses", SHORTLY).build())) {
      return List.of(new ObjectMapper().readValue(answer, String[].class));
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    return HttpRequest.newBuilder(URI.create(instance.ports().warehouseUrl() + path))
        .header("Authorization", "Bearer " + instance.secrets().read("warehouse.token"))
        .timeout(patience);
  }

  private static InputStream send(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        String answer = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        throw new Refusal(Problems.text(answer));
      }
      return response.body();
    } catch (IOException e) {
      throw new Refusal(
          "The warehouse does not answer ("
              + Problems.why(e)
              + "). See ./millrace status and ./millrace logs warehouse");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while the warehouse worked; the work there goes on.");
    }
  }

  /** Waits until the marts hold everything recorded up to now. */
  String refresh(Duration patience) {
    String path = "/refresh?timeoutSeconds=" + patience.toSeconds();
    try (InputStream answer =
        Waiting.with("bringing the marts up to date", () -> post(path, "", patience))) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  private static Refusal brokenOff(IOException e) {
    return new Refusal("The warehouse broke off: " + Problems.why(e));
  }
}
