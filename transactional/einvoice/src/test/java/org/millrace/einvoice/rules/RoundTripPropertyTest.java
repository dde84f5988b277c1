package org.millrace.einvoice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.EInvoiceFile;
import org.millrace.einvoice.EInvoiceFile.Syntax;
import org.millrace.einvoice.FiguresOf;
import org.millrace.einvoice.RandomInvoices;
import org.millrace.einvoice.arithmetic.CheckArithmetic;

/** Any right invoice, written in either syntax and read again, is the same document. */
class RoundTripPropertyTest {
  @Property(tries = 2_000)
  void isTheSameDocumentAfterWritingAndReading(@ForAll long seed, @ForAll Syntax syntax) {
    EInvoice invoice = RandomInvoices.of(seed);
    assertThat(EInvoiceFile.read(EInvoiceFile.write(invoice, syntax))).isEqualTo(invoice);
    assertThat(CheckArithmetic.broken(FiguresOf.invoice(invoice))).isEmpty();
  }

  @Property(tries = 200)
  void passesTheOfficialRules(@ForAll long seed, @ForAll Syntax syntax) {
    byte[] written = EInvoiceFile.write(RandomInvoices.of(seed), syntax);
    assertThat(OfficialRules.check(written))
        .as(new String(written, StandardCharsets.UTF_8))
        .filteredOn(Finding::isError)
        .isEmpty();
  }
}
