package org.millrace.dashboards.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Asks axe-core what keeps people from using a page as it stands. Of the rows of a table that are
 * built alike, with the same classes and roles, it looks at the first one on a light and on a dark
 * stripe.
 */
final class Axe {
  private static final String SOURCE = source();
  private static final String RUN =
      """
      async (rules) => {
        const look = (element) => [...element.attributes]
          .filter((one) => /^(class|style|role|aria-|type|disabled|hidden)/.test(one.name))
          .map((one) => one.name + (/^(class|style|role)$/.test(one.name) ? one.value : !one.value))
          .sort().join() + !element.textContent.trim();
        for (const body of document.querySelectorAll('tbody, [role=rowgroup]')) {
          const seen = new Set();
          [...body.children].forEach((row, i) => {
            const parts = [row, ...row.querySelectorAll('*')];
            const is = i % 2 + parts.map((one) => one.localName + look(one)).join(';');
            row.toggleAttribute('data-alike', seen.has(is));
            seen.add(is);
          });
        }
        const told = await axe.run({ exclude: ['[data-alike]'] },
          { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) });
        document.querySelectorAll('[data-alike]')
          .forEach((row) => row.removeAttribute('data-alike'));
        return told.violations
          .filter((one) => ['serious', 'critical'].includes(one.impact))
          .map((one) => `${one.impact} ${one.id}: ${one.nodes.slice(0, 3)
            .map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`)
            .join(' | ')}`);
      }
      """;

  private Axe() {}

  private static String source() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each serious or critical violation with the first of its elements. */
  static List<String> violations(Page page) {
    return asked(page, null);
  }

  /** Those of colours alone, of a page whose other violations were told in other colours. */
  static List<String> violationsOfContrast(Page page) {
    return asked(page, List.of("color-contrast"));
  }

  @SuppressWarnings("unchecked") // the script answers texts
  private static List<String> asked(Page page, List<String> rules) {
    page.evaluate(SOURCE);
    return (List<String>) page.evaluate(RUN, rules);
  }
}
