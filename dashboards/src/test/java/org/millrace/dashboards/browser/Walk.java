package org.millrace.dashboards.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A walk through the cockpit in a real, headless Chromium: every step waits until the page shows
 * what it promises, and leaves a screenshot. Errors on the console and requests to other addresses
 * are collected.
 */
public final class Walk implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final String UNTIL_SHOWN =
      "() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown, 25)))";

  /** How long anything may take: beside other work a machine stands still for half a minute. */
  private static final double PATIENCE_MS = 180_000;

  private final URI address;
  private final Path screenshots;
  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Map<Page, Set<Request>> open = new ConcurrentHashMap<>();

  private Walk(URI address, Path screenshots, Playwright playwright, BrowserContext context) {
    this.address = address;
    this.screenshots = screenshots;
    this.playwright = playwright;
    this.context = context;
    this.page = newPage();
  }

  /** One more page of who is logged in, as wide as the first; what goes wrong there is kept too. */
  Page newPage() {
    Page made = context.newPage();
    made.setDefaultTimeout(PATIENCE_MS);
    open.put(made, ConcurrentHashMap.newKeySet());
    listen(made);
    return made;
  }

  /** Opens a browser of its own; pictures go to the folder. */
  public static Walk to(URI address, Path screenshots) {
    String chromium = System.getProperty("millrace.chromium", "/usr/bin/chromium");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setTimeout(PATIENCE_MS)
                    .setArgs(FLAGS));
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1400, 900)
                .setLocale("en-GB")
                .setColorScheme(ColorScheme.LIGHT));
    return new Walk(address, screenshots, playwright, context);
  }

  private void listen(Page made) {
    Set<Request> unanswered = open.get(made);
    made.onRequest(
        request -> {
          if (request.isNavigationRequest()) {
            unanswered.clear(); // what the page before asked for matters no more
          }
          unanswered.add(request);
        });
    made.onResponse(
        answer -> {
          if (!answer.ok()) {
            unanswered.remove(answer.request()); // nobody need read what it says
          }
        });
    made.onRequestFinished(unanswered::remove);
    made.onRequestFailed(unanswered::remove);
    made.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add("console: " + message.text() + " " + message.location());
          }
        });
    made.onPageError(error -> complaints.add("page: " + error));
    made.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(address.toString()) && !url.startsWith("data:")) {
            complaints.add("request to another address: " + url);
          }
        });
  }

  /** Errors on the console and requests to other addresses, so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Refusals of what is asked for at addresses with that part are what the walk is to see. */
  void expectRefusals(String part) {
    complaints.removeIf(one -> one.contains("a status of 4") && one.contains(part));
  }

  /** Forgets what was collected and who was logged in. */
  public Walk startOver() {
    page.navigate("about:blank"); // else the page before finds itself logged out and moves
    context.clearCookies();
    complaints.clear();
    return this;
  }

  /** Forgets who was logged in while the page stays, as when the session expires. */
  public Walk forgetSession() {
    context.clearCookies();
    return this;
  }

  /** The page, for what a test wants to look at itself. */
  public Page page() {
    return page;
  }

  /** Logs in and waits for the first board. */
  public Walk login(String user, String password) {
    page.navigate(address + "/login");
    page.fill("#user", user);
    page.fill("#password", password);
    page.click("button[type=submit]");
    page.waitForSelector("#page article, #empty-charts, #no-company");
    return this;
  }

  /**
   * Waits until the pages of the back office can be had: the core describes itself when it is first
   * asked, which takes a while where it has just started on a busy machine.
   */
  Walk awaitPages() {
    Instant until = Instant.now().plusMillis((long) PATIENCE_MS);
    RequestOptions patient = RequestOptions.create().setTimeout(PATIENCE_MS);
    while (!context.request().get(address + "/data/pages", patient).ok()) {
      if (Instant.now().isAfter(until)) {
        throw new PlaywrightException("no pages at " + address);
      }
      page.waitForTimeout(1_000);
    }
    return this;
  }

  /** Opens a board by the bar and waits until every tile is drawn. */
  public Walk board(String name) {
    page.click("nav.boards a[href*='/boards/" + name + "']");
    page.waitForURL(url -> url.contains("/boards/" + name));
    int width = page.viewportSize().width;
    return drawn().picture(width < 600 ? name + "-" + width : name);
  }

  /**
   * Waits until figures and charts stand on the page, or the sentence that tells there are none.
   */
  public Walk drawn() {
    page.waitForSelector("#page:not([aria-busy]) :is(article.tile, #empty-charts)");
    page.waitForFunction(
        "() => [...document.querySelectorAll('.drawing')].every((d) => d.querySelector('svg'))");
    return this;
  }

  /** Chooses a value of a filter of the board: company, country, period (a month) or span. */
  public Walk filter(String name, String value) {
    page.selectOption("#filter-" + name, value);
    page.waitForURL(url -> !url.isEmpty());
    return drawn();
  }

  /** The figure of a tile, exact, as it stands on the page. */
  public BigDecimal figure(String chart) {
    return new BigDecimal(page.getAttribute("#figure-" + chart, "data-value"));
  }

  /** Opens the rows behind a tile's figure and answers the sum below them. */
  public BigDecimal openRows(String chart) {
    page.click("#figure-" + chart);
    page.waitForSelector("table.rows tbody tr");
    picture("rows-of-" + chart);
    return new BigDecimal(page.getAttribute("#sum", "data-amount"));
  }

  /** From rows to the page of the first invoice among them, with its lines; its number. */
  public String openInvoice() {
    String link = "table.rows a[href*='/work/sales/invoice/of/'] >> nth=0";
    String number = page.textContent(link);
    page.click(link);
    page.waitForSelector("h1:has-text('" + number + "')");
    page.waitForSelector("#page table.rows tbody tr");
    picture("invoice");
    return number;
  }

  /** Tries to log in with a password that is wrong; the message on the page. */
  public String refusedLogin(String user, String password) {
    page.navigate(address + "/login");
    page.fill("#user", user);
    page.fill("#password", password);
    page.click("button[type=submit]");
    page.waitForFunction("() => document.querySelector('#message').textContent !== ''");
    picture("login-refused");
    return page.textContent("#message");
  }

  /**
   * Forgets the session, as when it has expired, and asks for a board; the message of the login.
   */
  public String expired(String board) {
    context.clearCookies();
    page.navigate(address + "/boards/" + board);
    page.waitForSelector("#password");
    return page.url();
  }

  /** Finds by the search of the bar, with the keyboard alone, and opens the first hit. */
  public Walk search(String words) {
    page.keyboard().press("/");
    page.keyboard().type(words);
    page.waitForSelector("#search-results a");
    picture("search");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForSelector(
        "#search-results", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    return this;
  }

  /** Picks an item of a board's list after searching for it; the name above the forecast. */
  public String pick(String chart, String words) {
    page.fill("#find-" + chart, words);
    page.waitForFunction(
        "([chart, words]) => [...document.querySelectorAll(`[data-chart=${chart}] tbody tr`)]"
            + ".every((row) => row.textContent.includes(words))",
        List.of(chart, words));
    page.click("[data-chart=" + chart + "] tbody tr a >> nth=0");
    page.waitForURL(url -> url.contains("pick."));
    return drawn().picture("planning-picked").page.textContent(".picked-name");
  }

  /** Waits until a figure on the page is no longer this one; what it is then. */
  public BigDecimal figureOtherThan(String chart, BigDecimal before) {
    page.waitForFunction(
        "([id, value]) => Number(document.querySelector(id)?.dataset.value) !== Number(value)",
        List.of("#figure-" + chart, before.toPlainString()));
    return figure(chart);
  }

  /** Switches between English and Chinese. */
  public Walk language() {
    String before = page.textContent("h1");
    page.click("#language");
    page.waitForFunction("before => document.querySelector('h1').textContent !== before", before);
    return this;
  }

  /** Switches between light and dark. */
  public Walk theme() {
    page.click("#theme");
    return drawn();
  }

  /** Makes the window so wide. */
  public Walk width(int pixels) {
    page.setViewportSize(pixels, 844);
    return this;
  }

  /** By how many pixels the page is wider than the window; 0 is right. */
  public int overhang() {
    return overhang(page);
  }

  static int overhang(Page page) {
    Object pixels = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    return ((Number) pixels).intValue();
  }

  /**
   * Waits until a page has every answer that it asked for and has shown it; after half a minute it
   * is taken as it is. How old the tables are is asked for without end and is not waited for.
   */
  void rest(Page page) {
    Instant until = Instant.now().plusSeconds(30);
    int looks = 0;
    while (looks < 2 && Instant.now().isBefore(until)) { // an answer may lead to a question
      page.evaluate(UNTIL_SHOWN);
      looks = open.get(page).stream().allMatch(Walk::isEndless) ? looks + 1 : 0;
    }
  }

  private static boolean isEndless(Request request) {
    return request.url().endsWith("/data/fresh");
  }

  /** Keeps a picture of the whole page. */
  public Walk picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(screenshots.resolve(name + ".png")).setFullPage(true));
    return this;
  }

  /** Where a file stands among the pictures. */
  public Path file(String name) {
    return screenshots.resolve(name);
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
