package org.millrace.dashboards.superset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.query.Query;

/** A published board as a person sees it: Superset's own page in headless Chromium. */
@Tag("slow")
class SupersetInBrowserTest {
  private static final String BOARD = "dashboards/boards/ledger/management";
  private static final double PATIENCE = 90_000;
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @TempDir private Path checkout;

  @Test
  void showsTheFirstCompanysRevenueAndNoError() throws IOException {
    TestingSuperset superset = TestingSuperset.running();
    TestingMarts marts = TestingMarts.running();
    OneBoard.copy(Path.of("..").toAbsolutePath().normalize(), BOARD, checkout);
    PublishBoards.publish(
        new PublishSettings(
            superset.address(),
            superset.login(),
            marts.database(),
            checkout,
            Language.EN,
            PublishSettings.Mode.PUBLISH));
    String sql =
        """
        select sum(net_revenue) as revenue from mart.sales_monthly
        where company = (select min(company) from mart.sales_monthly) group by company""";
    Map<String, String> row = marts.rows(new Query(sql, List.of())).get(0);
    String revenue = String.format(Locale.ROOT, "%,.2f", new BigDecimal(row.get("revenue")));
    try (Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
      Page page = open(playwright);
      login(page, superset);
      page.navigate(superset.address() + "/superset/dashboard/millrace-management/");
      assertThat(page.locator(".header-line").first()).containsText(revenue, patient());
      assertThat(page.locator("[data-test=loading-indicator]")).hasCount(0, counted());
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", "superset-management.png")));
      assertThat(page.locator("body").innerText())
          .contains("Management", "Cash", "Receivables", "Income statement")
          .doesNotContain("Unexpected error", "An error occurred", "Data error", "No data");
    }
  }

  private static Page open(Playwright playwright) {
    String chromium = System.getProperty("millrace.chromium", "/usr/bin/chromium");
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(FLAGS));
    return browser
        .newContext(new Browser.NewContextOptions().setViewportSize(1500, 1600))
        .newPage();
  }

  private static void login(Page page, TestingSuperset superset) {
    page.navigate(superset.address() + "/login/");
    page.locator("input[name=username], input#username").first().fill(superset.login().user());
    page.locator("input[type=password]").first().fill(superset.login().password());
    page.keyboard().press("Enter");
    page.waitForURL(
        address -> !address.contains("/login"), new Page.WaitForURLOptions().setTimeout(PATIENCE));
  }

  private static LocatorAssertions.ContainsTextOptions patient() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }

  private static LocatorAssertions.HasCountOptions counted() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
  }
}
