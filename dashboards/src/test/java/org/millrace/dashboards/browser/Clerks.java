package org.millrace.dashboards.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The day's work of a salesperson, a buyer, a storekeeper, a service agent and an accountant in the
 * back office, from login to the last click, in a company that has a customer CITY, a supplier RIMS
 * and an item BELL.
 */
public final class Clerks extends Desk {
  private static final String SOON = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();

  /**
   * What the browser says of the one count that is refused, when it is foreseen and when it is
   * sent; of a session that was over, of a ticket that somebody else changed, of a file that is no
   * invoice, and of a tolerance above 100 %.
   */
  private static final Pattern REFUSED =
      Pattern.compile(
          "console: Failed to load resource: the server responded with a status of"
              + " ((401|409|412) \\(\\).*|422 \\(\\) .*/paper/e-invoices\\?name=bare.xml.*"
              + "|422 \\(\\) .*/purchasing/match-tolerance.*)");

  private Clerks(URI cockpit, String company, Walk walk) {
    super(cockpit, company, walk);
  }

  /**
   * Arguments: address, file with the admin's password, folder for pictures, company, and the names
   * of the parts of the day that are walked where not all are.
   */
  public static void main(String[] arguments) throws IOException {
    String password = Files.readString(Path.of(arguments[1])).strip();
    URI cockpit = URI.create(arguments[0]);
    List<String> asked = List.of(arguments).subList(4, arguments.length);
    try (Walk walk = Walk.to(cockpit, Path.of(arguments[2]).toAbsolutePath())) {
      walk.login("admin", password).awaitPages();
      Clerks clerks = new Clerks(cockpit, arguments[3], walk);
      Everyday everyday = new Everyday(cockpit, arguments[3], walk);
      List<String> wrong = new ArrayList<>();
      Map<String, Runnable> day = new LinkedHashMap<>();
      day.put("sell", clerks::sell);
      day.put("buy", clerks::buy);
      day.put("keepStock", clerks::keepStock);
      day.put("consign", clerks::consign);
      day.put("serve", clerks::serve);
      day.put("loseNothing", () -> everyday.loseNothing(password));
      day.put("view", everyday::view);
      day.put("bulk", everyday::bulk);
      day.put("bring", everyday::bring);
      day.put("account", clerks::account);
      day.put("print", everyday::print);
      day.put("mail", everyday::mail);
      day.put("upload", everyday::upload);
      day.put("gather", clerks::gather);
      day.put("find", clerks::find);
      day.put("rebate", clerks::rebate);
      day.put("settings", new CompanySettings(cockpit, arguments[3], walk)::set);
      day.put("ownAccount", () -> OwnAccount.walk(cockpit, walk, password));
      day.put("everyPage", () -> wrong.addAll(EveryPage.wrong(cockpit, arguments[3], walk)));
      day.keySet().removeIf(part -> !asked.isEmpty() && !asked.contains(part));
      day.forEach((part, work) -> doOrTell(walk, part, work));
      walk.complaints().stream().filter(REFUSED.asMatchPredicate().negate()).forEach(wrong::add);
      wrong.forEach(System.out::println);
      System.exit(wrong.isEmpty() ? 0 : 1);
    }
  }

  /**
   * Does a part of the day; where it cannot go on, tells which it was and where, with a picture.
   */
  private static void doOrTell(Walk walk, String part, Runnable work) {
    long began = System.nanoTime();
    try {
      work.run();
      System.out.printf("%s: %d s%n", part, (System.nanoTime() - began) / 1_000_000_000);
    } catch (RuntimeException stuck) {
      walk.complaints().forEach(System.out::println);
      System.out.println("Stuck in " + part + " at " + walk.page().url());
      try {
        walk.picture("stuck-" + part);
      } catch (RuntimeException unseen) {
        stuck.addSuppressed(unseen);
      }
      throw stuck;
    }
  }

