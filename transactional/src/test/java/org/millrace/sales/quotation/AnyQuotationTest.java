package org.millrace.sales.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Whatever is offered: what the customer takes is ordered, to the cent and the piece. */
class AnyQuotationTest {
  private final TestingCore core = TestingCore.running();
  private final String base = "/api/companies/" + core.newCompany("EUR", "false").value();

  AnyQuotationTest() {
    core.post(
            base + "/parties",
            "{\"code\": \"C\", \"name\": \"C\", \"roles\": [\"customer\"], \"country\": \"X\"}")
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"BELL\", \"name\": \"Bell\"}").expecting(201);
  }

  @Property(tries = 15)
  void ordersWhatWasOffered(
      @ForAll @Size(min = 1, max = 4)
          List<@BigRange(min = "0", max = "9999") @Scale(6) BigDecimal> prices,
      @ForAll @IntRange(min = 1, max = 999) int pieces) {
    StringBuilder lines = new StringBuilder();
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal price : prices) {
      lines
          .append(lines.isEmpty() ? "" : ",")
          .append("{\"item\": \"BELL\", \"quantity\": %d, \"unitPrice\": ".formatted(pieces))
          .append(price.toPlainString())
          .append("}");
      sum = sum.add(price.multiply(BigDecimal.valueOf(pieces)).setScale(2, RoundingMode.HALF_UP));
    }
    JsonNode made =
        core.post(
                base + "/sales/quotations",
                "{\"customer\": \"C\", \"validUntil\": \"2099-01-01\", \"lines\": [" + lines + "]}")
            .expecting(201)
            .json();
    assertThat(made.get("netAmount").decimalValue()).isEqualByComparingTo(sum);
    String path = base + "/sales/quotations/" + made.get("number").asString() + "/accept";
    String order =
        core.post(path, "{}", Map.of("If-Match", "\"1\""))
            .expecting(200)
            .json()
            .get("order")
            .asString();
    JsonNode placed = core.get(base + "/sales/orders/" + order).expecting(200).json();
    assertThat(placed.get("netAmount").decimalValue()).isEqualByComparingTo(sum);
    assertThat(placed.get("lines")).hasSize(prices.size());
    for (int i = 0; i < prices.size(); i++) {
      for (String field : List.of("quantity", "unitPrice", "netAmount")) {
        assertThat(placed.at("/lines/" + i + "/" + field).decimalValue())
            .as(field)
            .isEqualByComparingTo(made.at("/lines/" + i + "/" + field).decimalValue());
      }
    }
  }
}
