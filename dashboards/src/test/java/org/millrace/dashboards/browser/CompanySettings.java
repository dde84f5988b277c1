package org.millrace.dashboards.browser;

import java.net.URI;
import java.util.List;

/** What a company sets for itself: seen on one page, changed part by part. */
final class CompanySettings extends Desk {
  private static final String PARTS =
      "async () => (await (await fetch('/data/settings')).json()).map((one) => one.id)";

  /** Has orders above the limit held as somebody else would. */
  private static final String HELD_ELSEWHERE =
      """
      async (at) => {
        const found = await fetch(at);
        const answer = await fetch(at, {
          method: 'PUT',
          headers: {
            'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(),
            'If-Match': found.headers.get('ETag'),
          },
          body: JSON.stringify({ policy: 'hold' }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      }
      """;

  private static final String SERIES = "document/number-series";

  CompanySettings(URI cockpit, String company, Walk walk) {
    super(cockpit, company, walk);
  }

  /** The addresses of the page of all settings and of the form of each. */
  @SuppressWarnings("unchecked") // the script answers what is read here
  static List<String> addresses(Walk walk) {
    List<String> parts = (List<String>) walk.page().evaluate(PARTS);
    List<String> addresses =
        parts.stream().map(part -> part.equals(SERIES) ? part + "/service/ticket" : part).toList();
    return addresses.stream().map(part -> "settings/" + part).toList();
  }

  /** A tolerance is mistyped, mended and shown with what it was; each part takes what it shows. */
  void set() {
    open("settings");
    page.waitForSelector(part("purchasing/match-tolerance") + " dd:has-text('2')");
    page.click(part("purchasing/match-tolerance") + " a");
    page.waitForSelector("form.work-form");
    fill("e-pricePercent", "250");
    page.waitForSelector("#e-pricePercent-before:has-text('was: 2')");
    submit();
    page.waitForSelector("[data-field=pricePercent] .field-problem:has-text('0 to 100')");
    walk.picture("work-setting-refused");
    fill("e-pricePercent", "3,5");
    submit();
    page.waitForSelector(part("purchasing/match-tolerance") + " .set:has-text('2 → 3.5')");
    page.waitForSelector(
        part("purchasing/match-tolerance") + " dd[data-field=pricePercent]:has-text('3.5')");
    walk.picture("work-settings");
    meanwhile();
    holiday();
    numbers();
    addresses(walk).forEach(this::saveAsItIs);
  }

  /** Two set the same at once: the second sees both and chooses. */
  private void meanwhile() {
    open("settings/credit/policy");
    page.waitForSelector("form.work-form");
    page.evaluate(HELD_ELSEWHERE, "/api/companies/" + company + "/credit/policy");
    page.selectOption("#e-policy", "off");
    submit();
    page.waitForSelector("#conflict tr[data-field=policy]:has-text('nothing is checked')");
    page.click("#send-chosen");
    page.waitForSelector(part("credit/policy") + " dd:has-text('nothing is checked')");
  }

  private void holiday() {
    open("settings/planning/settings");
    page.uncheck("#e-workingDays-friday");
    fill("l0-date", "2026-12-25");
    fill("l0-name", "Christmas");
    submit();
    page.waitForSelector(part("planning/settings") + " td:has-text('Christmas')");
  }

  private void numbers() {
    open("settings/" + SERIES);
    page.click("tr[data-key='service/ticket'] a");
    page.waitForSelector("form.work-form");
    fill("e-digits", "5");
    submit();
    page.waitForSelector("tr[data-key='service/ticket'] [data-field=digits]:has-text('5')");
    page.waitForSelector(".set:has-text('6 → 5')");
  }

  private void saveAsItIs(String address) {
    open(address);
    page.waitForSelector("form.work-form");
    submit();
    page.waitForSelector(".set");
  }

  private static String part(String id) {
    return "[data-setting='" + id + "']";
  }
}
