package org.millrace.dashboards.cockpit.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.page.Page;
import org.millrace.dashboards.page.PageFiles;
import org.millrace.dashboards.page.Setting;
import org.millrace.warehouse.catalog.Catalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages, compiled once against the API that the running core describes. One that does not fit
 * is left out and told in the log, with file and line.
 */
@Component
class CompiledPages {
  private static final Logger LOG = LoggerFactory.getLogger(CompiledPages.class);

  /** A core that has just started on a busy machine takes its time to describe itself. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final URI description;
  private final Path folder;
  private final Catalog catalog;
  private final JsonMapper json;
  private final AtomicReference<PageFiles.Compiled> compiled = new AtomicReference<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  CompiledPages(CockpitSettings settings, Catalog catalog, JsonMapper json) {
    this.description = settings.core().resolve("/api/docs/openapi");
    this.folder = settings.root().resolve("dashboards/pages");
    this.catalog = catalog;
    this.json = json;
  }

  /** All pages, in the order of the menu. */
  List<Page> all(Visitor visitor) throws InterruptedException {
    return compiled(visitor).pages();
  }

  /** What a company sets, in the order of the page. */
  List<Setting> settings(Visitor visitor) throws InterruptedException {
    return compiled(visitor).settings();
  }

  private PageFiles.Compiled compiled(Visitor visitor) throws InterruptedException {
    PageFiles.Compiled known = compiled.get();
    if (known == null) {
      known = PageFiles.compile(folder, catalog, json.readTree(described(visitor)));
      if (compiled.compareAndSet(null, known)) {
        known.problems().forEach(problem -> LOG.error("A page is left out: {}", problem));
      }
    }
    return known;
  }

  private String described(Visitor visitor) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(description)
                  .timeout(PATIENCE)
                  .header("Authorization", "Bearer " + visitor.token())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      throw new DataAccessResourceFailureException(
          "The core does not describe its API: status " + answer.statusCode());
    } catch (IOException e) {
      throw new DataAccessResourceFailureException("The core does not answer", e);
    }
  }
}
