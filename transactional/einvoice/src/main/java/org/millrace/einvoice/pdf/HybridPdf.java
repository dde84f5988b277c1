package org.millrace.einvoice.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.millrace.einvoice.EInvoiceRefused;

/** Finds the electronic invoice that is attached to a PDF. */
public final class HybridPdf {
  private static final byte[] BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int LARGEST = 16 * 1024 * 1024;

  /** The names that Factur-X, ZUGFeRD 1 and 2 and XRechnung have for the file. */
  private static final List<String> NAMES =
      List.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml");

  private HybridPdf() {}

  /** Whether a file begins as a PDF does. */
  public static boolean isPdf(byte[] file) {
    return file.length > BEGIN.length
        && new String(file, 0, BEGIN.length, StandardCharsets.US_ASCII)
            .equals(new String(BEGIN, StandardCharsets.US_ASCII));
  }

  /**
   * The attached file of XML.
   *
   * @throws EInvoiceRefused when the PDF cannot be read or has none
   */
  public static byte[] xml(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
      Optional.ofNullable(document.getDocumentCatalog().getNames())
          .map(PDDocumentNameDictionary::getEmbeddedFiles)
          .ifPresent(tree -> collect(tree, files, 0));
      for (String name : NAMES) {
        PDComplexFileSpecification found = files.get(name);
        if (found != null) {
          return content(found);
        }
      }
      throw new EInvoiceRefused(
          "The PDF has no electronic invoice attached: none of "
              + String.join(", ", NAMES)
              + " is in it.");
    } catch (IOException e) {
      throw new EInvoiceRefused("The PDF cannot be read: " + e.getMessage(), e);
    }
  }

  private static void collect(
      PDNameTreeNode<PDComplexFileSpecification> node,
      Map<String, PDComplexFileSpecification> files,
      int depth) {
    try {
      Map<String, PDComplexFileSpecification> names = node.getNames();
      if (names != null) {
        names.forEach(
            (key, file) ->
                files.putIfAbsent(
                    String.valueOf(Optional.ofNullable(file.getFilename()).orElse(key))
                        .toLowerCase(Locale.ROOT),
                    file));
      }
      List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
      if (kids != null && depth < 10) {
        kids.forEach(kid -> collect(kid, files, depth + 1));
      }
    } catch (IOException e) {
      throw new EInvoiceRefused("The files in the PDF cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] content(PDComplexFileSpecification specification) throws IOException {
    PDEmbeddedFile file =
        Optional.ofNullable(specification.getEmbeddedFileUnicode())
            .orElseGet(specification::getEmbeddedFile);
    if (file == null) {
      throw new EInvoiceRefused("The file attached to the PDF has no content.");
    }
    byte[] content = file.createInputStream().readNBytes(LARGEST + 1);
    if (content.length > LARGEST) {
      throw new EInvoiceRefused("The file attached to the PDF is larger than 16 MiB.");
    }
    return content;
  }
}
