package org.millrace.dashboards.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.List;

/**
 * What is alike in the work of all clerks: saved views, files, several documents at once, paper,
 * and that nothing typed is lost; shown with tickets in a company that has a customer CITY.
 */
final class Everyday extends Desk {
  /** Changes the subject and the item of a ticket as somebody else would. */
  private static final String CHANGED_ELSEWHERE =
      """
      async (at) => {
        const found = await fetch(at);
        const answer = await fetch(at, {
          method: 'PUT',
          headers: {
            'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(),
            'If-Match': found.headers.get('ETag'),
          },
          body: JSON.stringify({ subject: 'Bell is silent', item: 'BELL' }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      }
      """;

  private static final String CALLS = "who,what\n7,Chain squeaks\n7,Chain slips\n8,Chain rusts\n";
  private static final String JOINED =
      """
      name: calls
      kind: tickets
      files:
        shops: {file: shops.csv, key: id, by: who}
      columns:
        customer: shops.shop
        subject: what
      """;
  private static final Page.WaitForSelectorOptions ATTACHED =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

  Everyday(URI cockpit, String company, Walk walk) {
    super(cockpit, company, walk);
  }

  /** A list narrowed, sorted and laid out is saved under a name, and opens so from then on. */
  void view() {
    open("service/ticket");
    page.selectOption("#f-status", "open");
    page.waitForURL(url -> url.contains("f.status=open"));
    page.click("#grid .tabulator-col[tabulator-field=subject] .tabulator-col-title");
    page.waitForURL(url -> url.contains("sort=subject"));
    page.click("#edit-view");
    fill("view-name", "Open by subject");
    page.check("#view-default");
    page.check("#view-shared");
    walk.picture("work-view");
    page.click("#view-save");
    page.waitForURL(url -> url.contains("view="));
    open("service/ticket");
    page.waitForURL(url -> url.contains("f.status=open") && url.contains("sort=subject"));
    hold("#f-status", "open");
    page.waitForFunction(
        "() => document.querySelector('#views').selectedOptions[0].text.startsWith('Open by')");
    page.waitForSelector("#grid .tabulator-col[tabulator-field=subject][aria-sort=ascending]");
    page.click("#edit-view");
    page.click("#view-drop");
    page.waitForURL(url -> url.endsWith("view=all"));
    open("service/ticket");
    hold("#f-status", "");
  }

  /** Tickets come from a file; the customer that nobody knows is mended where it stands. */
  void bring() {
    open("service/ticket");
    page.click("#import-link");
    page.waitForSelector("#import-file");
    String file = "customer,subject\nCITY,Bell rattles\nCIYT,Bell hums\n";
    page.setInputFiles(
        "#import-file", new FilePayload("tickets.csv", "text/csv", file.getBytes(UTF_8)));
    page.waitForSelector("#import-told:has-text('1 rows fit, 0 are there already, 1 do not fit')");
    page.waitForSelector("#import-grid .tabulator-cell.wrong:has-text('CIYT')");
    walk.picture("work-import");
    page.click("#import-grid .tabulator-cell.wrong");
    page.fill("#import-grid .tabulator-cell input", "CITY");
    page.keyboard().press("Enter");
    page.click("#import-check");
    page.waitForSelector("#import-grid .tabulator-row:has-text('fits')");
    page.click("#import-go");
    page.waitForSelector("#import-told:has-text('2 rows imported, 0 left')");
    open("service/ticket");
    page.waitForSelector("#grid .tabulator-row:has-text('Bell hums')");
    bringTogether();
  }