  /** From the quotation to the payment and the credit note. */
  private void sell() {
    open("sales/quotation/new");
    fill("e-customer", "CITY");
    fill("e-validUntil", SOON);
    line("BELL", "3", "5");
    page.waitForSelector("output.told [data-field='exposure.total']");
    save("Quotation QU-");
    step("accept");
    page.click("dd[data-field=order] a");
    title("Sales order SO-");
    walk.picture("work-order");
    ask("deliver");
    page.waitForSelector("#preview tr:has-text('1200 Inventory')");
    page.waitForSelector("#preview tr:has-text('MAIN'):has-text('-3')");
    walk.picture("work-preview");
    submit();
    page.waitForSelector("#step-deliver");
    step("invoice");
    open("sales/invoice");
    page.click("#grid .tabulator-row a");
    title("Invoice IN-");
    fact("openAmount", "15.00");
    ask("pay");
    fill("e-amount", "15");
    save("Invoice IN-");
    fact("openAmount", "0.00");
    hangsTogether();
    talk();
    step("credit");
    walk.picture("work-invoice");
  }

  /** A rebate is agreed on, and settled before its last day, which has to be meant. */
  private void rebate() {
    open("item/item/new");
    fill("e-code", "REBATE");
    fill("e-name", "Rebate");
    page.selectOption("#e-kind", "service");
    save("Item REBATE");
    open("sales/invoice/new");
    fill("e-customer", "CITY");
    line("BELL", "4", "25");
    save("Invoice IN-");
    open("sales/rebate-agreement/new");
    fill("e-customer", "CITY");
    fill("e-validFrom", "2026-01-01");
    fill("e-validTo", SOON);
    fill("e-creditItem", "REBATE");
    fill("l0-fromTurnover", "0");
    fill("l0-percent", "2");
    save("Rebate agreement RB-");
    step("activate");
    ask("settle");
    submit();
    page.click("#again-act");
    title("Rebate agreement RB-");
    fact("status", "settled");
    page.click("dd[data-field='settled.creditNote'] a");
    page.waitForSelector("main h1:has-text('CN-')");
  }

  /** The invoice stands in its chain, with entries whose lines name accounts; all lead further. */
  private void hangsTogether() {
    page.waitForSelector("#chain li:nth-child(3) .chain-card[aria-current] :text('IN-')");
    page.waitForSelector("#entries tr:has-text('1100 Accounts receivable'):has-text('15.00')");
    walk.picture("work-chain");
    page.click("#chain li:nth-child(1) a:has-text('QU-')");
    title("Quotation QU-");
    page.click("#chain a:has-text('PY-')");
    title("Payment of a customer PY-");
    page.click("#chain a:has-text('IN-')");
    title("Invoice IN-");
  }

  /** Writes on the document, tags it, attaches a file and follows it. */
  private void talk() {
    page.fill("#comment", "Paid late, @service and @nobody-here should know");
    page.click("#collaboration .writing button");
    page.waitForSelector("#collaboration .said:has-text('Paid late')");
    page.waitForSelector("#collaboration-told:has-text('@nobody-here')");
    page.fill("#tag", "late payer");
    page.press("#tag", "Enter");
    page.waitForSelector("#collaboration .tag:has-text('late payer')");
    page.setInputFiles(
        "#attach", new FilePayload("advice.txt", "text/plain", "paid".getBytes(UTF_8)));
    page.waitForSelector("#collaboration .files a:has-text('advice.txt')");
    page.click("#follow");
    page.waitForSelector("#follow[aria-pressed=true]");
    walk.picture("work-collaboration");
  }

  /** From the purchase order to the paid bill. */
  private void buy() {
    open("purchasing/order/new");
    fill("e-supplier", "RIMS");
    fill("e-promisedDate", SOON);
    line("BELL", "10", "1");
    save("Purchase order PO-");
    step("receive");
    ask("invoice");
    startsWith("l0-quantity", "10");
    startsWith("l0-unitPrice", "1");
    save("Purchase order PO-");
    open("purchasing/invoice");
    page.click("#grid .tabulator-row a");
    title("Supplier's invoice ");
    ask("pay");
    startsWith("e-amount", "10");
    save("Supplier's invoice ");
    fact("openAmount", "0.00");
  }

  /** What a form proposes for a field before anything is typed. */
  private void startsWith(String field, String value) {
    String found = page.inputValue("#" + field);
    if (!found.equals(value)) {
      throw new IllegalStateException(field + " starts with '" + found + "', not " + value);
    }
  }

