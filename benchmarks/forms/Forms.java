import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Types into the form of a sales order as a clerk does and prints how long the browser takes from a
 * key to the painted answer: the letter and the running total in a field of 50 lines, and in a
 * picker among 2,000 items the letter, and the offers that the core finds for it.
 */
public final class Forms {
  private static final double LIMIT_MS = 50;
  private static final int LINES = 50;
  private static final int ITEMS = 2000;

  /** Asks the core through the cockpit, with the session of the page. */
  private static final String POST =
      """
      async ([path, body]) => {
        const answer = await fetch(path, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(path + ': ' + await answer.text());
      }
      """;

  private static final String ITEMS_MADE =
      """
      async ([company, from, to]) => {
        for (let i = from; i < to; i += 1) {
          const code = 'I' + String(i).padStart(5, '0');
          const answer = await fetch(`/api/companies/${company}/items`, {
            method: 'POST',
            headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
            body: JSON.stringify({code, name: `Part ${i} of steel`}),
          });
          if (!answer.ok) throw new Error(await answer.text());
        }
      }
      """;

  /**
   * The time of a key is that of its event. Painted is what the frame after it shows: a task that
   * runs right after the frame tells when. Offers are painted in the frame after they changed.
   */
  private static final String WATCH =
      """
      () => {
        window.painted = []; window.offered = [];
        let key = 0;
        const afterPaint = (act) => requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = act;
          channel.port2.postMessage(0);
        });
        document.addEventListener('keydown', (event) => {
          key = event.timeStamp;
          const mine = key;
          afterPaint(() => window.painted.push(performance.now() - mine));
        }, true);
        new MutationObserver((changes) => {
          if (changes.some((change) => change.target.matches('datalist'))) {
            const mine = key;
            afterPaint(() => window.offered.push(performance.now() - mine));
          }
        }).observe(document.body, {subtree: true, childList: true});
      }
      """;

  private Forms() {}

  /** Arguments: address of the cockpit, file with the admin's password, how many keys. */
  public static void main(String[] arguments) throws Exception {
    String cockpit = arguments[0];
    String password = Files.readString(Path.of(arguments[1])).strip();
    int keys = Integer.parseInt(arguments[2]);
    try (Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(
                          Path.of(System.getProperty("millrace.chromium", "/usr/bin/chromium")))
                      .setArgs(List.of("--no-sandbox", "--disable-gpu")));
      Page page = browser.newPage(new Browser.NewPageOptions().setLocale("en-GB"));
      page.setDefaultTimeout(120_000);
      page.navigate(cockpit + "/login");
      page.fill("#user", "admin");
      page.fill("#password", password);
      page.click("button[type=submit]");
      page.waitForSelector("#page article, #no-company");
      String company = company(page);
      page.navigate(cockpit + "/work/sales/order/new?company=" + company);
      page.waitForSelector("#e-customer");
      fill(page);
      page.evaluate(WATCH);
      List<Double> field = field(page, keys);
      page.evaluate("() => { window.painted = []; window.offered = []; }");
      picker(page, keys);
      List<Double> letter = numbers(page, "window.painted");
      List<Double> offers = numbers(page, "window.offered");
      System.out.printf(
          "form of a sales order with %d lines, ms from key to paint %10s %8s%n",
          LINES, "p50", "p95");
      double slowest = 0;
      slowest = Math.max(slowest, told("a quantity, with the running total", field));
      slowest = Math.max(slowest, told("a letter in the picker", letter));
      slowest = Math.max(slowest, told("the offers of the picker", offers));
      System.out.printf(
          "slowest, p95: %.1f ms; limit %.0f ms; ratio %.2f%n",
          slowest, LIMIT_MS, LIMIT_MS / slowest);
      browser.close();
    }
  }

  private static String company(Page page) {
    String company = "FORMS-" + Long.toString(System.currentTimeMillis(), 36).toUpperCase();
    page.evaluate(
        POST,
        List.of("/api/companies", Map.of("code", company, "name", "Forms", "currency", "EUR")));
    page.evaluate(
        POST,
        List.of(
            "/api/companies/" + company + "/parties",
            Map.of("code", "C", "name", "Shop", "roles", List.of("customer"), "country", "X")));
    for (int from = 0; from < ITEMS; from += 100) {
      page.evaluate(ITEMS_MADE, List.of(company, from, from + 100));
    }
    return company;
  }

  private static void fill(Page page) {
    page.fill("#e-customer", "C");
    for (int line = 0; line < LINES; line++) {
      page.fill("#l" + line + "-item", "I" + String.format("%05d", line));
      page.fill("#l" + line + "-quantity", "2");
      page.fill("#l" + line + "-unitPrice", "3.50");
    }
  }

  private static List<Double> field(Page page, int keys) {
    for (int key = 0; key < keys; key++) {
      String control = "#l" + key % LINES + "-quantity";
      page.focus(control);
      page.keyboard().press(key / LINES % 2 == 0 ? "1" : "Backspace");
      waitForPaint(page, key + 1);
    }
    return numbers(page, "window.painted");
  }

  /** A code is typed letter by letter and taken back, as people do who look for something. */
  private static void picker(Page page, int keys) {
    String control = "#l" + LINES + "-item";
    page.focus(control);
    page.waitForFunction("() => window.offered.length > 0");
    page.evaluate("() => { window.painted = []; window.offered = []; }");
    String typed = "I00";
    for (int key = 0; key < keys; key++) {
      int place = key % 8;
      String press =
          place < 3 ? typed.substring(place, place + 1)
              : place < 4 ? Integer.toString(key / 8 % 10) : "Backspace";
      page.keyboard().press(press);
      waitForPaint(page, key + 1);
      page.waitForFunction("n => window.offered.length >= n", key + 1);
    }
  }

  private static void waitForPaint(Page page, int keys) {
    page.waitForFunction("n => window.painted.length >= n", keys);
  }

  private static List<Double> numbers(Page page, String of) {
    List<Double> numbers = new ArrayList<>();
    ((List<?>) page.evaluate("() => " + of))
        .forEach(number -> numbers.add(((Number) number).doubleValue()));
    return numbers;
  }

  private static double told(String what, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    double p95 = at(sorted, 0.95);
    System.out.printf("%-59s %10.1f %8.1f%n", what, at(sorted, 0.5), p95);
    return p95;
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }
}