  /** Two files of which one has the rows; the row that finds nothing is mended. */
  private void bringTogether() {
    page.click("#import-link");
    page.waitForSelector("#import-file");
    page.click("#import-told-before summary");
    page.fill("#import-expectedRows", "4");
    page.setInputFiles(
        "#import-file",
        new FilePayload[] {csv("shops.csv", "id,shop\n7,CITY\n"), csv("calls.csv", CALLS)});
    page.waitForSelector("#mapping-text", ATTACHED);
    page.selectOption("#import-rows-file", "1");
    page.waitForSelector(
        "#mapping-columns tr[data-column=subject] option:has-text('what')", ATTACHED);
    page.click("#mapping summary");
    page.fill("#mapping-text", JOINED);
    page.keyboard().press("Tab");
    page.click("#mapping-use");
    page.waitForSelector("#import .problem:has-text('expected')");
    walk.picture("work-import-together");
    page.fill("#import-expectedRows", "3");
    page.keyboard().press("Tab");
    page.click("#mapping-use");
    page.waitForSelector("#import-told:has-text('2 rows fit, 0 are there already, 1 do not fit')");
    page.click("#import-grid .tabulator-cell[tabulator-field='cells.0']");
    page.fill("#import-grid .tabulator-cell input", "7");
    page.keyboard().press("Enter");
    page.click("#import-check");
    page.waitForSelector("#import-grid .tabulator-row:has-text('fits')");
    page.click("#import-go");
    page.waitForSelector("#import-told:has-text('3 rows imported, 0 left')");
    open("service/ticket");
    page.waitForSelector("#grid .tabulator-row:has-text('Chain rusts')");
    walk.expectRefusals("/imports/tickets?");
  }

