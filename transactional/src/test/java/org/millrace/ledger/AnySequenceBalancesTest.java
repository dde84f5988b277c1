package org.millrace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** Whatever is sold, returned, paid and adjusted, allowed or refused: the books balance. */
class AnySequenceBalancesTest {
  private final TestingCore core = TestingCore.running();

  @Property(tries = 8)
  void debitsEqualCreditsAndInventoryEqualsTheStock(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 25) int acts) {
    CompanyCode company = core.newCompany();
    String base = "/api/companies/" + company;
    open(base);
    Random random = new Random(seed);
    for (int i = 0; i < acts; i++) {
      HttpAnswer answer = act(base, random);
      assertThat(answer.status()).isIn(200, 201, 404, 409, 412, 422);
    }
    JsonNode balance = core.get(base + "/ledger/trial-balance").expecting(200).json();
    assertThat(balance.get("debit").decimalValue())
        .isEqualByComparingTo(balance.get("credit").decimalValue());
    assertThat(balance.get("debitBalances").decimalValue())
        .isEqualByComparingTo(balance.get("creditBalances").decimalValue());
    assertThat(closing(balance, "1200")).isEqualByComparingTo(stockValue(company));
    assertThat(closing(balance, "1100")).isEqualByComparingTo(openInvoices(company));
  }

  private void open(String base) {
    core.post(
            base + "/parties",
            """
            {"code": "C1", "name": "Shop", "roles": ["customer"], "country": "France"}
            """)
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"BELL\", \"name\": \"Bell\", \"unit\": \"pcs\"}")
        .expecting(201);
  }

  private HttpAnswer act(String base, Random random) {
    String invoices = base + "/sales/invoices";
    String invoice = invoices + "/IN-00000" + (1 + random.nextInt(4));
    Map<String, String> version = Map.of("If-Match", "\"" + (1 + random.nextInt(2)) + "\"");
    int cents = 1 + random.nextInt(999);
    String amount = BigDecimal.valueOf(cents, 2).toPlainString();
    int pieces = 1 + random.nextInt(9);
    List<String> bodies =
        List.of(
            "{\"lines\": [{\"item\": \"BELL\", \"quantity\": %d, \"unitCost\": %s}]}"
                .formatted(pieces, amount),
            ("{\"customer\": \"C1\", \"lines\": [{\"item\": \"BELL\", "
                    + "\"quantity\": %d, \"unitPrice\": %s}]}")
                .formatted(pieces, amount),
            "{\"lines\": [{\"line\": 1, \"quantity\": %d}]}".formatted(pieces),
            "{\"amount\": %s}".formatted(amount));
    return switch (random.nextInt(4)) {
      case 0 -> core.post(base + "/stock/movements", bodies.get(0));
      case 1 -> core.post(invoices, bodies.get(1));
      case 2 -> core.post(invoice + "/credit-notes", bodies.get(2), version);
      default -> core.post(invoice + "/payments", bodies.get(3), version);
    };
  }

  private static BigDecimal closing(JsonNode balance, String account) {
    for (JsonNode row : balance.get("rows")) {
      if (row.get("account").asString().equals(account)) {
        return row.get("closing").decimalValue();
      }
    }
    return BigDecimal.ZERO;
  }

  private BigDecimal stockValue(CompanyCode company) {
    return sum(
        "select coalesce(sum(value_amount), 0) from stock.valuation where company = ?", company);
  }

  private BigDecimal openInvoices(CompanyCode company) {
    return sum(
        "select coalesce(sum(net_amount - paid_amount), 0) from sales.invoice where company = ?",
        company);
  }

  private BigDecimal sum(String sql, CompanyCode company) {
    return core.jdbc().sql(sql).param(company.value()).query(BigDecimal.class).single();
  }
}