  /** Goods of a supplier lie here, are taken over in part and given back. */
  private void consign() {
    open("purchasing/consignment/new");
    fill("e-supplier", "RIMS");
    line("BELL", "6", "1");
    save("Consignment CS-");
    step("take-over");
    fact("status", "closed");
    String receipt = page.textContent("table a[href*='/of/GR-'], table a[href*='receipt']");
    walk.picture("work-consignment");
    ask("give-back");
    fill("e-receipt", receipt.strip());
    save("Consignment CS-");
    fact("status", "open");
    open("purchasing/consigned-goods");
    page.click("#grid .tabulator-row a");
    title("Consigned goods");
    fact("leftQuantity", "6");
  }

  /** Goods come, go, change their place and come back; what is left is counted, once too early. */
  private void keepStock() {
    open("purchasing/order/new");
    fill("e-supplier", "RIMS");
    line("BELL", "9", "1");
    save("Purchase order PO-");
    step("receive");
    open("purchasing/receipt");
    page.click("#grid .tabulator-row a");
    title("Goods receipt ");
    page.click("dd[data-field=orderNumber] a");
    title("Purchase order PO-");
    open("sales/order/new");
    fill("e-customer", "CITY");
    line("BELL", "1", "5");
    save("Sales order SO-");
    step("deliver");
    open("sales/delivery");
    page.click("#grid .tabulator-row a");
    title("Delivery ");
    open("stock/location/new");
    fill("e-code", "SHOP");
    fill("e-name", "The shop");
    save("Location SHOP");
    transfer("4");
    ask("reverse");
    fill("e-reason", "Sent to the wrong shop");
    save("Transfer TR-");
    fact("reversedBy", "TR-");
    count();
    open("stock/movement");
    page.click("#grid .tabulator-row a");
    title("Movement ");
    page.click("dd[data-field=document] a");
    title("Stock count SC-");
    open("stock/movement/new");
    page.selectOption("#e-reason", "consumption");
    fill("l0-item", "BELL");
    fill("l0-quantity", "-2");
    save("Movement ");
    page.waitForSelector("dd[data-field=reason]:has-text('consumption')");
    page.waitForSelector("td:has-text('-2')");
    open("stock/balance/of/BELL");
    page.waitForSelector("td:has-text('SHOP')");
    walk.picture("work-stock");
  }

  private void transfer(String quantity) {
    open("stock/transfer/new");
    fill("e-fromLocation", "MAIN");
    fill("e-toLocation", "SHOP");
    fill("l0-item", "BELL");
    fill("l0-quantity", quantity);
    save("Transfer TR-");
    step("post");
    fact("status", "posted");
  }

  /** Bells go to the shop after they were counted: the count is refused until they are counted. */
  private void count() {
    open("stock/count/new");
    fill("e-location", "MAIN");
    fill("l0-item", "BELL");
    fill("l0-countedQuantity", "50");
    save("Stock count SC-");
    String count = page.url();
    transfer("2");
    page.navigate(count);
    title("Stock count SC-");
    ask("post");
    submit();
    page.waitForSelector("form .problem:has-text('Goods moved since')");
    page.navigate(count);
    title("Stock count SC-");
    ask("change");
    fill("l0-countedQuantity", "50");
    save("Stock count SC-");
    step("post");
    fact("status", "posted");
    fact("differenceValue", "-");
    walk.picture("work-count");
  }

  /** A ticket mistyped, mended, served, closed and opened again; its history tells it all. */
  private void serve() {
    open("service/ticket/new");
    submit();
    page.waitForSelector("[data-field=customer] .field-problem:not(:empty)");
    fill("e-customer", "CITY");
    fill("e-subject", "Bell rigns");
    save("Ticket ST-");
    ask("change");
    fill("e-subject", "Bell rings");
    save("Ticket ST-");
    fact("subject", "Bell rings");
    ask("use-part");
    fill("e-item", "BELL");
    save("Ticket ST-");
    step("close");
    if (!"true".equals(page.getAttribute("#step-close", "aria-disabled"))) {
      throw new IllegalStateException("A closed ticket offers to be closed");
    }
    ask("reopen");
    fill("e-reason", "It rings again");
    save("Ticket ST-");
    page.click("#history summary");
    page.waitForSelector("#history :text('It rings again')");
    walk.picture("work-ticket");
    open("service/ticket");
    page.waitForSelector("#grid .tabulator-row");
    page.selectOption("#f-status", "open");
    page.waitForSelector("#grid .tabulator-row :text('Bell rings')");
    walk.picture("work-list");
    Download workbook = page.waitForDownload(() -> page.click("#export-xlsx"));
    if (!workbook.suggestedFilename().equals("service-ticket.xlsx")) {
      throw new IllegalStateException("Exported as " + workbook.suggestedFilename());
    }
  }

