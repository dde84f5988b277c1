package org.millrace.analytics.planning.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorePlansHttpTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final int BODY_LIMIT = 4 * 1024 * 1024;

  private final List<String> bodies = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> logins = new ArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private String answer = "{\"made\":1}";
  private Optional<String> retryAfter = Optional.empty();
  private HttpServer server;
  private CorePlansHttp core;

  @BeforeEach
  void startsAServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/login", this::login);
    server.createContext("/api/companies", this::take);
    server.start();
    core = new CorePlansHttp(settings());
  }

  private PostingSettings settings() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new PostingSettings(address, "planning", "secret");
  }

  @AfterEach
  void stopsIt() {
    server.stop(0);
  }

  private void login(HttpExchange exchange) throws IOException {
    logins.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    reply(exchange, 200, "{\"token\":\"T" + logins.size() + "\"}");
  }

  private void take(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (logins.isEmpty() || !token.equals("Bearer T" + logins.size())) {
      reply(exchange, 401, "{\"detail\":\"The token is missing\"}");
      return;
    }
    bodies.add(exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    reply(exchange, statuses.isEmpty() ? 200 : statuses.poll(), answer);
  }

  private void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    retryAfter.ifPresent(wait -> exchange.getResponseHeaders().set("Retry-After", wait));
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static PlanToPost.Line line(String proposal) {
    return new PlanToPost.Line(
        proposal,
        "WHEEL",
        new PlanToPost.Lot("buy", new BigDecimal("100.0000"), 1),
        new PlanToPost.Days(DAY, DAY.plusDays(14), DAY.plusDays(14)),
        List.of(
            new PlanToPost.Reason("sales-order", "SO-1", new BigDecimal("90.0000")),
            new PlanToPost.Reason("lot-size", "WHEEL", new BigDecimal("10.0000"))));
  }

  private static PlanToPost plan(long version, PlanToPost.Line... lines) {
    return new PlanToPost("BIKES", DAY, version, List.of(lines));
  }

  @Test
  void logsInAndPutsThePlanAsTheCoreReadsIt() throws Exception {
    assertThat(core.put(plan(7, line("WHEEL@2026-06-15")))).isEqualTo("{\"made\":1}");

    assertThat(logins).containsExactly("{\"user\":\"planning\",\"password\":\"secret\"}");
    String[] sent = bodies.get(0).split(" ", 2);
    assertThat(sent[0]).isEqualTo("/api/companies/BIKES/planning/plans");
    JsonNode body = new ObjectMapper().readTree(sent[1]);
    assertThat(body.path("planVersion").asText()).isEqualTo("7");
    assertThat(body.path("asOf").asText()).isEqualTo("2026-06-01");
    JsonNode proposal = body.path("proposals").path(0);
    assertThat(proposal.path("proposal").asText()).isEqualTo("WHEEL@2026-06-15");
    assertThat(proposal.path("source").asText()).isEqualTo("buy");
    assertThat(proposal.path("quantity").decimalValue()).isEqualByComparingTo("100");
    assertThat(proposal.path("dueDate").asText()).isEqualTo("2026-06-15");
    assertThat(proposal.path("pegs").path(0).path("reason").asText()).isEqualTo("sales-order");
    assertThat(proposal.path("pegs").path(1).path("quantity").decimalValue())
        .isEqualByComparingTo("10");
  }

  @Test
  void theKeyNamesCompanyDayVersionAndContent() throws Exception {
    core.put(plan(7, line("A")));
    core.put(plan(7, line("A")));
    core.put(plan(7, line("B")));
    core.put(plan(8, line("A")));

    assertThat(keys.get(0)).startsWith("plan/BIKES/2026-06-01/7/").isEqualTo(keys.get(1));
    assertThat(keys.get(2)).startsWith("plan/BIKES/2026-06-01/7/").isNotEqualTo(keys.get(0));
    assertThat(keys.get(3)).startsWith("plan/BIKES/2026-06-01/8/");
  }

  @Test
  void namesTheCompanyInThePathAsItIs() throws Exception {
    core.put(new PlanToPost("BIKES & CO", DAY, 1, List.of()));

    assertThat(bodies.get(0)).startsWith("/api/companies/BIKES%20%26%20CO/planning/plans ");
  }

  @Test
  void aCoreInTroubleOrALostLockMeansLater() {
    for (int status : new int[] {500, 503, 429}) {
      statuses.add(status);
      assertThatExceptionOfType(CorePlans.CoreUnavailable.class)
          .isThrownBy(() -> core.put(plan(1)))
          .withMessageContaining("answers " + status);
    }
  }

  @Test
  void aLostLockAsTheRealCoreTellsItMeansLater() throws Exception {
    Path recorded = Path.of("..", "transactional", "contracts", "answers.json");
    JsonNode lost = new ObjectMapper().readTree(recorded.toFile()).path("lost-lock");
    statuses.add(lost.path("status").asInt());
    retryAfter = Optional.of(lost.path("retryAfter").asText());
    answer = lost.path("body").asText();

    assertThatExceptionOfType(CorePlans.CoreUnavailable.class)
        .isThrownBy(() -> core.put(plan(1)))
        .withMessageContaining("409");
  }

  @Test
  void aConflictOfTheBusinessIsNoLostLock() {
    statuses.add(409);
    answer = "{\"type\":\"/problems/conflict\",\"detail\":\"Send this one again\"}";

    assertThatExceptionOfType(CorePlans.PlanNotTaken.class).isThrownBy(() -> core.put(plan(1)));
  }

  @Test
  void aCoreThatIsDownMeansLaterAndNamesTheAddress() {
    server.stop(0);

    assertThatExceptionOfType(CorePlans.CoreUnavailable.class)
        .isThrownBy(() -> core.put(plan(1)))
        .withMessageContaining("http://127.0.0.1:" + server.getAddress().getPort())
        .withMessageContaining("does not answer");
  }

  @Test
  void aPlanThatTheCoreRefusesIsToldInItsWords() {
    statuses.add(422);
    answer = "{\"detail\":\"Plan 1 cannot be taken: proposals.A.item\"}";

    assertThatExceptionOfType(CorePlans.PlanNotTaken.class)
        .isThrownBy(() -> core.put(plan(1, line("A"))))
        .withMessageContaining("422")
        .withMessageContaining("proposals.A.item");
  }

  @Test
  void sendsTwentyThousandProposalsInOneBody() throws Exception {
    assertThat(core.put(plan(1, lines(20_000)))).isEqualTo("{\"made\":1}");
    assertThat(bodies.get(0)).contains("\"W0\"", "\"W19999\"");
  }

  private static PlanToPost.Line[] lines(int count) {
    return IntStream.range(0, count).mapToObj(i -> line("W" + i)).toArray(PlanToPost.Line[]::new);
  }

  @Test
  void leavesOutTheLastProposalsWhenTheyAreTooManyForOneBody() throws Exception {
    core = new CorePlansHttp(settings(), BODY_LIMIT);

    assertThat(core.put(plan(1, lines(20_000)))).contains("10000 later proposals were too many");
    assertThat(bodies.get(0).length()).isLessThan(BODY_LIMIT);
    assertThat(bodies.get(0)).contains("\"W0\"").doesNotContain("\"W19999\"");
  }
}
