package org.millrace.einvoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.EInvoiceFile;
import org.millrace.einvoice.EInvoiceRefused;
import org.millrace.einvoice.RandomInvoices;
import org.millrace.einvoice.pdf.FacturX.Profile;

class FacturXTest {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final String PAGE =
      "<html><head><title>R-1</title><style>body {font-family: 'Noto Sans SC'}</style></head>"
          + "<body><p>Rechnung für Söhne</p><p><b>发票</b> 增值税 ¥ 1,234.50 €</p></body></html>";

  @Test
  void givesTheInvoiceBackThatWasAttached() {
    EInvoice invoice = RandomInvoices.of(7);
    byte[] xml = EInvoiceFile.write(invoice, EInvoiceFile.Syntax.CII);
    byte[] pdf = FacturX.attach(PrintPdf.print(PAGE), xml, Profile.XRECHNUNG, NOW);
    assertThat(HybridPdf.isPdf(pdf)).isTrue();
    assertThat(HybridPdf.xml(pdf)).isEqualTo(xml);
    assertThat(EInvoiceFile.read(HybridPdf.xml(pdf))).isEqualTo(invoice);
  }

  @Test
  void printsLatinAndChineseWithTheFontsInside() throws IOException {
    try (PDDocument document = Loader.loadPDF(PrintPdf.print(PAGE))) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Rechnung für Söhne", "发票", "增值税 ¥ 1,234.50 €");
      document
          .getPage(0)
          .getResources()
          .getFontNames()
          .forEach(name -> assertThat(isEmbedded(document, name)).as(name.getName()).isTrue());
    }
  }

  private static boolean isEmbedded(PDDocument document, COSName name) {
    try {
      return document.getPage(0).getResources().getFont(name).isEmbedded();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void saysWhatItIsInItsMetadata() throws IOException {
    byte[] pdf = FacturX.attach(PrintPdf.print(PAGE), new byte[] {'<'}, Profile.EN_16931, NOW);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String told =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(told)
          .contains("<pdfaid:part>3</pdfaid:part>")
          .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>")
          .contains("<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>");
      assertThat(document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF")))
          .hasSize(1);
    }
  }

  @Test
  void refusesAPdfWithoutAnInvoice() {
    assertThatThrownBy(() -> HybridPdf.xml(PrintPdf.print(PAGE)))
        .isInstanceOf(EInvoiceRefused.class)
        .hasMessageContaining("no electronic invoice attached");
    byte[] broken = "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> HybridPdf.xml(broken))
        .isInstanceOf(EInvoiceRefused.class)
        .hasMessageContaining("cannot be read");
  }
}
