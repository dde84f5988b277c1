package org.millrace.paper.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.einvoice.pdf.PrintPdf;
import org.millrace.json.Json;
import org.millrace.party.BankAccount;
import org.millrace.party.Party;
import org.millrace.party.Party.Language;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import tools.jackson.databind.JsonNode;

class TemplateTest {
  private static final Templates OURS = new Templates(Path.of("none"));
  private static final CompanyCode BIKES = new CompanyCode("BIKES");

  private static JsonNode json(String text) {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }

  private static String filled(String template, String fields) {
    return Template.page(template, part -> part).filled(json(fields));
  }

  @Test
  void fillsGapsAndFormatsNumbers() {
    assertThat(
            filled(
                "{{a.b}} {{n}} {{m|money}} {{p|percent}}",
                "{'a':{'b':'x'},'n':2.50,'m':1234.5,'p':19}"))
        .isEqualTo("x 2.5 1,234.50 19 %");
    assertThat(filled("{{gone}}!", "{}")).isEqualTo("!");
  }

  @Test
  void writesAmountsWithTheDecimalsOfTheCurrencyThatIsNamed() {
    assertThat(
            filled(
                "{{#l}}{{m|money:documentCurrency}} {{n|money}};{{/l}}",
                "{'currency':'JPY','l':[{'m':5,'n':900,'documentCurrency':'KWD'}]}"))
        .isEqualTo("5.000 900;");
  }

  @Test
  void repeatsSectionsAndSeesWhatStandsOutsideOfThem() {
    assertThat(filled("{{#l}}{{i}}{{c}};{{/l}}", "{'c':'EUR','l':[{'i':1},{'i':2}]}"))
        .isEqualTo("1EUR;2EUR;");
    assertThat(filled("{{#l}}x{{/l}}{{^l}}none{{/l}}", "{'l':[]}")).isEqualTo("none");
  }

  @Test
  void neverReadsAValueAsMarkup() {
    assertThat(filled("{{a}}", "{'a':'<b>&{{c}}\\u0001'}")).isEqualTo("&lt;b&gt;&amp;{{c}}");
  }

  @Test
  void refusesSectionsThatDoNotClose() {
    assertThatThrownBy(() -> Template.page("{{#a}}{{/b}}", part -> part))
        .hasMessageContaining("Section a ends as b");
    assertThatThrownBy(() -> Template.page("{{#a}}", part -> part))
        .hasMessageContaining("has no end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sales/quotation",
        "sales/order",
        "sales/delivery",
        "sales/invoice",
        "sales/credit-note",
        "purchasing/purchase-order"
      })
  void eachTemplateIsAPageInBothLanguages(String kind) {
    Template template = OURS.page(BIKES, kind).orElseThrow();
    for (Language language : Language.values()) {
      JsonNode fields =
          Json.mapper()
              .valueToTree(
                  Map.of(
                      "number", "X-1",
                      "words", OURS.words(BIKES, language),
                      "lines", List.of(Map.of("line", 1, "itemName", "A & B"))));
      String page = template.filled(fields);
      assertThat(page).doesNotContain("{{").contains("A &amp; B", "X-1");
      assertThat(PrintPdf.print(page)).isNotEmpty();
    }
  }

  @Test
  void writesTheCodeOfTheEuropeanPaymentsCouncil() {
    Party us = us("DE89370400440532013000");
    assertThat(PaymentCode.text(us, Money.of("107.10", "EUR"), "IN-000001"))
        .contains("BCD\n002\n1\nSCT\n\nBikes\nDE89370400440532013000\nEUR107.10\n\n\nIN-000001");
    assertThat(PaymentCode.text(us, Money.of("107.10", "USD"), "IN-000001")).isEmpty();
    assertThat(PaymentCode.text(us, Money.of("0.00", "EUR"), "IN-000001")).isEmpty();
    assertThat(PaymentCode.picture("x")).startsWith("data:image/png;base64,");
  }

  private static Party us(String iban) {
    JsonNode party =
        json(
            "{'code':'US','name':'Bikes','roles':['company'],'country':'Germany','walkIn':false,"
                + "'addresses':[],'contacts':[],'taxNumbers':[],'bankAccounts':[]}");
    Party bare = Json.mapper().treeToValue(party, Party.class);
    return new Party(
        bare.code(),
        bare.name(),
        bare.roles(),
        bare.country(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new BankAccount(
                Optional.of(iban),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }
}
