package org.millrace.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

/** Whatever number stands in a command, it is taken or refused with a sentence. */
class AnyNumberTest {
  private final TestingCore core = TestingCore.running();
  private final String base = "/api/companies/" + core.newCompany("EUR", "true").value();

  AnyNumberTest() {
    String party =
        "{\"code\": \"%s\", \"name\": \"%1$s\", \"roles\": [\"%s\"], \"country\": \"X\"}";
    core.post(base + "/parties", party.formatted("C", "customer")).expecting(201);
    core.post(base + "/parties", party.formatted("S", "supplier")).expecting(201);
    core.post(base + "/items", "{\"code\": \"I\", \"name\": \"I\"}").expecting(201);
  }

  private record Command(String path, String body) {}

  private static final List<Command> COMMANDS =
      List.of(
          new Command("/sales/orders", line("\"customer\": \"C\"", "#", "1")),
          new Command("/sales/orders", line("\"customer\": \"C\"", "1", "#")),
          new Command("/sales/orders", line("\"customer\": \"C\"", "#", "#")),
          new Command("/sales/invoices", line("\"customer\": \"C\"", "#", "#")),
          new Command("/sales/invoices", line("\"customer\": \"C\", \"daysToPay\": #", "1", "1")),
          new Command("/purchasing/orders", line("\"supplier\": \"S\"", "#", "#")),
          new Command(
              "/stock/movements",
              "{\"lines\": [{\"item\": \"I\", \"quantity\": #, \"unitCost\": #}]}"),
          new Command(
              "/ledger/entries",
              "{\"text\": \"t\", \"lines\": [{\"account\": \"1000\", \"debit\": #},"
                  + " {\"account\": \"3000\", \"credit\": #}]}"),
          new Command(
              "/items",
              "{\"code\": \"J\", \"name\": \"J\", \"materials\": [{\"item\": \"I\","
                  + " \"quantity\": #, \"scrapPercent\": #}]}"));

  private static String line(String head, String quantity, String price) {
    return "{%s, \"lines\": [{\"item\": \"I\", \"quantity\": %s, \"unitPrice\": %s}]}"
        .formatted(head, quantity, price);
  }

  @Property(tries = 150)
  void neverFails(@ForAll("commands") Command command, @ForAll("numbers") String number) {
    HttpAnswer answer = core.post(base + command.path(), command.body().replace("#", number));
    assertThat(answer.status())
        .as("%s with %s: %s", command, number, answer.body())
        .isBetween(200, 499);
  }

  @Provide
  Arbitrary<Command> commands() {
    return Arbitraries.of(COMMANDS);
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> digits = Arbitraries.bigIntegers().map(Object::toString);
    Arbitrary<String> powers =
        Arbitraries.integers().map(exponent -> "1e" + exponent).filter(n -> n.length() < 20);
    Arbitrary<String> small =
        Arbitraries.bigDecimals().ofScale(5).map(java.math.BigDecimal::toPlainString);
    return Arbitraries.oneOf(
        digits,
        powers,
        small,
        Arbitraries.of(
            "1e999999999",
            "\"1e999999999\"",
            "1e-999999999",
            "-0",
            "999999999999",
            "999999.99",
            "1000000000",
            "0.0001",
            "1e9",
            "\"\"",
            "\"x\"",
            "null",
            "[]",
            "true"));
  }

  @Test
  void namesTheFieldTheValueAndTheLimit() {
    HttpAnswer answer =
        core.post(base + "/sales/orders", line("\"customer\": \"C\"", "1e999999999", "1"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("lines.1.quantity");
    assertThat(answer.json().at("/problems/0/value").asString()).isEqualTo("1E+999999999");
    assertThat(answer.json().at("/problems/0/expected").asString()).contains("at most 20 digits");
  }

  @Test
  void refusesAnAmountBeyondBelief() {
    HttpAnswer most =
        core.post(base + "/sales/orders", line("\"customer\": \"C\"", "999999999999", "999999.99"));
    assertThat(most.status()).isEqualTo(422);
    HttpAnswer amount =
        core.post(base + "/sales/orders", line("\"customer\": \"C\"", "1000000000", "999999.99"));
    assertThat(amount.status()).isEqualTo(422);
    assertThat(amount.json().at("/problems/0/expected").asString()).contains("999999999999.99");
    core.post(base + "/sales/orders", line("\"customer\": \"C\"", "1000000000", "999.99"))
        .expecting(201);
  }
}
