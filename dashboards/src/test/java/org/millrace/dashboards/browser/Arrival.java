package org.millrace.dashboards.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millrace.dashboards.TestingCockpit;

/**
 * Comes as somebody to a board. The first time they log in, later they come back with that session,
 * as with a browser that was left open.
 */
public final class Arrival {
  private static final String REMEMBER_THE_COMPANY =
      "() => localStorage.setItem('millrace.company',"
          + " new URLSearchParams(location.search).get('company'))";

  /** A browser drops clicks on a page of which it has not shown anything yet. */
  private static final String PAINTED =
      "() => performance.getEntriesByName('first-contentful-paint').length > 0";

  private final TestingCockpit cockpit;
  private final Walk walk;
  private final Map<String, List<Cookie>> sessions = new HashMap<>();

  public Arrival(TestingCockpit cockpit, Walk walk) {
    this.cockpit = cockpit;
    this.walk = walk;
  }

  /** At the board of an address, which names the company, and waits until it is drawn and seen. */
  public void as(String user, String board) {
    Page page = walk.page();
    if (sessions.containsKey(user)) {
      page.context().addCookies(sessions.get(user));
    } else {
      walk.login(user, cockpit.password());
      sessions.put(user, page.context().cookies());
    }
    page.navigate(cockpit.address() + board);
    page.evaluate(REMEMBER_THE_COMPANY);
    walk.drawn();
    page.waitForFunction(PAINTED);
  }
}
