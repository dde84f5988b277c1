package org.millrace.dashboards.browser;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Somebody sets up the second factor, logs in by it and by a recovery code, and an administrator
 * takes it away again.
 */
final class OwnAccount {
  private static final String PASSWORD = "nothing but a test";
  private static final String NEW_USER =
      """
      (user) => fetch('/api/users', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
        body: JSON.stringify({ name: user.name, password: user.password, roles: ['sales'] }),
      }).then((answer) => answer.status)
      """;

  private final URI cockpit;
  private final Walk walk;
  private final Page page;
  private final String user = "own-" + Long.toString(System.currentTimeMillis(), 36);

  private OwnAccount(URI cockpit, Walk walk) {
    this.cockpit = cockpit;
    this.walk = walk;
    this.page = walk.page();
  }

  /** Begins and ends as the administrator; the password is that of the administrator. */
  static void walk(URI cockpit, Walk walk, String password) {
    OwnAccount account = new OwnAccount(cockpit, walk);
    account.page.evaluate(NEW_USER, Map.of("name", account.user, "password", PASSWORD));
    account.loginAs(account.user, PASSWORD);
    Authenticator phone = account.setUp();
    List<String> recovery = account.recoveryCodes();
    account.loginAs(account.user, PASSWORD);
    account.secondStep(() -> "000000");
    account.page.waitForSelector("#message:has-text('The code is wrong')");
    account.secondStep(() -> phone.code(0));
    account.page.waitForSelector("#account-link:has-text('" + account.user + "')");
    account.loginAs(account.user, PASSWORD);
    account.secondStep(() -> recovery.get(0));
    account.page.waitForSelector("#account-link:has-text('" + account.user + "')");
    account.open("account");
    account.page.waitForSelector("#factor-state:has-text('9 recovery codes left')");
    account.loginAs("admin", password);
    account.page.waitForSelector("#users-link");
    account.resetByAdministrator();
  }

  private Authenticator setUp() {
    page.waitForSelector("#account-link:has-text('" + user + "')");
    open("account");
    page.waitForSelector("#factor-state:has-text('Off')");
    page.fill("#factor-password", PASSWORD);
    page.click("#factor-begin button");
    page.waitForSelector("#factor-picture");
    walk.picture("account-second-factor");
    Authenticator phone = new Authenticator(page.textContent("#factor-secret"));
    for (int tries = 3; tries > 0 && page.querySelector("#recovery-codes") == null; tries--) {
      page.fill("#factor-code", phone.code(-1)); // one may be over before a slow machine sends it
      page.click("#factor-confirm button");
      page.waitForSelector("#recovery-codes, #factor-message:not(:empty)");
    }
    return phone;
  }

  private List<String> recoveryCodes() {
    walk.picture("account-recovery-codes");
    List<String> codes = page.locator("#recovery-codes code").allTextContents();
    page.click("#factor-done");
    page.waitForSelector("#factor-state:has-text('10 recovery codes left')");
    return codes;
  }

  private void loginAs(String who, String password) {
    page.click("#logout");
    page.waitForSelector("#user");
    page.fill("#user", who);
    page.fill("#password", password);
    page.click("button[type=submit]");
  }

  private void secondStep(Supplier<String> code) {
    page.waitForSelector("#second-step:not([hidden])");
    walk.picture("login-second-step");
    page.fill("#code", code.get());
    page.click("button[type=submit]");
  }

  private void resetByAdministrator() {
    open("users");
    page.fill("#users-search", user);
    page.click("tr[data-user='" + user + "']:has-text('Second factor') button");
    page.click("#reset-second-factor");
    page.waitForSelector("#users");
    page.fill("#users-search", user);
    page.waitForSelector("tr[data-user='" + user + "']:not(:has-text('Second factor'))");
  }

  private void open(String path) {
    page.navigate(cockpit.resolve("/" + path).toString());
    page.waitForSelector("main h1");
  }
}
