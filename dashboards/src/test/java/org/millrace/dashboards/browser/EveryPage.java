package org.millrace.dashboards.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at every page there is in a company: each list, the first of its documents, each form, the
 * boards, the users. None may keep people out, in the light or in the dark, nor be wider than a
 * phone.
 */
final class EveryPage {
  private static final String PAGES =
      """
      async (company) => {
        const pages = await (await fetch('/data/pages')).json();
        return Promise.all(pages.map(async (page) => {
          const list = await (await fetch(`/api/companies/${company}${page.path}`)).json();
          const row = (Array.isArray(list) ? list : list.rows)[0];
          const value = row && page.identity.split('.').reduce((part, name) => part[name], row);
          const first = value ? encodeURIComponent(value) : null;
          return { id: page.id, form: page.form !== null, first };
        }));
      }
      """;

  private final URI cockpit;
  private final String company;
  private final Walk walk;
  private final Page page;
  private final List<String> wrong = new ArrayList<>();

  private EveryPage(URI cockpit, String company, Walk walk) {
    this.cockpit = cockpit;
    this.company = company;
    this.walk = walk;
    this.page = walk.page();
  }

  /** What is wrong with the pages for somebody who is logged in. */
  static List<String> wrong(URI cockpit, String company, Walk walk) {
    EveryPage every = new EveryPage(cockpit, company, walk);
    List<String> addresses = every.addresses();
    addresses.forEach(every::lookOrSay);
    return every.wrong;
  }

  @SuppressWarnings("unchecked") // the script answers what is read here
  private List<String> addresses() {
    List<String> addresses =
        new ArrayList<>(
            List.of("work", "account", "users", "work/item/item/import", "work/settings"));
    addresses.add("work/settings/document/number-series");
    CompanySettings.addresses(walk).forEach(address -> addresses.add("work/" + address));
    List<Map<String, Object>> pages = (List<Map<String, Object>>) page.evaluate(PAGES, company);
    for (Map<String, Object> one : pages) {
      addresses.add("work/" + one.get("id"));
      if (one.get("first") != null) {
        addresses.add("work/" + one.get("id") + "/of/" + one.get("first"));
      }
      if ((boolean) one.get("form")) {
        addresses.add("work/" + one.get("id") + "/new");
      }
    }
    return addresses;
  }

  private void open(String address) {
    page.navigate(cockpit.resolve("/" + address + "?company=" + company).toString());
    page.waitForSelector("main h1");
    walk.rest(page);
  }

  private void lookOrSay(String address) {
    try {
      look(address);
    } catch (PlaywrightException stuck) {
      wrong.add(
          address + " does not come to rest: " + stuck.getMessage().lines().findFirst().orElse(""));
    }
  }

  private void look(String address) {
    walk.width(1400);
    open(address);
    Axe.violations(page).forEach(found -> wrong.add(address + " in the light: " + found));
    inTheDark();
    Axe.violationsOfContrast(page).forEach(found -> wrong.add(address + " in the dark: " + found));
    walk.width(390);
    walk.rest(page);
    if (walk.overhang() > 0) {
      wrong.add(address + " is " + walk.overhang() + " px wider than a phone");
    }
  }

  /** The colours of the page as it stands; to load it again for them would take far longer. */
  private void inTheDark() {
    page.evaluate(
        """
        async () => {
          document.documentElement.dataset.theme = 'dark';
          await Promise.all(document.getAnimations().map((fading) => fading.finished));
        }
        """);
  }
}