  private static FilePayload csv(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(UTF_8));
  }

  /** Tickets are closed together; the one that is closed already stays selected with its reason. */
  void bulk() {
    for (String subject : List.of("Bell one", "Bell two", "Bell three")) {
      open("service/ticket/new");
      fill("e-customer", "CITY");
      fill("e-subject", subject);
      save("Ticket ST-");
    }
    step("close");
    open("service/ticket");
    page.waitForSelector("#grid .tabulator-row:has-text('Bell three')");
    page.click("#grid .tabulator-row:has-text('Bell three') .tabulator-row-header input");
    page.click(
        "#grid .tabulator-row:has-text('Bell one') .tabulator-row-header input",
        new Page.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    page.waitForSelector("#bulk-count:has-text('3')");
    page.click("#bulk-close");
    page.waitForSelector("#bulk-preview:has-text('Would be done to 2, refused for 1')");
    walk.picture("work-bulk");
    page.click("#bulk-do");
    page.waitForSelector("#bulk-outcome:has-text('2 done, 1 refused') li:has-text('ST-')");
    page.waitForSelector("#bulk-count:has-text('1')");
    page.waitForSelector(
        "#grid .tabulator-row.tabulator-selected:has-text('Bell three'):has-text('closed')");
    page.waitForSelector("#grid .tabulator-row:has-text('Bell two'):has-text('closed')");
    walk.picture("work-bulk-done");
  }

  /**
   * What was typed outlives a page that is left, a session that ends, and somebody else who changes
   * the same ticket meanwhile.
   */
  void loseNothing(String password) {
    open("service/ticket/new");
    fill("e-customer", "CITY");
    fill("e-subject", "Bell sings");
    open("service/ticket");
    open("service/ticket/new");
    page.waitForSelector("#draft-kept");
    hold("#e-subject", "Bell sings");
    walk.forgetSession();
    submit();
    logInAgain(password);
    title("Ticket ST-");
    open("service/ticket/new");
    hold("#e-subject", "");
    page.goBack();
    title("Ticket ST-");
    String number = page.url().replaceAll(".*/of/([^?]*).*", "$1");
    ask("change");
    fill("e-subject", "Bell sings too loud");
    open("service/ticket/of/" + number);
    page.click("#begun a");
    page.waitForSelector("form.work-form");
    hold("#e-subject", "Bell sings too loud");
    page.evaluate(CHANGED_ELSEWHERE, "/api/companies/" + company + "/service/tickets/" + number);
    submit();
    page.waitForSelector("#conflict tr[data-field=subject] td:has-text('Bell is silent')");
    page.waitForSelector("#conflict :text('admin')");
    page.waitForSelector("#conflict tr[data-field=item] input[value=theirs]:checked");
    page.waitForSelector("#conflict tr[data-field=subject] input[value=mine]:checked");
    walk.picture("work-conflict");
    page.click("#send-chosen");
    title("Ticket ST-");
    fact("subject", "Bell sings too loud");
    fact("item", "BELL");
    if (page.querySelector("#begun") != null) {
      throw new IllegalStateException("What was sent is kept as a draft");
    }
  }

  /** The session that ended is asked for over the page, which then goes on by itself. */
  private void logInAgain(String password) {
    page.waitForSelector("dialog.relogin[open]");
    walk.picture("work-relogin");
    page.fill("dialog #password", password);
    page.press("dialog #password", "Enter");
    page.waitForSelector(
        "dialog", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
  }

  /**
   * The paper of an invoice comes as PDF; its mail is proposed in words that can be changed, and
   * where no mail server is set the core says so.
   */
  void mail() {
    open("sales/invoice");
    page.click("#grid .tabulator-row a");
    page.waitForSelector("#pdf");
    Download paper = page.waitForDownload(() -> page.click("#pdf"));
    if (!paper.suggestedFilename().endsWith(".pdf")) {
      throw new IllegalStateException(paper.suggestedFilename() + " is no PDF");
    }
    page.click("#send-by-mail");
    page.waitForSelector("dialog.asking[open] #asking-text");
    if (!page.inputValue("#asking-subject").matches("(Invoice|Credit note) .+")) {
      throw new IllegalStateException("proposed: " + page.inputValue("#asking-subject"));
    }
    page.fill("#asking-recipients", "anna@shop.example");
    walk.picture("work-mail");
    page.click("#asking-act");
    page.waitForSelector("dialog .problem:has-text('no mail server is set')");
    page.click("dialog.asking .asking-buttons .quiet");
    walk.rest(page);
  }

  /** What is no electronic invoice is named with the reason, and the list stays as it was. */
  void upload() {
    open("paper/e-invoice");
    page.waitForSelector("#upload:has-text('Upload files')");
    byte[] none = "<Invoice/>".getBytes(UTF_8);
    page.setInputFiles("#upload-files", new FilePayload("bare.xml", "application/xml", none));
    page.waitForSelector(".problem:has-text('bare.xml: The file cannot be read')");
    page.waitForSelector("#upload:not([disabled]):has-text('Upload files')");
    walk.picture("work-upload");
    walk.rest(page);
  }

  /**
   * A list on paper names company, period, order and rows; a document is one that may be given
   * away: head, lines and sums, nothing of its inside. Both are black on white in the dark too.
   */
  void print() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.navigate(
        cockpit
            .resolve(
                "/work/sales/invoice?company="
                    + company
                    + "&f.kind=invoice&f.invoiceDate.from=2020-01-01&sort=-number")
            .toString());
    page.waitForFunction("() => document.querySelectorAll('#grid .tabulator-row').length > 0");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
    onPaper(".letterhead", company);
    walk.picture("work-paper");
    onPaper("#paper", "from 1 Jan 2020");
    onPaper("#paper", "Only: ");
    onPaper("#paper p:has-text('Sorted by')", "descending");
    onPaper("#paper td", "IN-");
    String number = page.textContent("#paper td >> nth=0");
    page.pdf(new Page.PdfOptions().setPath(walk.file("work-list.pdf")));
    open("sales/invoice/of/" + number);
    walk.rest(page);
    onPaper(".letterhead", company);
    onPaper("h1", "Invoice IN-");
    onPaper("table.rows td", "BELL");
    onPaper(".totals dd", "15.00 EUR");
    for (String inside : List.of("#chain", "#entries", "#collaboration", ".steps", "#bar")) {
      page.waitForSelector(
          inside, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }
    Object ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    if (!"rgb(255, 255, 255)".equals(ground)) {
      throw new IllegalStateException("Paper is " + ground);
    }
    page.pdf(new Page.PdfOptions().setPath(walk.file("work-invoice.pdf")));
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.LIGHT));
  }

  private void onPaper(String place, String text) {
    page.waitForSelector(place + ":has-text('" + text + "')");
  }
}
