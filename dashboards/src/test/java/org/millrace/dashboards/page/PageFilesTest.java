package org.millrace.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.dashboards.definition.Term;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Layer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our pages fit what the core really describes, which its own tests leave in this file. */
class PageFilesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path DESCRIPTION = ROOT.resolve("transactional/target/openapi.json");

  private final Catalog catalog = Catalog.read(ROOT.resolve("warehouse/tables"));
  private final JsonNode api = description();

  @TempDir private Path pages;

  private static JsonNode description() {
    assertThat(DESCRIPTION)
        .as("run ./mvnw -pl transactional test -Dtest=DescriptionTest first")
        .exists();
    return JsonMapper.builder().build().readTree(DESCRIPTION);
  }

  @Test
  void knowsWhichFieldSaysTheCurrencyOfAnAmount() {
    List<Page> read = PageFiles.read(ROOT.resolve("dashboards/pages"), catalog, api);
    Page open = read.stream().filter(p -> p.id().equals("settlement/open-item")).findFirst().get();
    assertThat(open.fields().get("documentOpenAmount").kind()).isEqualTo(Page.Kind.MONEY);
    assertThat(open.fields().get("documentOpenAmount").currency()).contains("documentCurrency");
    assertThat(open.fields().get("openAmount").currency()).isEmpty();
  }

  @Test
  void compilesAllPagesOfTheCheckout() {
    List<Page> read = PageFiles.read(ROOT.resolve("dashboards/pages"), catalog, api);
    assertThat(read).extracting(Page::id).contains("service/ticket", "sales/order");
    Page tickets = read.stream().filter(p -> p.id().equals("service/ticket")).findFirst().get();
    assertThat(tickets.fields().get("status").words().get("closed").zh()).isEqualTo("已关闭");
    assertThat(tickets.fields().get("openedAt").kind()).isEqualTo(Page.Kind.MOMENT);
    assertThat(tickets.fields().get("partsCost").kind()).isEqualTo(Page.Kind.MONEY);
    assertThat(tickets.fields().get("partsCost").permission()).contains("cost.read");
    assertThat(tickets.fields().get("subject").permission()).isEmpty();
    assertThat(tickets.fields().get("subject").kind()).isEqualTo(Page.Kind.TEXT);
    assertThat(tickets.form().orElseThrow().entries())
        .contains(new Page.Entry("customer", true), new Page.Entry("item", false));
    assertThat(tickets.shown().kind()).contains("service/ticket");
    assertThat(tickets.shown().isLinked()).isTrue();
    assertThat(tickets.table()).contains("ticket");
    assertThat(tickets.permission()).contains("service.read");
    List<String> ids = read.stream().map(Page::id).toList();
    assertThat(
            catalog.tables(Layer.GOLD).stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> column.leads().page().stream()))
        .as("pages that columns open")
        .contains("item/item", "party/party")
        .allMatch(ids::contains);
    Page bills = read.stream().filter(p -> p.id().equals("purchasing/invoice")).findFirst().get();
    assertThat(bills.shown().kind()).contains("purchasing/supplier-invoice");
    assertThat(bills.steps().get(0).form().proposed())
        .isEqualTo(Map.of("amount", List.of(new Term("openAmount", 1))));
    Page orders = read.stream().filter(p -> p.id().equals("sales/order")).findFirst().get();
    assertThat(orders.form().orElseThrow().told().orElseThrow())
        .isEqualTo(
            new Page.Told(
                "/credit/exposures/{party}",
                Map.of("party", "customer"),
                List.of("party"),
                List.of("exposure.total", "creditLimit", "available"),
                Optional.of("credit.read")));
    assertThat(page(read, "paper/e-invoice").shown().files())
        .isEqualTo(new Page.Files(true, Optional.of("paper.write"), List.of()));
    assertThat(page(read, "bank/payment-run").shown().files().given())
        .extracting(Page.Download::name, Page.Download::permission, Page.Download::parameters)
        .containsExactly(tuple("pain.001", Optional.of("bank.pay"), List.of()));
    assertThat(page(read, "sales/invoice").shown().files().given())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.label().zh()).isEqualTo("电子发票");
              assertThat(file.parameters())
                  .extracting(Page.Parameter::name, parameter -> parameter.words().keySet())
                  .containsExactly(
                      tuple("buyerReference", Set.of()),
                      tuple("syntax", Set.of("ubl", "cii", "factur-x")),
                      tuple("usage", Set.of("en-16931", "xrechnung")));
            });
    assertThat(page(read, "paper/fapiao").form().orElseThrow().entries())
        .contains(new Page.Entry("seller.creditCode", true), new Page.Entry("original", false));
    Page campaigns = read.stream().filter(p -> p.id().equals("crm/campaign")).findFirst().get();
    assertThat(campaigns.shown().kind()).contains("crm/campaign");
    assertThat(campaigns.steps())
        .extracting(Page.Step::act)
        .containsExactly("start", "hold", "resume", "end");
    Page parties = read.stream().filter(p -> p.id().equals("party/party")).findFirst().get();
    assertThat(parties.shown().kind()).contains("party/party");
    assertThat(parties.shown().isLinked()).isFalse();
    assertThat(parties.shown().sortable()).contains("code", "country");
    Page balances = read.stream().filter(p -> p.id().equals("stock/balance")).findFirst().get();
    assertThat(balances.shown().sortable()).contains("onHand").doesNotContain("value");
    assertThat(parties.fields().get("roles").words().get("supplier").zh()).isEqualTo("供应商");
  }

  private static Page page(List<Page> pages, String id) {
    return pages.stream().filter(page -> page.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void refusesWhatTheCoreDoesNotKnowWithFileAndLine() throws IOException {
    write(
        """
        title: {en: T, zh: 单}
        one: {en: T, zh: 单}
        path: /service/tickets
        kind: service/song
        tables: [silver.ticket]
        list:
          columns: [number, colour]
          filters: [resolution, mood]
        facts: [number]
        new:
          fields: [customer]
          told: {path: "/credit/exposures/{party}", by: {moon: customer}, needs: [], shown: [tide]}
        steps:
          - {act: melt, path: melt, label: {en: Melt, zh: 熔}, fields: []}
          - act: close
            path: close
            label: {en: Close, zh: 关闭}
            fields: [resolution]
            proposed: {resolution: [mood, -number], song: number}
        """);
    assertThatThrownBy(() -> PageFiles.read(pages, catalog, api))
        .hasMessageContaining("page.yaml:4: the core links no 'service/song'; it links [")
        .hasMessageContaining("page.yaml:7: the core knows no 'colour' there; it knows [")
        .hasMessageContaining("page.yaml:8: the list of the core has no filter 'mood'")
        .hasMessageContaining("page.yaml:11: the core needs 'subject', which is not asked")
        .hasMessageContaining("page.yaml:12: the core takes no 'moon' there")
        .hasMessageContaining("page.yaml:12: the path needs 'party'")
        .hasMessageContaining("page.yaml:12: the core knows no 'tide' there; it knows [")
        .hasMessageContaining("page.yaml:14: the core has no POST /service/tickets/{}/melt")
        .hasMessageContaining("page.yaml:19: the core knows no 'mood' there; it knows [")
        .hasMessageContaining(
            "page.yaml:19: the form asks for no 'song'; it asks for [resolution]");
  }

  @Test
  void leavesOutThePageThatDoesNotFitAndKeepsTheOthers() throws IOException {
    write(
        """
        title: {en: T, zh: 单}
        one: {en: T, zh: 单}
        path: /service/tickets
        tables: [silver.ticket]
        list:
          columns: [number, colour]
        facts: [number]
        """);
    Path good = pages.resolve("cash/week/page.yaml");
    Files.createDirectories(good.getParent());
    Files.copy(ROOT.resolve("dashboards/pages/cash/week/page.yaml"), good);
    Files.copy(ROOT.resolve("dashboards/pages/words.yaml"), pages.resolve("words.yaml"));
    PageFiles.Compiled compiled = PageFiles.compile(pages, catalog, api);
    assertThat(compiled.problems())
        .allMatch(problem -> problem.message().contains("'colour'"))
        .hasSize(1);
    assertThat(compiled.pages()).extracting(Page::id).containsExactly("cash/week");
  }

  @Test
  void refusesRelatedPagesWhoseListDoesNotKnowAFilterWithFileAndLine() throws IOException {
    String tickets =
        """
        title: {en: T, zh: 单}
        one: {en: T, zh: 单}
        path: /service/tickets
        tables: [silver.ticket]
        list:
          columns: [number]
        facts: [number]
        related:
        """;
    write(
        tickets
            + """
              - {page: service/ticket, by: {colour: number}}
              - {page: service/ticket, by: {customer: mood}, only: {status: [open, melted]}}
              - {page: service/song, by: {customer: customer}}
              - {page: service/ticket}
              - {documents: {colour: customer}, label: {en: L, zh: 单}}
            """);
    assertThatThrownBy(() -> PageFiles.read(pages, catalog, api))
        .hasMessageContaining("page.yaml:9: its list has no filter 'colour'")
        .hasMessageContaining("page.yaml:10: the core knows no 'mood' here; it knows [")
        .hasMessageContaining("page.yaml:10: 'melted' is none of [open, closed]")
        .hasMessageContaining("page.yaml:11: no page 'service/song'; there are [service/ticket]")
        .hasMessageContaining("page.yaml:12: needs either 'of' or 'by'")
        .hasMessageContaining("page.yaml:13: its list has no filter 'colour'");
    write(
        tickets
            + """
              - {page: service/ticket, by: {customer: customer}, only: {status: open}}
            """);
    assertThat(PageFiles.read(pages, catalog, api).get(0).shown().related())
        .singleElement()
        .satisfies(
            related -> {
              assertThat(related.by()).containsEntry("customer", "customer");
              assertThat(related.only()).containsEntry("status", List.of("open"));
              assertThat(related.permission()).contains("service.read");
            });
  }

  @Test
  void refusesAFieldWithoutANameInBothLanguages() throws IOException {
    write(
        """
        title: {en: T, zh: 单}
        one: {en: T, zh: 单}
        path: /service/tickets
        list:
          columns: [number]
        facts: [subject]
        """);
    assertThatThrownBy(() -> PageFiles.read(pages, catalog, api))
        .hasMessageContaining("page.yaml:6: 'subject' has no name in labels, nor a column");
  }

  @Test
  void compilesAllSettingsOfTheCheckout() {
    List<Setting> settings =
        PageFiles.compile(ROOT.resolve("dashboards/pages"), catalog, api).settings();
    assertThat(settings)
        .extracting(Setting::id)
        .startsWith("party/company", "document/number-series", "credit/policy");
    Setting company = settings.get(0);
    assertThat(company.path()).isEmpty();
    assertThat(company.permissions())
        .isEqualTo(new Setting.Permissions(Optional.of("login"), Optional.of("company.open")));
    assertThat(company.fields().get("fiscalYearStartMonth").words().get("4").zh()).isEqualTo("四月");
    assertThat(company.form().entries())
        .contains(new Page.Entry("name", true), new Page.Entry("earliestBusinessDate", false));
    assertThat(settings.get(1).each()).contains("kind");
    assertThat(settings.get(1).permissions().changing()).contains("number.write");
  }

  /** Each setting of the API has its page, but for masters that have lists of their own. */
  @Test
  void hasAPageForEachSettingOfTheCore() {
    Set<String> set =
        PageFiles.compile(ROOT.resolve("dashboards/pages"), catalog, api).settings().stream()
            .map(Setting::path)
            .collect(Collectors.toSet());
    List<String> paths =
        api.path("paths").properties().stream()
            .filter(path -> path.getValue().has("put") && path.getValue().has("get"))
            .map(Map.Entry::getKey)
            .filter(path -> path.startsWith("/api/companies/{company}"))
            .filter(path -> !path.endsWith("}") || path.endsWith("{company}"))
            .map(path -> path.substring("/api/companies/{company}".length()))
            .filter(path -> !path.equals("/planning/forecast-overrides"))
            .filter(path -> !path.endsWith("/tags"))
            .toList();
    assertThat(paths).contains("/credit/policy").allMatch(set::contains);
  }

  @Test
  void refusesASettingThatLeavesSomethingOut() throws IOException {
    Path folder = Files.createDirectories(pages.resolve("tax/settings"));
    Files.writeString(
        folder.resolve("setting.yaml"),
        """
        title: {en: T, zh: 税}
        purpose: {en: T, zh: 税}
        group: {en: T, zh: 税}
        path: /tax/settings
        fields: [rounding]
        hints: {roundTo: {en: S, zh: 步}}
        choices: {mood: [good]}
        labels: {rounding: {en: R, zh: 舍}}
        """);
    assertThatThrownBy(() -> PageFiles.read(pages, catalog, api))
        .hasMessageContaining("setting.yaml:5: 'roundTo' is not asked, but would be set")
        .hasMessageContaining("setting.yaml:6: 'roundTo' is not asked; it asks [rounding]")
        .hasMessageContaining("setting.yaml:7: 'mood' is not asked; it asks [rounding]");
  }

  private void write(String yaml) throws IOException {
    Path folder = Files.createDirectories(pages.resolve("service/ticket"));
    Files.writeString(folder.resolve("page.yaml"), yaml);
  }
}
