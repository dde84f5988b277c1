package org.millrace.dashboards.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.List;

/** What everybody does in the back office: opens pages, fills forms, takes steps. */
abstract class Desk {
  final URI cockpit;
  final String company;
  final Walk walk;
  final Page page;

  Desk(URI cockpit, String company, Walk walk) {
    this.cockpit = cockpit;
    this.company = company;
    this.walk = walk;
    this.page = walk.page();
  }

  void hold(String control, String value) {
    page.waitForFunction(
        "([control, value]) => document.querySelector(control)?.value === value",
        List.of(control, value));
  }

  void open(String where) {
    page.navigate(cockpit.resolve("/work/" + where + "?company=" + company).toString());
    page.waitForSelector("main h1");
  }

  void fill(String id, String value) {
    page.fill("#" + id, value);
  }

  void line(String item, String quantity, String price) {
    fill("l0-item", item);
    fill("l0-quantity", quantity);
    fill("l0-unitPrice", price);
  }

  /** Opens the form of a step. */
  void ask(String act) {
    page.click("#step-" + act);
    page.waitForSelector("form.work-form");
  }

  /** A step that asks nothing that is needed. */
  void step(String act) {
    ask(act);
    submit();
    page.waitForSelector("#step-" + act);
  }

  void save(String title) {
    submit();
    title(title);
  }

  void submit() {
    page.click("#save");
  }

  void title(String begins) {
    page.waitForSelector(
        "main .board-head h1:has-text(\"" + begins + "\")",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
  }

  void fact(String field, String value) {
    page.waitForSelector("dd[data-field='" + field + "']:has-text('" + value + "')");
  }
}
