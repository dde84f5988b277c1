package org.millrace.paper.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import org.millrace.party.Party.Language;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import tools.jackson.databind.JsonNode;

/** Files of the firm's own take the place of ours, for all companies or for one. */
class TemplatesTest {
  private static final CompanyCode BIKES = new CompanyCode("BIKES");
  private static final CompanyCode PARTS = new CompanyCode("PARTS");
  private static final JsonNode FIELDS = Json.mapper().readTree("{\"number\":\"IN-1\"}");

  @TempDir Path own;

  private void write(String file, String text) throws IOException {
    Path path = own.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String filled(CompanyCode company, String kind) {
    return new Templates(own).page(company, kind).orElseThrow().filled(FIELDS);
  }

  /** A kind that is printed can be sent in each language: its letters are there. */
  @Test
  void haveALetterForEachKindThatIsPrinted() {
    assertThat(TestingCore.running().bean(PrintDocuments.class).kinds())
        .hasSizeGreaterThan(7)
        .allSatisfy(
            kind -> {
              for (Language language : Language.values()) {
                assertThat(new Templates(own).letter(BIKES, kind, language)).isNotNull();
              }
            });
  }

  @Test
  void areThoseOfTheCompanyThenOfTheFirmThenOurs() throws IOException {
    write("sales/invoice.html", "<html>{{>head}} firm {{number}}</html>");
    write("parts/head.html", "our head");
    assertThat(filled(PARTS, "sales/invoice")).isEqualTo("<html>our head firm IN-1</html>");
    write("companies/BIKES/sales/invoice.html", "<html>{{>head}} bikes</html>");
    write("companies/BIKES/parts/head.html", "bikes head");
    assertThat(filled(BIKES, "sales/invoice")).isEqualTo("<html>bikes head bikes</html>");
    assertThat(filled(PARTS, "sales/invoice")).contains("firm");
    assertThat(filled(PARTS, "sales/order")).contains("our head", "IN-1");
    write("mails/sales/invoice.en.txt", "Hello {{number}}");
    assertThat(new Templates(own).letter(PARTS, "sales/invoice", Language.EN).filled(FIELDS))
        .isEqualTo("Hello IN-1");
  }

  @Test
  void addTheirWordsToOurs() throws IOException {
    write("words.yaml", "invoice: {en: Tax invoice}\nmotto: {en: Ride, zh: 骑行}\n");
    write("companies/BIKES/words.yaml", "motto: {zh: 自行车}\n");
    Templates templates = new Templates(own);
    assertThat(templates.words(BIKES, Language.EN))
        .containsEntry("invoice", "Tax invoice")
        .containsEntry("motto", "Ride")
        .containsEntry("order", "Order");
    assertThat(templates.words(BIKES, Language.ZH))
        .containsEntry("invoice", "发票")
        .containsEntry("motto", "自行车");
  }

  @Test
  void nameTheFileThatCannotBeUsed() throws IOException {
    write("sales/invoice.html", "<html>{{#lines}}</html>");
    refused("sales/invoice.html", "Section lines has no end");
    write("sales/invoice.html", "<html>{{>nothing}}</html>");
    refused("sales/invoice.html", "there is no part nothing");
    write("sales/invoice.html", "<html><b></html>");
    refused("sales/invoice.html", "must be terminated by the matching end-tag");
    write("words.yaml", "invoice: Tax invoice");
    assertThatThrownBy(() -> new Templates(own).words(BIKES, Language.EN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("words.yaml", "invoice is not told by language");
    Files.write(own.resolve("words.yaml"), "x: {en: ü}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new Templates(own).words(BIKES, Language.EN))
        .hasMessageContaining("cannot be read as UTF-8");
  }

  private void refused(String file, String why) {
    Paper paper =
        new Paper("sales/invoice", FIELDS, Language.EN, Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> paper.pdf(new Templates(own), BIKES))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(file)
        .hasMessageContaining(why);
  }
}
