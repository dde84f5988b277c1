package org.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation there is, found by walking the handlers, through every odd way in. */
class DoorTest {
  private final TestingCore core = TestingCore.running();
  private final String company = core.newCompany().value();

  private record Operation(String method, String path, String type, HandlerMethod handler) {
    boolean isQuestion() {
      return method.equals("GET");
    }
  }

  @Test
  void everyOperationRefusesAPathThatCanBeReadInTwoWays() {
    List<Operation> all = operations();
    assertThat(all).hasSizeGreaterThan(100);
    long before = changes();
    for (Operation operation : all) {
      for (String path : disguised(operation.path())) {
        String answer = core.raw(operation.method(), path, "Content-Type: " + operation.type());
        assertThat(answer)
            .as(operation.method() + " " + path)
            .startsWith("HTTP/1.1 400")
            .contains("application/problem+json")
            .contains("/problems/ambiguous-path");
      }
    }
    assertThat(changes()).isEqualTo(before);
  }

  @Test
  void everyOperationButTheNamedOnesIsACommandWithAKey() {
    Set<String> outside = new TreeSet<>();
    for (Operation operation : operations()) {
      if (operation.isQuestion()) {
        continue;
      }
      if (operation.handler().hasMethodAnnotation(OutsideCommand.class)) {
        outside.add(operation.path().replace(company, "C"));
        continue;
      }
      Map<String, String> headers = Map.of("Idempotency-Key", "", "Content-Type", operation.type());
      HttpAnswer answer = core.send(operation.method(), operation.path(), "{}", headers);
      assertThat(answer.body()).as(operation.toString()).contains("/problems/key-missing");
    }
    assertThat(outside)
        .containsExactly(
            "/api/companies/C/imports/X",
            "/api/companies/C/imports/X/proposals",
            "/api/companies/C/imports/sales-history",
            "/api/login",
            "/api/login/openid",
            "/api/session/api-keys",
            "/api/session/second-factor",
            "/api/session/second-factor/recovery-codes",
            "/api/session/second-factor/removal");
  }

  @Test
  void opensAndChangesWhateverHasACodeWithSigns() {
    String base = "/api/companies/" + company;
    for (String code :
        List.of("a/b", "SVC 2/\u00e4", "50%;x", "'; drop table x;--", "a\\\\b", "~*")) {
      String path = URLEncoder.encode(code.replace("\\\\", "\\"), StandardCharsets.UTF_8);
      String encoded = path.replace("+", "%20").replace("%7E", "~");
      String item = base + "/items/" + encoded;
      core.post(base + "/items", "{\"code\":\"%s\",\"name\":\"x\"}".formatted(code)).expecting(201);
      assertThat(core.get(item).status()).as(code).isEqualTo(200);
      String change = "{\"name\":\"y\",\"unit\":\"pcs\",\"materials\":[]}";
      assertThat(core.send("PUT", item, change, Map.of("If-Match", "\"1\"")).status())
          .as(code)
          .isEqualTo(200);
      String party =
          "{\"code\":\"%s\",\"name\":\"x\",\"roles\":[\"customer\"],\"country\":\"Italy\"}";
      core.post(base + "/parties", party.formatted(code)).expecting(201);
      assertThat(core.get(base + "/parties/" + encoded).status()).as(code).isEqualTo(200);
    }
  }

  @Test
  void takesNoCodeThatLooksLikeAnother() {
    String base = "/api/companies/" + company;
    String item = "{\"code\":\"%s\",\"name\":\"%s\"}";
    String party =
        "{\"code\":\"%s\",\"name\":\"x\",\"roles\":[\"customer\"],\"country\":\"Italy\"}";
    core.post(base + "/items", item.formatted("i1", "x")).expecting(201);
    core.post(base + "/parties", party.formatted("C1")).expecting(201);
    HttpAnswer alike = core.post(base + "/parties", party.formatted("c1"));
    assertThat(alike.status()).isEqualTo(409);
    assertThat(alike.json().get("detail").asString()).contains("has party C1");
    assertThat(core.post(base + "/items", item.formatted("I1", "x")).status()).isEqualTo(409);
    for (String code : List.of("a\\u202eb", "a\\u200bb", "a\\u0007b", ".", "..", "\\ufeffa")) {
      assertThat(core.post(base + "/items", item.formatted(code, "x")).status())
          .as(code)
          .isEqualTo(422);
      assertThat(core.post(base + "/parties", party.formatted(code)).status())
          .as(code)
          .isEqualTo(422);
    }
    assertThat(core.post(base + "/items", item.formatted("n", "a\\u202eb")).status())
        .isEqualTo(422);
  }

  @Test
  void nothingCanBeWrittenWhereNoTransactionRuns() {
    JdbcClient jdbc = core.bean(JdbcClient.class);
    assertThat(jdbc.sql("select count(*) from party.company").query(Long.class).single())
        .isPositive();
    for (String change :
        List.of(
            "update access.app_user set active = false",
            "update party.company set name = 'x'",
            "delete from web.command")) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .hasStackTraceContaining("in a read-only transaction");
    }
  }

  private List<Operation> operations() {
    Map<RequestMappingInfo, HandlerMethod> handlers =
        core.bean(RequestMappingHandlerMapping.class).getHandlerMethods();
    return handlers.entrySet().stream()
        .filter(e -> e.getValue().getBeanType().getName().startsWith("org.millrace"))
        .flatMap(e -> operations(e.getKey(), e.getValue()))
        .toList();
  }

  private Stream<Operation> operations(RequestMappingInfo info, HandlerMethod handler) {
    String type =
        info.getConsumesCondition().getConsumableMediaTypes().stream()
            .findFirst()
            .map(MediaType::toString)
            .orElse("application/json");
    return info.getMethodsCondition().getMethods().stream()
        .map(RequestMethod::name)
        .flatMap(
            method ->
                info.getPatternValues().stream()
                    .map(p -> p.replace("{company}", company).replaceAll("\\{[^}]+}", "X"))
                    .map(path -> new Operation(method, path, type, handler)));
  }

  private static List<String> disguised(String path) {
    char last = path.charAt(path.length() - 1);
    String start = path.substring(0, path.length() - 1);
    return List.of(
        "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2),
        start + "%" + Integer.toHexString(last).toUpperCase(java.util.Locale.ROOT),
        "/" + path,
        "/." + path,
        "/x/.." + path,
        path + ";v=1",
        "/%2e" + path,
        path + "%01");
  }

  /** How much is written down of anything that happened. */
  private long changes() {
    return core.jdbc()
        .sql("select (select count(*) from outbox.event) + (select count(*) from web.command)")
        .query(Long.class)
        .single();
  }
}
