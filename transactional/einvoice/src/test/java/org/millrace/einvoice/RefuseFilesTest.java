package org.millrace.einvoice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no invoice, or would do harm, is refused with a reason. */
class RefuseFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;\">]><a>&m;</a>",
        "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>",
        "<!DOCTYPE a SYSTEM \"http://example.com/a.dtd\"><a/>"
      })
  void refusesDocumentTypesAndEntities(String xml) {
    assertRefused(xml, "declares a document type or entities");
  }

  @Test
  void refusesWhatNestsTooDeep() {
    assertRefused("<a>".repeat(70) + "</a>".repeat(70), "nests deeper than 60");
  }

  @Test
  void saysWhereTheFileIsNoXml() {
    assertRefused("<a>\n<b></a>", "no XML that can be read: line 2");
    assertRefused("", "no XML that can be read");
  }

  @Test
  void namesWhatTheFileBeginsWith() {
    assertRefused("<order/>", "neither a UBL Invoice or CreditNote nor a CrossIndustryInvoice");
  }

  @Test
  void namesTheElementThatIsMissingOrWrong() {
    String head = "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"";
    String basic =
        " xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">";
    assertRefused(head + "/>", "cbc:ID is missing in inv:Invoice.");
    assertRefused(
        head + basic + "<b:ID>1</b:ID><b:IssueDate>soon</b:IssueDate></Invoice>",
        "cbc:IssueDate in inv:Invoice holds \"soon\", which cannot be read.");
  }

  private static void assertRefused(String xml, String message) {
    assertThatThrownBy(() -> EInvoiceFile.read(xml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(EInvoiceRefused.class)
        .hasMessageContaining(message);
  }
}
