package org.millrace.dashboards.cockpit.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.page.Page;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists as workbooks. The rows are asked of the core page by page with the visitor's own token, so
 * that nobody gets more than the list shows him; what the core refuses is answered as it says it.
 */
@RestController
class ListFilesHttp {
  private static final int SIZE = 500;
  private static final int MOST = 100_000;
  private static final List<String> OWN = List.of("company", "columns", "lang", "zone");
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final URI core;
  private final CompiledPages compiled;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  ListFilesHttp(CockpitSettings settings, CompiledPages compiled, JsonMapper json) {
    this.core = settings.core();
    this.compiled = compiled;
    this.json = json;
  }

  /** The list of a page, narrowed and sorted as its other parameters ask the core. */
  @GetMapping("/data/lists/{domain}/{name}.xlsx")
  void workbook(
      @PathVariable String domain,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> asked,
      @AuthenticationPrincipal Visitor visitor,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    String company = visitor.requireCompany(one(asked, "company", ""));
    Page page = page(domain + "/" + name, visitor);
    List<String> columns = columns(page, company, one(asked, "columns", ""), visitor);
    Workbook.Reader reader =
        new Workbook.Reader(
            one(asked, "lang", "en").equals("zh") ? Language.ZH : Language.EN,
            zone(one(asked, "zone", "UTC")));
    MultiValueMap<String, String> filters = new LinkedMultiValueMap<>(asked);
    OWN.forEach(filters::remove);
    Asked list = new Asked(company, page, filters);
    HttpResponse<String> first = ask(visitor, list, 1);
    if (first.statusCode() != 200) {
      response.setStatus(first.statusCode());
      response.setContentType("application/problem+json");
      response.getOutputStream().write(first.body().getBytes(StandardCharsets.UTF_8));
      return;
    }
    response.setContentType(TYPE);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-%s-%s.xlsx\"".formatted(company, domain, name));
    try (Workbook book = new Workbook(response.getOutputStream(), page, columns, reader)) {
      JsonNode rows = json.readTree(first.body());
      int count = write(book, rows);
      for (int number = 2; rows.path("more").asBoolean(false) && count < MOST; number++) {
        rows = json.readTree(ask(visitor, list, number).body());
        count += write(book, rows);
      }
      if (rows.path("more").asBoolean(false)) {
        book.note("… %d+".formatted(count));
      }
    }
  }

  private static int write(Workbook book, JsonNode answer) throws IOException {
    JsonNode rows = answer.isArray() ? answer : answer.path("rows");
    for (JsonNode row : rows) {
      book.add(row);
    }
    return rows.size();
  }

  private Page page(String id, Visitor visitor) throws InterruptedException {
    return compiled.all(visitor).stream()
        .filter(page -> page.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no list '" + id + "'"));
  }

  /** Those of the columns asked for that the visitor may see; all of the list when none is. */
  private static List<String> columns(Page page, String company, String asked, Visitor visitor) {
    List<String> wanted = List.of(asked.split(","));
    return page.shown().columns().stream()
        .filter(column -> asked.isEmpty() || wanted.contains(column))
        .filter(
            column ->
                page.field(column).permission().map(p -> visitor.may(company, p)).orElse(true))
        .toList();
  }

  private HttpResponse<String> ask(Visitor visitor, Asked asked, int number)
      throws InterruptedException {
    try {
      return http.send(
          HttpRequest.newBuilder(core.resolve(asked.path(number)))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Bearer " + visitor.token())
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new DataAccessResourceFailureException("The core does not answer", e);
    }
  }

  /** Which list of the core is asked for. */
  private record Asked(String company, Page page, MultiValueMap<String, String> filters) {
    String path(int number) {
      List<String> query = new ArrayList<>();
      filters.forEach((name, values) -> values.forEach(v -> query.add(name + "=" + encoded(v))));
      if (page.shown().isPaged()) {
        query.add("page=" + number);
      }
      if (!page.shown().sortable().isEmpty()) {
        query.add("size=" + SIZE);
      }
      return "/api/companies/" + encoded(company) + page.path() + "?" + String.join("&", query);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }

  private static String one(MultiValueMap<String, String> asked, String name, String otherwise) {
    String found = asked.getFirst(name);
    return found == null ? otherwise : found;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException("There is no time zone '" + name + "'");
    }
  }
}
