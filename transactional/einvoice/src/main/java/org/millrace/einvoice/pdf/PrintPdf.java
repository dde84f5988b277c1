package org.millrace.einvoice.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRRuntimeException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Prints a page of XHTML as PDF/A-3 with its fonts inside: Noto Sans SC, which has the signs of GB
 * 2312, Latin, Greek and Cyrillic. Pictures are inside of the page as data; nothing is fetched.
 */
public final class PrintPdf {
  private static final String FAMILY = "Noto Sans SC";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private PrintPdf() {}

  /**
   * The page as PDF.
   *
   * @throws MalformedPage when it is no XHTML
   */
  public static byte[] print(String xhtml) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.useFont(() -> font("NotoSansSC-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
    builder.useFont(() -> font("NotoSansSC-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
    builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
    builder.withHtmlContent(xhtml, "");
    builder.toStream(out);
    try {
      builder.run();
    } catch (XRRuntimeException e) {
      throw new MalformedPage(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("The page cannot be printed", e);
    }
    return out.toByteArray();
  }

  private static InputStream font(String name) {
    return Objects.requireNonNull(PrintPdf.class.getResourceAsStream("/fonts/" + name), name);
  }
}
