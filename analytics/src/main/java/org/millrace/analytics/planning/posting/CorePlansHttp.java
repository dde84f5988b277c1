package org.millrace.analytics.planning.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Speaks to the core as the service user; logs in when it must. The key of a plan names company,
 * day and version, and a digest of what it proposes: a version that is counted anew after the lake
 * was built again is not taken for the old one.
 */
final class CorePlansHttp implements CorePlans {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LARGEST_BODY = 60_000_000; // the core reads a plan of 64 MiB
  private static final int DIGEST = 16;

  private final PostingSettings settings;
  private final int largestBody;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  CorePlansHttp(PostingSettings settings) {
    this(settings, LARGEST_BODY);
  }

  CorePlansHttp(PostingSettings settings, int largestBody) {
    this.settings = settings;
    this.largestBody = largestBody;
  }

  @Override
  public String put(PlanToPost plan) throws CoreAway, PlanNotTaken {
    PlanToPost part = plan;
    byte[] body = body(part);
    while (body.length > largestBody && !part.proposals().isEmpty()) {
      part = part.first(part.proposals().size() / 2);
      body = body(part);
    }
    int left = plan.proposals().size() - part.proposals().size();
    String answer = sent(plan, body);
    return left == 0 ? answer : answer + " (" + left + " later proposals were too many to post)";
  }

  private String sent(PlanToPost plan, byte[] body) throws CoreAway, PlanNotTaken {
    String company = URLEncoder.encode(plan.company(), StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/api/companies/" + company + "/planning/plans"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key(plan, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    HttpResponse<String> answer = authorized(request);
    if (answer.statusCode() == 401) {
      login();
      answer = authorized(request);
    }
    if (answer.statusCode() / 100 == 2) {
      return answer.body();
    }
    if (isLater(answer)) {
      throw new CoreAway("it answers %d: %s".formatted(answer.statusCode(), detail(answer)));
    }
    throw new PlanNotTaken("it answers %d: %s".formatted(answer.statusCode(), detail(answer)));
  }

  // A user that is not let in yet, a lost lock and a core in trouble mend by themselves.
  private static boolean isLater(HttpResponse<String> answer) {
    int status = answer.statusCode();
    boolean isLostLock = status == 409 && answer.body().contains("send again");
    return status >= 500 || status == 429 || status == 401 || isLostLock;
  }

  private void login() throws CoreAway {
    ObjectNode who =
        JSON.createObjectNode().put("user", settings.user()).put("password", settings.password());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/api/login"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(written(who)));
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() != 200) {
      throw new CoreAway(
          "it does not let %s in (%d): %s"
              .formatted(settings.user(), answer.statusCode(), detail(answer)));
    }
    try {
      token = JSON.readTree(answer.body()).path("token").asText();
    } catch (JsonProcessingException e) {
      throw new CoreAway("its answer to the login is no JSON: " + answer.body());
    }
  }

  private HttpResponse<String> authorized(HttpRequest.Builder request) throws CoreAway {
    return send(request.setHeader("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws CoreAway {
    try {
      return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CoreAway("%s does not answer (%s)".formatted(settings.core(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CoreAway("interrupted while waiting for its answer");
    }
  }

  private URI at(String path) {
    return URI.create(settings.core().toString().replaceAll("/+$", "") + path);
  }

  private static byte[] body(PlanToPost plan) {
    ObjectNode body = JSON.createObjectNode();
    body.put("asOf", plan.asOf().toString());
    body.put("planVersion", Long.toString(plan.version()));
    ArrayNode proposals = body.putArray("proposals");
    for (PlanToPost.Line line : plan.proposals()) {
      ObjectNode proposal = proposals.addObject();
      proposal.put("proposal", line.proposal());
      proposal.put("item", line.item());
      proposal.put("source", line.lot().source());
      proposal.put("quantity", line.lot().quantity());
      proposal.put("orders", line.lot().orders());
      proposal.put("startDate", line.days().start().toString());
      proposal.put("dueDate", line.days().due().toString());
      proposal.put("neededDate", line.days().needed().toString());
      ArrayNode pegs = proposal.putArray("pegs");
      for (PlanToPost.Reason reason : line.pegs()) {
        ObjectNode peg = pegs.addObject();
        peg.put("reason", reason.reason());
        peg.put("document", reason.document());
        peg.put("quantity", reason.quantity());
      }
    }
    return written(body);
  }

  private static byte[] written(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A plan could not be written as JSON", e);
    }
  }

  private static String key(PlanToPost plan, byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "plan/%s/%s/%d/%s"
          .formatted(
              plan.company(),
              plan.asOf(),
              plan.version(),
              HexFormat.of().formatHex(digest).substring(0, DIGEST));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String detail(HttpResponse<String> answer) {
    try {
      String detail = JSON.readTree(answer.body()).path("detail").asText();
      return detail.isEmpty() ? answer.body() : detail;
    } catch (JsonProcessingException e) {
      return answer.body();
    }
  }
}
