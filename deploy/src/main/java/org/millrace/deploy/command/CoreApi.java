package org.millrace.deploy.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.millrace.deploy.home.Refusal;

/** Speaks to the transactional core as the operator, the service user of this command line. */
final class CoreApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final Instance instance;
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";

  CoreApi(Instance instance) {
    this.instance = instance;
  }

  CoreApi login() {
    String password = instance.secrets().read("operator.password");
    try {
      String body = JSON.writeValueAsString(Map.of("user", "operator", "password", password));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(instance.ports().coreUrl() + "/api/login"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      try (InputStream answer = send(request)) {
        token = JSON.readTree(answer).path("token").asText();
      }
      return this;
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  InputStream get(String path) {
    return send(request(path).GET().build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(instance.ports().coreUrl() + path))
        .header("Authorization", "Bearer " + token);
  }

  /** Sends; an answer other than 2xx becomes a refusal in the core's own words. */
  InputStream send(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() / 100 != 2) {
        String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        throw new Refusal(Problems.text(body) + hint(response.statusCode()));
      }
      return response.body();
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while waiting for the core.");
    }
  }

  private String hint(int status) {
    return status == 401
        ? " (the password in " + instance.secrets().file("operator.password") + " was refused)"
        : "";
  }

  private static Refusal unreachable(IOException cause) {
    return new Refusal(
        "The core does not answer ("
            + cause.getMessage()
            + "). See ./millrace status; what was committed stays, so repeat the command.");
  }
}
