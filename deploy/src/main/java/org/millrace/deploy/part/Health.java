package org.millrace.deploy.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a part says of itself at {@code /health}. {@code behindSeconds} is its lag, if it has one.
 */
public record Health(String status, OptionalDouble behindSeconds, String detail) {

  public static final Health UP = new Health("up", OptionalDouble.empty(), "");
  public static final Health SILENT = new Health("silent", OptionalDouble.empty(), "");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .sslContext(AnyCertificate.context())
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();

  public boolean isUp() {
    return status.equals("up");
  }

  /** Whether it said nothing at all, not even that it cannot work. */
  public boolean isSilent() {
    return status.equals("silent");
  }

  /** Asks the part; silence is the status {@code silent}, never an exception. */
  public static Health of(Part part) {
    return of(part.address());
  }

  static Health of(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/health")).timeout(Duration.ofSeconds(5)).build();
    try {
      HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode body = JSON.readTree(response.body());
      JsonNode behind = body.path("behindSeconds");
      return new Health(
          body.path("status").asText(response.statusCode() == 200 ? "up" : "down"),
          behind.isNumber() ? OptionalDouble.of(behind.asDouble()) : OptionalDouble.empty(),
          body.path("detail").asText(""));
    } catch (IOException e) {
      return new Health("silent", OptionalDouble.empty(), "no answer yet at " + address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Health("silent", OptionalDouble.empty(), "interrupted");
    }
  }
}
