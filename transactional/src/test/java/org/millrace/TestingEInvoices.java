package org.millrace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Files of a supplier: 20 wheels at 12.50, a freight of 3.00, and 20 % of tax. */
public final class TestingEInvoices {
  private TestingEInvoices() {}

  /** A right one: 253.00, tax 50.60, together 303.60. */
  public static String right(String number, String order) {
    return file(number, order, "50.60", "303.60");
  }

  /** One whose total is not what net and tax add up to: BR-CO-15. */
  public static String wrong(String number, String order) {
    return file(number, order, "50.60", "303.00");
  }

  /** Sends a file in. */
  public static HttpAnswer send(TestingCore core, String company, String name, String file) {
    return core.send(
        "POST",
        "/api/companies/" + company + "/paper/e-invoices?name=" + name,
        file,
        Map.of("Content-Type", "application/octet-stream"));
  }

  private static String file(String number, String order, String tax, String gross) {
    String resource = "/org/millrace/paper/invoice.xml";
    try (InputStream in = TestingEInvoices.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${number}", number)
          .replace("${order}", order)
          .replace("${tax}", tax)
          .replace("${gross}", gross);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