  /** An entry and its reversal, a month closed and opened, payments taken back, who owes what. */
  private void account() {
    YearMonth month = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    open("ledger/entry/new");
    fill("e-text", "Rent");
    fill("e-date", month.atDay(10).toString());
    fill("l0-account", "6000");
    fill("l0-debit", "700");
    fill("l1-account", "1000");
    fill("l1-credit", "700");
    save("Journal entry ");
    step("reverse");
    page.waitForSelector("dd[data-field=reversedBy] a");
    walk.picture("work-entry");
    open("ledger/period/of/" + month);
    step("close");
    fact("status", "closed");
    walk.picture("work-period");
    open("ledger/period");
    page.click("#grid .tabulator-row a:has-text('" + month + "')");
    fact("status", "closed");
    ask("reopen");
    fill("e-reason", "A bill came late");
    save("Period " + month);
    fact("status", "open");
    takeBack("sales/payment", "Payment of a customer ");
    takeBack("purchasing/payment", "Payment to a supplier ");
    open("ledger/receivable/of/CITY");
    fact("total", "0.00");
    page.click("table.rows a:has-text('IN-')");
    title("Invoice IN-");
    fact("openAmount", "15.00");
    open("ledger/payable");
    page.click("#grid .tabulator-row a:has-text('RIMS')");
    title("Payables to a supplier RIMS");
    fact("total", "10.00");
    walk.picture("work-payable");
  }

  /** Partner, item and location gather what other pages know of them. */
  private void gather() {
    open("party/party/of/CITY");
    page.waitForSelector("[data-page='sales/payment'] tr:has-text('PY-')");
    page.click("[data-page='service/ticket'] a:has-text('ST-')");
    title("Ticket ST-");
    page.goBack();
    page.waitForSelector("[data-page=documents] tr:has-text('Invoice'):has-text('15.00 EUR')");
    page.click("[data-page=documents] a:has-text('DN-')");
    title("Delivery DN-");
    open("party/party/of/RIMS");
    page.waitForSelector("[data-page='purchasing/receipt'] tr:has-text('MAIN')");
    page.waitForSelector("[data-page='purchasing/order'] tr:has-text('received')");
    page.waitForSelector("[data-page='ledger/payable'] [data-field=total]:has-text('10.00')");
    walk.picture("work-party");
    open("item/item/of/BELL");
    page.waitForSelector("[data-page='stock/balance'] tr:has-text('SHOP')");
    walk.picture("work-item");
    page.click("[data-page='stock/movement'] a:has-text('all')");
    page.waitForSelector("#grid .tabulator-row");
  }

  /** The box of the bar finds a document by its number, its partner and its amount. */
  private void find() {
    open("sales/invoice");
    search("SO-1");
    page.waitForSelector("#search-results a:has-text('SO-000001')");
    search("rims");
    page.waitForSelector("#search-results a:has-text('PO-')");
    page.waitForSelector("#search-results section:last-child a:has-text('RIMS')");
    walk.picture("work-search");
    search("15.00");
    page.waitForSelector("#search-results a:has-text('PY-')");
    page.click("#search-results a:has-text('IN-')");
    title("Invoice IN-");
  }

  private void search(String text) {
    page.fill("#search", text);
  }

  /** The latest payment of a list is reversed and names its reversal. */
  private void takeBack(String list, String title) {
    open(list);
    page.click("#grid .tabulator-row a");
    title(title);
    ask("reverse");
    fill("e-reason", "Paid from another account");
    save(title);
    fact("status", "reversed");
    page.click("dd[data-field=reversedBy] a");
    fact("amount", "-");
    walk.picture("work-" + list.replace('/', '-'));
  }
}
