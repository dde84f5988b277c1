package org.millrace.einvoice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.EInvoiceFile;
import org.millrace.einvoice.EInvoiceFile.Syntax;
import org.millrace.einvoice.EInvoiceRefused;
import org.millrace.einvoice.GivenInvoices;

/** The given messages are right by the official rules, and so is what is written of them. */
class OfficialRulesTest {
  @TestFactory
  Stream<DynamicTest> findsNoErrorInMessagesAndInWhatIsWrittenOfThem() throws IOException {
    Map<String, byte[]> files = GivenInvoices.files();
    return GivenInvoices.expected().keySet().stream()
        .map(path -> DynamicTest.dynamicTest(path, () -> passes(files.get(path))));
  }

  private static void passes(byte[] xml) {
    assertThat(OfficialRules.check(xml)).filteredOn(Finding::isError).isEmpty();
    EInvoice invoice = EInvoiceFile.read(xml);
    passes(invoice, Syntax.UBL);
    if (invoice.references().preceding().size() > 1) {
      assertThatThrownBy(() -> EInvoiceFile.write(invoice, Syntax.CII))
          .isInstanceOf(EInvoiceRefused.class)
          .hasMessageContaining("CII has room for one invoice before");
    } else {
      passes(invoice, Syntax.CII);
    }
  }

  private static void passes(EInvoice invoice, Syntax syntax) {
    byte[] written = EInvoiceFile.write(invoice, syntax);
    assertThat(OfficialRules.check(written))
        .as(new String(written, StandardCharsets.UTF_8))
        .filteredOn(Finding::isError)
        .isEmpty();
    assertThat(EInvoiceFile.read(written)).isEqualTo(invoice);
  }
}
